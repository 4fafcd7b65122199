import type { ClientBase } from 'pg';
import { runFailure } from '../../platform/errors/run.js';

type Queryable = Pick<ClientBase, 'query'>;

interface RunState {
  readonly run_id: number;
  readonly status: string;
  readonly base_run_id: number | null;
  readonly changes_pruned_at: string | null;
}

/**
 * The run whose state stood after a run: itself where it was published, the published one where it had nothing to
 * do. Throws for a run that never published anything.
 */
export async function stateAfter(client: Queryable, runId: number): Promise<number> {
  const { rows } = await client.query<RunState>(
    'SELECT run_id, status, base_run_id FROM ingestion_runs WHERE run_id = $1',
    [runId],
  );
  const run = rows[0];
  if (run === undefined) {
    throw runFailure('NO_SUCH_RUN', { run: runId });
  }
  if (run.status === 'completed') return run.run_id;
  if (run.status === 'unchanged' && run.base_run_id !== null) return run.base_run_id;
  throw runFailure('NOT_PUBLISHED', { run: runId });
}

/** The published runs after one, up to another, in order. Throws `HISTORY_PRUNED` where the changes of one are gone. */
export async function runsBetween(client: Queryable, after: number, upTo: number): Promise<number[]> {
  const { rows } = await client.query<RunState>(
    `SELECT run_id, changes_pruned_at::text FROM ingestion_runs
     WHERE status = 'completed' AND run_id > $1 AND run_id <= $2 ORDER BY run_id`,
    [after, upTo],
  );
  const pruned = rows.filter((run) => run.changes_pruned_at !== null);
  if (pruned.length > 0) {
    throw runFailure('HISTORY_PRUNED', { runs: pruned.map((run) => run.run_id) });
  }
  return rows.map((run) => run.run_id);
}

/**
 * What several runs changed together, as a subquery (table_name, key, before, after): the first `before` and the last
 * `after` of each row. Rows that came to be as they were are left out.
 */
export function netChanges(runs: readonly number[]): string {
  const list = runs.length === 0 ? 'NULL' : runs.join(', ');
  return `(SELECT table_name, key, before, after FROM (
      SELECT table_name, key,
             (array_agg(before ORDER BY run_id))[1] AS before,
             (array_agg(after ORDER BY run_id DESC))[1] AS after
      FROM run_changes WHERE run_id IN (${list}) GROUP BY table_name, key) net
    WHERE before IS DISTINCT FROM after)`;
}
