import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingestion/run.js';
import { type JobRecord, Jobs, startJobWorker, watchFolder } from '../../src/jobs/index.js';
import { findPost, release } from '../../src/jobs/workbooks/stored.js';
import { readConfig } from '../../src/platform/config.js';
import { createLog } from '../../src/platform/logging.js';
import { queueSchema } from '../../src/platform/queue/index.js';
import { until } from '../ingest/running.js';
import { testDatabase } from '../support/database.js';
import { workbookOf } from './support.js';

/** Silent: what is told is not what these tests are about. */
const log = createLog({ level: 'silent' });

let home: string;
let database: Awaited<ReturnType<typeof testDatabase>>['database'];
let jobs: Jobs;
/** What a test started, to be ended before what it stands on. */
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  const test = await testDatabase();
  database = test.database;
  jobs = await Jobs.open(database);
  stops = [];
  return async () => {
    for (const stop of stops) await stop();
    await jobs.close();
    await test.drop();
    await rm(home, { recursive: true, force: true });
  };
});

/** As a Redis that came back without its data. */
async function loseQueue(): Promise<void> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = $1 AND tablename LIKE '%job%'`,
    [queueSchema],
  );
  await database.pool.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')} CASCADE`);
}

/** A folder with one workbook that is posted and waits: nobody works here. */
async function watched(): Promise<{
  job: JobRecord;
  sha256: string;
  arrives(place: string): Promise<unknown>;
}> {
  const folder = join(home, 'entrada');
  await mkdir(folder);
  await writeFile(join(home, 'um.xlsx'), workbookOf(0));
  await rename(join(home, 'um.xlsx'), join(folder, 'um.xlsx'));
  const told: JobRecord[] = [];
  const describeIt = async (job: JobRecord): Promise<string> => String(told.push(job));
  const options = { jobs, folder, log, describe: describeIt, pollMs: 20, settleMs: 20 };
  stops.push(await watchFolder(options));
  const [job] = await waiting();
  const { workbook_sha256: sha256 } = job!.params as { workbook_sha256: string };
  return {
    job: job!,
    sha256,
    arrives: async (place) => {
      const there = (): Promise<boolean> =>
        stat(join(folder, place, 'um.xlsx')).then(
          ({ size }) => size > 0,
          () => false,
        );
      await until(`um.xlsx in ${place}`, there, { patienceMs: 30_000 });
      return told[0];
    },
  };
}

async function waiting(): Promise<JobRecord[]> {
  let found: JobRecord[] = [];
  const isThere = async (): Promise<boolean> => {
    found = await jobs.list({ states: ['waiting'] });
    return found.length > 0;
  };
  await until('a job that waits', isThere, { patienceMs: 30_000 });
  return found;
}

describe('a queue that lost its data', { timeout: 90_000 }, () => {
  it('a workbook that was published all the same is filed as done, with what its run did', async () => {
    const { sha256, job, arrives } = await watched();
    const path = join(home, 'entrada', 'um.xlsx');
    await ingest({ database, path, extractsFolder: home, timeZone: 'Europe/Lisbon' });
    await release(database, sha256, (await findPost(database, sha256))!);
    await loseQueue();
    expect(await arrives('done')).toMatchObject({
      id: job.id,
      state: 'completed',
      result: { run_id: 1, status: 'completed' },
    });
  });

  it('one that was refused is filed as failed, with the reason of its run', async () => {
    const { sha256, arrives } = await watched();
    await database.pool.query(
      `INSERT INTO ingestion_runs (status, stage, source_name, workbook_sha256, contract_version, rule_version, forced, started_at,
         finished_at, error_kind, error_code, error_message, error_remedy, host, pid)
       VALUES ('failed', 'open', 'um.xlsx', $1, '1', 1, false, now(), now(), 'contract', 'OLDER_DUMP', 'Mais antigo.', '', 'h', 1)`,
      [sha256],
    );
    await release(database, sha256, (await findPost(database, sha256))!);
    await loseQueue();
    expect(await arrives('failed')).toMatchObject({ state: 'failed', error: { code: 'OLDER_DUMP' } });
  });

  it('one whose job still waited is posted again', async () => {
    const { job, sha256 } = await watched();
    await loseQueue();
    const [again] = await waiting();
    expect(again).toMatchObject({ params: { workbook_sha256: sha256 } });
    expect(again!.id).not.toBe(job.id);
  });

  it('one whose job was cancelled while it waited is not: it is filed as failed, and kept no longer', async () => {
    const { job, sha256, arrives } = await watched();
    expect(await jobs.cancel(job.id)).toBe('removed');
    expect(await arrives('failed')).toMatchObject({ error: { code: 'CANCELLED' } });
    expect(await findPost(database, sha256)).toBeNull();
    expect(await jobs.list({ states: ['waiting'] })).toEqual([]);
  });

  it('a worker puts the schedules back that the queue has forgotten', async () => {
    const config = readConfig({ PRODPLAN_HOME: home });
    const worker = await startJobWorker({ database, config, log, schedulesMs: 50 });
    stops.push(() => worker.stop(0));
    const before = (await jobs.schedules()).map(({ id }) => id);
    expect(before).not.toEqual([]);
    await jobs.queue('maintenance').declareSchedules([]);
    const areBack = async (): Promise<boolean> => (await jobs.schedules()).length === before.length;
    await until('the schedules', areBack, { patienceMs: 30_000 });
  });
});
