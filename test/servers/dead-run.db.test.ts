import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readRun, readRuns } from '../../src/ingestion/records/history.js';
import { beginRun } from '../../src/ingestion/records/runs.js';
import type { Database } from '../../src/platform/database.js';
import { acquireRunLock } from '../../src/platform/locks/index.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';

const described = {
  kind: 'ingest',
  sourceName: 'Folha_IA.xlsx',
  workbookSha256: null,
  workbookBytes: null,
  requestedAsOf: null,
  forced: false,
  baseRunId: null,
} as const;

/** A run that has begun, and how its session is lost: as where its process, or its server, is killed. */
async function begun(database: Database): Promise<{ runId: number; die(): Promise<void> }> {
  const session = await database.connect();
  const lock = await acquireRunLock({ database, session, name: 'ingest', wait: false });
  const runId = await beginRun(database.pool, described, lock.fencingNumber);
  return { runId, die: () => session.end() };
}

it('a run is told as running while it holds the lock, and as failed from the moment it does not', async () => {
  const { database, ingest } = await newPlant(firstServer);
  const first = await begun(database);
  expect(await readRun(database.pool, first.runId)).toMatchObject({ status: 'running', error_code: null });
  await first.die();
  const dead = { status: 'failed', error_code: 'RUN_DIED', error_remedy: expect.stringContaining('repita') };
  expect(await readRun(database.pool, first.runId)).toMatchObject(dead);
  expect(await readRuns(database.pool, 20)).toMatchObject([dead]);
  // Also while another one runs; and who only looks has changed nothing.
  const second = await begun(database);
  expect(await readRuns(database.pool, 20)).toMatchObject([{ status: 'running' }, dead]);
  const { rows } = await database.pool.query('SELECT status FROM ingestion_runs ORDER BY run_id');
  expect(rows).toEqual([{ status: 'running' }, { status: 'running' }]);
  await second.die();
  // The next one records what was told.
  const [told] = await readRuns(database.pool, 1);
  await ingest(smallDump());
  const recorded = await readRun(database.pool, second.runId);
  expect(recorded.error_message).toBe(told!.error_message);
  expect((await readRuns(database.pool, 20)).map(({ status }) => status)).toEqual([
    'completed',
    'failed',
    'failed',
  ]);
});

it('who looks again and again never sees a living run as dead', async () => {
  const { database, ingest } = await newPlant(firstServer);
  let over = false;
  const seen = new Set<string>();
  const look = (async () => {
    while (!over) {
      for (const { status } of await readRuns(database.pool, 20)) seen.add(status);
      await sleep(3);
    }
  })();
  for (let n = 0; n < 2; n++) await ingest(smallDump(), { force: true });
  over = true;
  await look;
  expect(seen).not.toContain('failed');
  expect(seen).toContain('completed');
});
