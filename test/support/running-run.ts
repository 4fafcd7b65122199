import { onTestFinished } from 'vitest';
import { beginRun } from '../../src/ingestion/records/runs.js';
import type { Database } from '../../src/platform/database.js';
import { acquireRunLock } from '../../src/platform/locks/index.js';

const described = {
  kind: 'ingest',
  sourceName: 'Folha_IA.xlsx',
  workbookSha256: null,
  workbookBytes: null,
  requestedAsOf: null,
  forced: false,
  baseRunId: null,
} as const;

/** A run that has begun and holds the lock, and how its session is lost: as where its process, or its server, is killed. */
export async function runningRun(database: Database): Promise<{ runId: number; die(): Promise<void> }> {
  const session = await database.connect();
  onTestFinished(() => session.end().catch(() => {}));
  const lock = await acquireRunLock({ database, session, name: 'ingest', wait: false });
  const runId = await beginRun(database.pool, described, lock.fencingNumber);
  return { runId, die: () => session.end() };
}
