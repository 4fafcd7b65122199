import { hostname } from 'node:os';
import type pg from 'pg';
import { buryDeadRuns } from '../../ingestion/records/runs.js';
import type { Database } from '../../platform/database.js';
import { acquireRunLock, runLockHolder } from '../../platform/locks.js';

/** Runs that say that they are running though nobody holds the lock. */
export async function findDeadRuns({ pool }: Database): Promise<number[]> {
  if ((await runLockHolder(pool)) !== null) return [];
  const { rows } = await pool.query<{ run_id: number }>(
    `SELECT run_id FROM ingestion_runs WHERE status = 'running' ORDER BY run_id`,
  );
  return rows.map((row) => row.run_id);
}

/** Marks them failed, as the next run would: under its lock, so that a living one is never taken for dead. */
export async function markDeadRuns({ pool }: Database, session: pg.Client): Promise<number> {
  const holder = `prodplan maintenance ${hostname()} pid ${process.pid}`;
  const lock = await acquireRunLock(session, { wait: false, holder });
  if (lock === null) return 0;
  try {
    return await buryDeadRuns(pool);
  } finally {
    await lock.release();
  }
}
