import type { ClientBase } from 'pg';

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
  await markWithdrawn(client, run.runId);
  await remember(client, run);
}

/** The runs that a state goes back to, one before the other: a rollback goes on from the run whose state it restored. */
const lineage = `
  WITH RECURSIVE chain AS (
    SELECT run_id, CASE kind WHEN 'rollback' THEN source_run_id ELSE base_run_id END AS previous_run FROM ingestion_runs WHERE run_id = $1
    UNION ALL
    SELECT r.run_id, CASE r.kind WHEN 'rollback' THEN r.source_run_id ELSE r.base_run_id END
    FROM chain c JOIN ingestion_runs r ON r.run_id = c.previous_run)`;

async function markWithdrawn(client: ClientBase, runId: number): Promise<void> {
  await client.query(
    `${lineage}
     UPDATE seen_due_day v SET withdrawn_by = CASE WHEN v.run_id IN (SELECT run_id FROM chain) THEN NULL ELSE $1 END
     WHERE (SELECT kind = 'rollback' FROM ingestion_runs WHERE run_id = $1)
       AND (v.run_id IN (SELECT run_id FROM chain)) = (v.withdrawn_by IS NOT NULL)`,
    [runId],
  );
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
