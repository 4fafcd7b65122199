import { join } from 'node:path';
import { expect } from 'vitest';
import { check } from '../../src/evidence/check/check.js';
import { ingest } from '../../src/ingestion/run.js';
import { type JobRecord, Jobs, jobStatus, postJob, startJobWorker } from '../../src/jobs/index.js';
import { readConfig } from '../../src/platform/config.js';
import type { Database } from '../../src/platform/database.js';
import { createLog } from '../../src/platform/logging.js';
import { ensureMigrated } from '../../src/platform/migrate.js';
import { ask, readParams, services } from '../../src/services/index.js';
import { until } from '../ingest/running.js';
import { coreChecksum } from '../support/core.js';
import { type Dump, dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';

/** What a database gives that went the whole way: on every server the same. */
export interface WholeWay {
  readonly core: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly check: unknown;
}

/** Floats whose last digits count, and a text that other settings would read otherwise. */
export function tellingDump(): Dump {
  const dump = smallDump();
  dump.modelos = dump.modelos!.map((row) => ({ ...row, produto_nome: `K1 \\'NULL\\' ${row.produto_id}` }));
  return dump;
}

/** Tables made, two dumps taken in (the second one twice), every question asked, `check`, and a job done by a worker. */
export async function wholeWay(database: Database): Promise<WholeWay> {
  await ensureMigrated(database);
  // Pseudonyms are made with a secret of each database, and stand in the order of some lists.
  await database.pool.query(`UPDATE pseudonym_secret SET salt = '\\x01'`);
  const folder = await temporaryFolder();
  const first = tellingDump();
  const second = { ...first, ordens_fabrico: first.ordens_fabrico!.slice(0, 19) };
  for (const [dump, status] of [
    [first, 'completed'],
    [second, 'completed'],
    [second, 'unchanged'],
  ] as const) {
    const path = await writeWorkbook(dumpWorkbook(dump));
    const settings = { database, extractsFolder: join(folder, 'extracts'), timeZone: 'Europe/Lisbon' };
    expect((await ingest({ ...settings, path })).result.status).toBe(status);
  }
  await doJob(database, folder);
  const answers: Record<string, unknown> = {};
  for (const service of services) {
    const given = { of_id: '1003', produto_id: '201' };
    const needed = Object.entries(given).filter(
      ([name]) => service.params.shape[name]?.isOptional() === false,
    );
    const params = readParams(service, Object.fromEntries(needed));
    const { status, data, support } = await ask(database.pool, service, params, { maySeeNames: true });
    answers[service.name] = { status, data, rows: support.rows_used };
  }
  const report = await check(database.pool, new Map());
  expect(report.status).toBe('ok');
  return {
    core: await coreChecksum(database.pool),
    ...(comparable({ answers, check: report }) as Pick<WholeWay, 'answers' | 'check'>),
  };
}

async function doJob(database: Database, home: string): Promise<void> {
  const log = createLog({ destination: { write: () => {} } });
  const config = { ...readConfig({ PRODPLAN_HOME: home }), keepRuns: 100 };
  const worker = await startJobWorker({ database, config, log });
  const jobs = await Jobs.open(database);
  try {
    const { id } = await postJob(jobs, 'refresh_aggregates');
    let job: JobRecord | undefined;
    await until('the end of the job', async () => {
      job = await jobStatus(jobs, id);
      return job.state === 'completed' || job.state === 'failed';
    });
    expect(job).toMatchObject({ state: 'completed', error: null });
  } finally {
    await jobs.close();
    await worker.stop(5_000);
  }
}

/** When a run began differs from one database to the next. */
function comparable(found: object): unknown {
  return JSON.parse(JSON.stringify(found, (name, value) => (/_at$/.test(name) ? undefined : value)));
}
