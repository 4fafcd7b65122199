import type pg from 'pg';
import { buryDeadRuns } from '../../ingestion/records/runs.js';
import type { Database } from '../../platform/database.js';
import { ProdplanError } from '../../platform/errors.js';
import { acquireRunLock, runLockHolder } from '../../platform/locks/index.js';

/** Runs that say that they are running though nobody holds the lock. */
export async function findDeadRuns({ pool }: Database): Promise<number[]> {
  if ((await runLockHolder(pool)) !== null) return [];
  const { rows } = await pool.query<{ run_id: number }>(
    `SELECT run_id FROM ingestion_runs WHERE status = 'running' ORDER BY run_id`,
  );
  return rows.map((row) => row.run_id);
}

/** Marks them failed, as the next run would: under its lock, so that a living one is never taken for dead. */
export async function markDeadRuns(database: Database, session: pg.Client): Promise<number> {
  const options = { database, session, name: 'maintenance', wait: false };
  const lock = await acquireRunLock(options).catch((error: unknown) => {
    if (error instanceof ProdplanError && error.code === 'LOCKED') return null;
    throw error;
  });
  if (lock === null) return 0;
  try {
    return await buryDeadRuns(database.pool);
  } finally {
    await lock.release();
  }
}
