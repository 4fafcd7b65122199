import { mkdir, readdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startJobWorker } from '../../src/jobs/index.js';
import { createLog } from '../../src/platform/logging.js';
import { dumpWorkbook, smallDump, temporaryFolder } from '../support/dump.js';
import { runningRun } from '../support/running-run.js';
import { type Api, newApi, problemOf } from './support.js';

async function work(api: Api): Promise<void> {
  const log = createLog({ level: 'fatal', destination: { write: () => {} } });
  const worker = await startJobWorker({ database: api.database, config: api.config, log });
  onTestFinished(() => worker.stop(5_000));
}

async function upload(
  api: Api,
  content: Buffer,
  name = 'Folha_IA.xlsx',
  fields: Record<string, string> = {},
) {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([new Uint8Array(content)]), name);
  return await fetch(`${api.url}/api/ingestion/runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}` },
    body: form,
  });
}

async function ended(api: Api, job: string) {
  for (let n = 0; n < 300; n++) {
    const response = await api.get(`/api/jobs/${job}`, { key: api.token });
    const found = (await response.json()) as {
      state: string;
      progress: { run_id: number | null } | null;
      error: { code: string } | null;
    };
    if (found.state === 'completed' || found.state === 'failed') return found;
    await sleep(200);
  }
  throw new Error(`job ${job} does not end`);
}

interface Posted {
  readonly job_id: string;
  readonly is_new: boolean;
  readonly worker: boolean;
  readonly note: string | null;
}

describe('a workbook that is posted', () => {
  it('is taken in by a worker, once, and can be followed to its report', async () => {
    const api = await newApi();
    const workbook = dumpWorkbook(smallDump());
    const first = await upload(api, workbook, '../../etc/Folha <x>.xlsx');
    expect(first.status).toBe(202);
    const posted = (await first.json()) as Posted;
    expect(posted).toMatchObject({ is_new: true, worker: false, note: expect.stringContaining('worker') });
    expect(first.headers.get('location')).toBe(`/api/jobs/${posted.job_id}`);
    const second = (await (await upload(api, workbook)).json()) as Posted;
    expect(second).toMatchObject({ job_id: posted.job_id, is_new: false });
    // Nothing of the uploads is left behind.
    expect(await readdir(join(api.config.http.inbox, 'uploads'))).toEqual([]);

    await work(api);
    expect(await ended(api, posted.job_id)).toMatchObject({ state: 'completed', run_id: 1 });
    const { data } = await api.client.GET('/api/ingestion/runs');
    expect(data!.data).toHaveLength(1);
    const run = data!.data[0]!;
    expect(run).toMatchObject({ status: 'completed', source_name: 'Folha _x_.xlsx' });
    expect(JSON.stringify(run)).not.toContain(api.config.home);
    const report = await api.client.GET('/api/ingestion/runs/{run_id}/report', {
      params: { path: { run_id: run.run_id } },
    });
    const told = report.data!.data;
    expect(told.reconciled).toBe(true);
    expect(told.run.sheets.find((one) => one.sheet === 'OrdensFabrico')!.rows).toBe(20);
    expect(told.gates.length).toBeGreaterThan(5);
    const rows_used = told.run.sheets.reduce((sum, one) => sum + one.inserted, 0);
    expect(report.data!.support).toMatchObject({
      run_id: run.run_id,
      data_version: 1,
      as_of: run.as_of,
      rows_used,
    });
    const one = await api.client.GET('/api/ingestion/runs/{run_id}', {
      params: { path: { run_id: run.run_id } },
    });
    expect(one.data).toMatchObject({ status: 'SUPPORTED', data: told.run });

    const { rows } = await api.database.pool.query('SELECT * FROM api_audit ORDER BY audit_id');
    expect(rows.map((one) => [one.operation, one.key_id, one.status])).toEqual([
      ['ingestion.post_run', 'local', 202],
      ['ingestion.post_run', 'local', 202],
    ]);
    expect(rows[0].details).toMatchObject({ job_id: posted.job_id });
  });

  it('may lie in the inbox folder, and nowhere else', async () => {
    const api = await newApi();
    const { inbox } = api.config.http;
    await mkdir(inbox, { recursive: true });
    const outside = join(await temporaryFolder(), 'fora.xlsx');
    await writeFile(outside, dumpWorkbook(smallDump()));
    await writeFile(join(inbox, 'today.xlsx'), dumpWorkbook(smallDump()));
    await symlink(outside, join(inbox, 'ligacao.xlsx'));
    const post = async (path: string) => {
      const response = await fetch(`${api.url}/api/ingestion/runs`, {
        method: 'POST',
        headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ path }),
      });
      return [response.status, (await problemOf(response)).code];
    };
    expect((await post('today.xlsx'))[0]).toBe(202);
    expect((await post(join(inbox, 'today.xlsx')))[0]).toBe(202);
    expect(await post('nada.xlsx')).toEqual([422, 'FILE_NOT_FOUND']);
    for (const path of [
      outside,
      '../fora.xlsx',
      'ligacao.xlsx',
      '/etc/passwd',
      '/etc/nada',
      '.',
      '..',
      'x/../..',
    ])
      expect(await post(path), path).toEqual([403, 'OUTSIDE_INBOX']);
    expect((await post('a\0b'))[0]).toBe(400);
  });

  it('is refused where it is no workbook, too large, or the form is not right', async () => {
    const api = await newApi({ env: { PRODPLAN_UPLOAD_LIMIT_MB: '1' } });
    const notOne = await upload(api, Buffer.from('isto não é um livro'));
    expect(notOne.status).toBe(422);
    const problem = await problemOf(notOne);
    expect(problem.code).toBe('NOT_A_ZIP');
    expect(JSON.stringify(problem)).not.toContain(api.config.home);
    expect((await problemOf(await upload(api, Buffer.alloc(2_000_000)))).code).toBe('TOO_LARGE');
    const bad = await problemOf(
      await upload(api, dumpWorkbook(smallDump()), 'x.xlsx', { force: 'talvez', zz: '1' }),
    );
    expect(bad.parameters?.map((one) => one.parameter).sort()).toEqual(['force', 'zz']);
    const empty = await fetch(`${api.url}/api/ingestion/runs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.token}` },
      body: new FormData(),
    });
    expect(empty.status).toBe(400);
    expect(await readdir(join(api.config.http.inbox, 'uploads'))).toEqual([]);
    const { rows } = await api.database.pool.query('SELECT status, code FROM api_audit ORDER BY audit_id');
    expect(rows.slice(0, 2)).toEqual([
      { status: 422, code: 'NOT_A_ZIP' },
      { status: 413, code: 'TOO_LARGE' },
    ]);
  });
});

describe('a run', () => {
  it('is told as events until it ends', async () => {
    const api = await newApi();
    const { result } = await api.ingest(smallDump());
    const response = await api.get(`/api/ingestion/runs/${result.run_id}/events`, {
      headers: { accept: 'text/event-stream' },
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const text = await response.text();
    expect(text).toMatch(/^event: end\ndata: \{/);
    // One that is under way is told as it changes.
    const { runId } = await runningRun(api.database);
    await api.database.pool.query("UPDATE ingestion_runs SET stage = 'extract' WHERE run_id = $1", [runId]);
    const live = await api.get(`/api/ingestion/runs/${runId}/events`);
    const reader = live.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toMatch(/^event: progress\ndata: .*"stage":"extract"/);
    await api.database.pool.query("UPDATE ingestion_runs SET stage = 'merge' WHERE run_id = $1", [runId]);
    expect((await reader.read()).value).toMatch(/"stage":"merge"/);
    await api.database.pool.query("UPDATE ingestion_runs SET status = 'failed' WHERE run_id = $1", [runId]);
    expect((await reader.read()).value).toMatch(/^event: end/);
    expect((await reader.read()).done).toBe(true);
  });

  it('that lasts does not keep the server from ending', async () => {
    const api = await newApi();
    const { runId } = await runningRun(api.database);
    await api.database.pool.query("UPDATE ingestion_runs SET stage = 'extract' WHERE run_id = $1", [runId]);
    const live = await api.get(`/api/ingestion/runs/${runId}/events`);
    const text = live.text();
    await sleep(300);
    await api.close();
    expect(await text).toContain('event: progress');
  });

  it('tells its rejects page by page and as CSV, and differs from another as the dumps do', async () => {
    const api = await newApi({ holding: smallDump() });
    const next = smallDump();
    next.ordens_fabrico = next.ordens_fabrico!.map((one, n) => (n === 18 ? { ...one, of_fase_id: 8 } : one));
    next.fases_ordem_fabrico = next.fases_ordem_fabrico!.map((one, n) =>
      n < 5 ? { ...one, faseof_id: 'x' } : one,
    );
    const { result } = await api.ingest(next, { force: true });
    const path = { run_id: result.run_id! };
    const first = await api.client.GET('/api/ingestion/runs/{run_id}/rejects', {
      params: { path, query: { limit: 3 } },
    });
    expect(first.data!.data.map((one) => one.row_number)).toEqual([2, 3, 4]);
    const second = await api.client.GET('/api/ingestion/runs/{run_id}/rejects', {
      params: { path, query: { limit: 3, cursor: first.data!.next_cursor! } },
    });
    expect(second.data!.data.map((one) => one.row_number)).toEqual([5, 6]);
    expect(second.data!.next_cursor).toBeNull();
    const csv = await (await api.get(`/api/ingestion/runs/${path.run_id}/rejects?format=csv`)).text();
    const lines = csv.trim().split('\r\n');
    expect(lines.filter((line) => !line.startsWith('#'))).toHaveLength(6);
    expect(lines).toContain(`# carga: ${path.run_id}`);
    const diff = await api.client.GET('/api/ingestion/runs/{a}/diff/{b}', {
      params: { path: { a: path.run_id, b: 1 } },
    });
    expect(first.data!.support).toMatchObject({ run_id: path.run_id, rows_used: 5 });
    expect(diff.data!.support).toMatchObject({ run_id: path.run_id, data_version: 2 });
    expect(diff.data!.data.orders.phase_moved).toEqual([{ key: '1019', was: '6', is: '8' }]);
    expect((await api.get('/api/ingestion/runs/99')).status).toBe(404);
    expect((await api.get('/api/ingestion/runs/1/diff/99')).status).toBe(404);
    const table = await (await api.get(`/api/ingestion/runs/1/diff/${path.run_id}?format=csv`)).text();
    expect(table).toContain('orders,phase_moved,1019,6,8,1\r\n');
    const sheets = await (
      await api.get(`/api/ingestion/runs/${path.run_id}/report?format=csv&origin=false`)
    ).text();
    expect(sheets.trim().split('\r\n')).toHaveLength(1 + 9);
  });
});

describe('jobs', () => {
  it('are asked for, seen, and cancelled', async () => {
    const api = await newApi();
    const post = async (path: string, body: unknown) =>
      await fetch(`${api.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const posted = await post('/api/jobs', { name: 'maintenance' });
    expect(posted.status).toBe(202);
    const { job_id, worker } = (await posted.json()) as Posted;
    expect(worker).toBe(false);
    const client = await api.get('/api/jobs', { key: api.token });
    expect(await client.json()).toMatchObject({
      data: [{ id: job_id, name: 'maintenance', state: 'waiting' }],
    });
    expect((await api.get('/api/jobs')).status).toBe(401);
    expect(await (await post(`/api/jobs/${job_id}/cancel`, {})).json()).toEqual({
      id: job_id,
      outcome: 'removed',
    });
    expect((await api.get(`/api/jobs/${job_id}`, { key: api.token })).status).toBe(404);
    expect((await post('/api/jobs', { name: 'nada' })).status).toBe(404);
    expect((await post('/api/jobs', { name: 'maintenance', params: { x: 1 } })).status).toBe(400);
    const schedules = await api.get('/api/schedules', { key: api.token });
    expect(JSON.stringify(await schedules.json())).toContain('maintenance');
  });
});
