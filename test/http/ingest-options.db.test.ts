import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { cancelJob, postWorkbook, startJobWorker } from '../../src/jobs/index.js';
import { createLog } from '../../src/platform/logging.js';
import { prodplan } from '../support/cli.js';
import { dumpWorkbook, smallDump } from '../support/dump.js';
import { type Api, newApi } from './support.js';

const optionSets = [
  {},
  { as_of: '2023-04-30' },
  { force: 'true' },
  { allow_missing_sheets: 'true' },
  { as_of: '2023-04-30', force: 'true', allow_missing_sheets: 'true' },
] as const;

/** Saved before every moment that is asked for: what is asked for comes later, and no run is of an older dump. */
function workbook(): Buffer {
  return dumpWorkbook(smallDump(), { modified: '2023-04-28T00:00:00Z' });
}

interface Posted {
  readonly job_id: string;
  readonly is_new: boolean;
}

async function upload(api: Api, fields: Readonly<Record<string, string>>): Promise<Posted> {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(workbook())]), 'Folha_IA.xlsx');
  const headers = { authorization: `Bearer ${api.token}` };
  const response = await fetch(`${api.url}/api/ingestion/runs`, { method: 'POST', headers, body: form });
  expect(response.status).toBe(202);
  return (await response.json()) as Posted;
}

async function work(api: Api): Promise<void> {
  const log = createLog({ level: 'fatal', destination: { write: () => {} } });
  const worker = await startJobWorker({ database: api.database, config: api.config, log });
  onTestFinished(() => worker.stop(5_000));
}

async function ends(api: Api, id: string): Promise<void> {
  const jobs = await api.jobs();
  const ended = async () => (await jobs.status(id)).state;
  await expect.poll(ended, { timeout: 200_000, interval: 100 }).toMatch(/completed|failed/);
  expect(await jobs.status(id)).toMatchObject({ state: 'completed', error: null });
}

it('the same workbook with other options is a job of its own, and is kept until the last of them has ended', async () => {
  const api = await newApi();
  const posted: Posted[] = [];
  for (const options of optionSets) posted.push(await upload(api, options));
  expect(posted.map((one) => one.is_new)).toEqual(optionSets.map(() => true));
  expect(new Set(posted.map((one) => one.job_id)).size).toBe(optionSets.length);
  expect(await upload(api, optionSets[1])).toEqual(
    expect.objectContaining({ job_id: posted[1]!.job_id, is_new: false }),
  );
  // One that is cancelled takes the workbook of the others with it no more than one that has ended.
  expect(await cancelJob(await api.jobs(), posted[3]!.job_id)).toBe('removed');
  const kept = async () => (await api.database.pool.query('SELECT FROM posted_workbooks')).rowCount;
  expect(await kept()).toBe(1);
  await work(api);
  for (const [n, { job_id }] of posted.entries()) if (n !== 3) await ends(api, job_id);
  expect(await kept()).toBe(0);
  const { rows } = await api.database.pool.query(
    'SELECT forced FROM ingestion_runs WHERE forced ORDER BY run_id',
  );
  expect(rows).toHaveLength(2);
});

it('so do options that are posted by the command line', async () => {
  const api = await newApi();
  const path = join(api.config.home, 'um.xlsx');
  await writeFile(path, workbook());
  const jobs = await api.jobs();
  const first = await postWorkbook(jobs, { path });
  const env = { DATABASE_URL: api.database.url, PRODPLAN_HOME: api.config.home };
  const params = ['--param', `path=${path}`, '--param', 'force=true'];
  const second = await prodplan(['jobs', 'run', 'ingest_workbook', ...params, '--json'], env);
  expect(JSON.parse(second.stdout)).toMatchObject({ isNew: true });
  expect(JSON.parse(second.stdout).id).not.toBe(first.id);
  expect(await postWorkbook(jobs, { path, force: true })).toMatchObject({
    id: JSON.parse(second.stdout).id,
    isNew: false,
  });
});
