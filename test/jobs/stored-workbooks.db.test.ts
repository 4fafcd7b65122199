import { expect, it } from 'vitest';
import { ingestWorkbook } from '../../src/jobs/ingest-workbook.js';
import { findPost, release, whileStored } from '../../src/jobs/workbooks/stored.js';
import { readConfig } from '../../src/platform/config.js';
import { createLog } from '../../src/platform/logging.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';

it('a workbook that is just being posted again is not let go by the job before, which sees nobody waiting yet', async () => {
  const { database } = await newPlant(firstServer);
  const path = await writeWorkbook(dumpWorkbook(smallDump()));
  const workbook = { path, sha256: 'a'.repeat(64), bytes: 1 };
  const order: string[] = [];
  let isWaiting = false;
  let letting: Promise<void> | undefined;
  await whileStored(database, workbook, async () => {
    // The job before read this very moment when it began, and ends now.
    const postedAt = (await findPost(database, workbook.sha256))!;
    letting = release(database, workbook.sha256, postedAt, async () => {
      order.push('asked who waits');
      return isWaiting;
    });
    // It has come as far as the lock.
    await expect
      .poll(async () => {
        const { rowCount } = await database.pool.query(
          "SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        );
        return rowCount;
      })
      .toBe(1);
    isWaiting = true;
    order.push('posted');
  });
  await letting;
  expect(order).toEqual(['posted', 'asked who waits']);
  expect(await findPost(database, workbook.sha256)).not.toBeNull();
  isWaiting = false;
  await release(
    database,
    workbook.sha256,
    (await findPost(database, workbook.sha256))!,
    async () => isWaiting,
  );
  expect(await findPost(database, workbook.sha256)).toBeNull();
});

it('many that post at once need no second connection each', async () => {
  const { database } = await newPlant(firstServer);
  const path = await writeWorkbook(dumpWorkbook(smallDump()));
  const many = database.pool.options.max * 2;
  await Promise.all(
    Array.from({ length: many }, (_, n) =>
      whileStored(database, { path, sha256: String(n % 3).padStart(64, '0'), bytes: 1 }, async () => {}),
    ),
  );
  const { rows } = await database.pool.query('SELECT count(*)::int AS n FROM posted_workbooks');
  expect(rows).toEqual([{ n: 3 }]);
});

it('a job whose worker was killed when its run had ended has the result of that run', async () => {
  const plant = await newPlant(firstServer);
  const { run_id, workbook_sha256 } = (await plant.ingest(smallDump())).result;
  const posted: string[] = [];
  const context = {
    database: plant.database,
    config: readConfig({ PRODPLAN_HOME: await temporaryFolder() }),
    signal: new AbortController().signal,
    log: createLog({ level: 'silent' }),
    checkpoint: null,
    progress: async () => {},
    isWantedByOthers: async () => false,
    post: async (name: string) => void posted.push(name),
  };
  const wanted = {
    source_name: 'Folha_IA.xlsx',
    rank: 1,
    as_of: null,
    force: false,
    allow_missing_sheets: false,
  };
  const again = (more: object): Promise<unknown> => ingestWorkbook.run(context, { ...wanted, ...more });
  expect(await again({ workbook_sha256 })).toMatchObject({ status: 'completed', run_id });
  expect(posted).toEqual(['reconcile_orphans', 'refresh_backtest']);
  for (const other of [
    { workbook_sha256: 'b'.repeat(64) },
    { workbook_sha256, as_of: '2023-05-01T18:00:00' },
  ])
    await expect(again(other)).rejects.toMatchObject({ code: 'WORKBOOK_GONE' });
});
