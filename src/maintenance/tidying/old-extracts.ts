import { findOldExtracts, type OldExtract } from '../../ingestion/extract/retention.js';
import type { Database } from '../../platform/database.js';

/** CSV.gz folders on this machine that no rule keeps, save for that of a run that is writing it just now. */
export async function findUnneededExtracts({ pool }: Database, folder: string): Promise<OldExtract[]> {
  // The folders first: a run is recorded before it makes its own.
  const old = await findOldExtracts(folder);
  const { rows } = await pool.query<{ run_id: number }>(
    `SELECT run_id FROM ingestion_runs WHERE status = 'running'`,
  );
  const running = new Set(rows.map((row) => row.run_id));
  return old.filter(({ runId }) => !running.has(runId));
}
