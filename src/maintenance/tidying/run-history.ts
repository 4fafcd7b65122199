import type pg from 'pg';

/** Rows of one transaction. */
const batchRows = 50_000;

export interface OldHistory {
  /** Runs whose changes are due to go, or that a maintenance cut short did not get rid of. */
  readonly runs: readonly number[];
  readonly rows: number;
}

/** The changes of all but the newest published runs. The published one always keeps its own: `check` counts them. */
export async function findOldHistory(session: pg.Client, keepRuns: number): Promise<OldHistory> {
  const { rows } = await session.query<{ runs: number[] | null; rows: number }>(
    `SELECT array_agg(run_id ORDER BY run_id) AS runs, coalesce(sum(n), 0)::int AS rows
     FROM (SELECT c.run_id, count(*) AS n FROM run_changes c
           WHERE c.run_id NOT IN (SELECT run_id FROM ingestion_runs WHERE status = 'completed' ORDER BY run_id DESC LIMIT $1)
           GROUP BY c.run_id) old`,
    [keepRuns],
  );
  return { runs: rows[0]!.runs ?? [], rows: rows[0]!.rows };
}

/** From here on diff and rollback refuse to reach across these runs, also while their rows are still going. */
export async function markPruned(session: pg.Client, runs: readonly number[]): Promise<void> {
  await session.query(
    'UPDATE ingestion_runs SET changes_pruned_at = coalesce(changes_pruned_at, clock_timestamp()) WHERE run_id = ANY ($1)',
    [runs],
  );
  // The state after the newest of them is still compared with: what it said of its orders stays.
  await session.query(
    `WITH gone AS (DELETE FROM seen_order WHERE run_id < (SELECT max(run) FROM unnest($1::bigint[]) run))
     UPDATE ingestion_runs SET seen_orders = NULL
     WHERE seen_orders IS NOT NULL AND run_id < (SELECT max(run) FROM unnest($1::bigint[]) run)`,
    [runs],
  );
}

/** Returns how many rows went; 0: all are gone. */
export async function deleteBatch(session: pg.Client, runs: readonly number[]): Promise<number> {
  const result = await session.query(
    `DELETE FROM run_changes WHERE (run_id, table_name, key) IN
       (SELECT run_id, table_name, key FROM run_changes WHERE run_id = ANY ($1) LIMIT ${batchRows})`,
    [runs],
  );
  return result.rowCount ?? 0;
}
