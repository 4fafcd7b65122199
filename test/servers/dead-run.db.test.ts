import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { readRun, readRuns } from '../../src/ingestion/records/history.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';
import { runningRun } from '../support/running-run.js';

it('a run is told as running while it holds the lock, and as failed from the moment it does not', async () => {
  const { database, ingest } = await newPlant(firstServer);
  const first = await runningRun(database);
  expect(await readRun(database.pool, first.runId)).toMatchObject({ status: 'running', error_code: null });
  await first.die();
  const dead = { status: 'failed', error_code: 'RUN_DIED', error_remedy: expect.stringContaining('repita') };
  expect(await readRun(database.pool, first.runId)).toMatchObject(dead);
  expect(await readRuns(database.pool, 20)).toMatchObject([dead]);
  // Also while another one runs; and who only looks has changed nothing.
  const second = await runningRun(database);
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
