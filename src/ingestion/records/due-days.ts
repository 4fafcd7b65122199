import type { ClientBase } from 'pg';
import { markWithdrawn } from './lineage.js';

export interface SeeingRun {
  readonly runId: number;
  /** The run that was published before; null for the first. */
  readonly base: number | null;
  readonly asOf: string;
}

/**
 * Remembers the due days that a run sees for the first time, or sees changed, within its publishing transaction. Core must be what the run
 * makes of it, and `run_changes` must name the orders that it changed. What a rollback withdraws is marked, and counts again once
 * another brings it back.
 */
export async function rememberDueDays(client: ClientBase, run: SeeingRun): Promise<void> {
  await markWithdrawn(client, 'seen_due_day', run.runId);
  await remember(client, run);
}

async function remember(client: ClientBase, { runId, base, asOf }: SeeingRun): Promise<void> {
  const changed =
    base === null
      ? 'ordens_fabrico'
      : `(SELECT * FROM ordens_fabrico WHERE of_id IN (SELECT key::integer FROM run_changes WHERE run_id = ${runId} AND table_name = 'ordens_fabrico'))`;
  await client.query(
    `WITH seen AS (
       SELECT DISTINCT ON (of_id) of_id, day FROM seen_due_day WHERE withdrawn_by IS NULL ORDER BY of_id, run_id DESC)
     INSERT INTO seen_due_day (of_id, run_id, as_of, day, previous_day, is_finished)
     SELECT o.of_id, $1, $2, o.of_data_transporte::date, v.day, o.of_data_acabamento IS NOT NULL
     FROM ${changed} o LEFT JOIN seen v ON v.of_id = o.of_id
     -- An order that is finished when it is first seen had a day that nobody could know before.
     WHERE CASE WHEN v.of_id IS NULL THEN o.of_data_transporte IS NOT NULL AND o.of_data_acabamento IS NULL
                ELSE o.of_data_transporte::date IS DISTINCT FROM v.day END`,
    [runId, asOf],
  );
}
