import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { until } from '../ingest/running.js';
import { canStartRedis, ownRedis } from '../support/redis.js';
import { anyPort, holdRuns, newPlace, type Place, secretName } from './support.js';

const backends: readonly { name: string; shared(): Promise<Record<string, string>> }[] = [
  { name: 'PostgreSQL alone', shared: async () => ({}) },
  ...(canStartRedis
    ? [
        {
          name: 'own Redis',
          shared: async () => ({ REDIS_URL: (await ownRedis()).url, PRODPLAN_LOCK_SECONDS: '5' }),
        },
      ]
    : []),
];

async function published({ database }: Place): Promise<{ run_id: number; data_version: number } | undefined> {
  return (await database.pool.query('SELECT run_id, data_version FROM publication WHERE run_id IS NOT NULL'))
    .rows[0];
}

/** Copies of workbooks that a worker has written out to read them. */
async function copies({ home }: Place): Promise<string[]> {
  const names = await readdir(join(home, 'extracts'), { recursive: true }).catch(() => []);
  return names.filter((name) => /workbook-\w+$/.test(name));
}

describe.each(backends)('a worker with $name', { timeout: 240_000 }, ({ shared }) => {
  it('is killed (kill -9) in the middle of a workbook: another takes it in, once, and tidies up after it', async () => {
    const place = await newPlace(await shared());
    const hold = await holdRuns(place);
    const id = await place.post(await place.workbook('um.xlsx'));
    const first = await place.worker();
    await hold.held();
    expect(await copies(place)).toHaveLength(1);
    const second = await place.worker();
    await first.kill();
    await hold.release();
    expect(await place.ended(id)).toMatchObject({ state: 'completed', starts: 2 });
    const runs = await place.runs();
    expect(runs.map(({ status, error_code }) => [status, error_code])).toEqual([
      ['failed', 'RUN_DIED'],
      ['completed', null],
    ]);
    expect(await published(place)).toMatchObject({ run_id: runs[1]!.run_id, data_version: 1 });
    expect(second.log()).toContainEqual(expect.objectContaining({ msg: 'job taken back', job_id: id }));
    expect(await copies(place)).toEqual([]);
  });

  it('is told to end (SIGTERM) with a workbook in hand: within ten seconds, and the job waits for the next', async () => {
    const place = await newPlace(await shared());
    const hold = await holdRuns(place);
    const id = await place.post(await place.workbook('um.xlsx'));
    const first = await place.worker();
    await hold.held();
    const began = performance.now();
    first.child.kill('SIGTERM');
    expect(await first.finished).toMatchObject({ exitCode: 0, signal: null });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await place.status(id)).toMatchObject({ state: 'waiting', error: null });
    expect(await published(place)).toBeUndefined();
    await hold.release();
    await place.worker();
    expect(await place.ended(id)).toMatchObject({ state: 'completed', starts: 2 });
    expect((await place.runs()).map(({ status }) => status)).toEqual(['failed', 'completed']);
  });

  it('a workbook is one job while it waits or runs, tells how far each sheet is, can be cancelled and posted again', async () => {
    const place = await newPlace(await shared());
    const path = await place.workbook('um.xlsx');
    const hold = await holdRuns(place);
    const id = await place.post(path);
    expect(await place.post(path)).toBe(id);
    await place.worker();
    await hold.held();
    expect(await place.post(path)).toBe(id);
    await until(
      'the progress of its sheets',
      async () => {
        const { progress } = await place.status(id);
        const sheets = (progress as { sheets?: Record<string, unknown> } | null)?.sheets ?? {};
        return Object.keys(sheets).length === 9;
      },
      { patienceMs: 60_000 },
    );
    expect((await place.status(id)).progress).toMatchObject({
      run_id: 1,
      stage: 'merge',
      sheets: {
        OrdensFabrico: { rows: 20, read: true, merged: true },
        OrdemFabricoErros: { read: true, merged: false },
      },
    });
    expect(await place.json('jobs', 'cancel', id)).toEqual({ id, outcome: 'asked' });
    expect(await place.ended(id)).toMatchObject({ state: 'failed', error: { code: 'CANCELLED' } });
    expect(await published(place)).toBeUndefined();
    await hold.release();

    const again = await place.post(path);
    expect(again).not.toBe(id);
    expect(await place.ended(again)).toMatchObject({ state: 'completed', result: { status: 'completed' } });
    // Once more, when it is published: a job of its own, which changes nothing.
    const third = await place.post(path);
    expect(await place.ended(third)).toMatchObject({ result: { status: 'unchanged', data_version: 1 } });
    const checks = await place.json<{ name: string }[]>('jobs', 'list');
    expect(checks.filter(({ name }) => name === 'reconcile_orphans').length).toBeGreaterThanOrEqual(1);
  });
});

describe('what a worker tells', { timeout: 240_000 }, () => {
  it('is one JSON object a line, with the number of job and run, and no name of a person', async () => {
    const place = await newPlace();
    const worker = await place.worker();
    const id = await place.post(await place.workbook('Folha da Zulmira.xlsx'));
    await place.ended(id);
    await until('the end in the log', async () => worker.log().some((line) => line.msg === 'job ends'));
    const mine = worker.log().filter((line) => line.job_id === id);
    expect(mine.map((line) => line.msg)).toEqual([
      'job begins',
      'run begins',
      ...Array(8).fill('stage begins'),
      'run ends',
      'job ends',
    ]);
    for (const line of mine.slice(1, -1)) expect(line).toMatchObject({ run_id: 1, job: 'ingest_workbook' });
    expect(mine.at(-2)).toMatchObject({ status: 'completed', data_version: 1 });
    expect(mine.at(-1)).toMatchObject({ outcome: 'completed', seconds: expect.any(Number) });
    worker.child.kill('SIGTERM');
    const { stdout, stderr } = await worker.finished;
    expect(stdout + stderr).not.toContain('Zulmira');
    const { rows } = await place.database.pool.query('SELECT DISTINCT funcionario_nome FROM funcionarios');
    expect(rows).toEqual([{ funcionario_nome: secretName }]);
  });

  it('are figures for Prometheus, and whether it lives and is ready', async () => {
    const place = await newPlace();
    const port = await anyPort();
    await place.worker('--metrics-port', port);
    const ask = async (path: string): Promise<{ status: number; text: string }> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`);
      return { status: response.status, text: await response.text() };
    };
    expect(await ask('/health/live')).toMatchObject({ status: 200 });
    expect(await ask('/health/ready')).toMatchObject({ status: 200 });
    await place.ended(await place.post(await place.workbook('um.xlsx')));
    let text = '';
    await until('the end of the job in the figures', async () => {
      text = (await ask('/metrics')).text;
      return text.includes('prodplan_jobs_total{job="ingest_workbook",outcome="completed"} 1');
    });
    for (const line of [
      'prodplan_rows_total{sheet="OrdensFabrico",outcome="inserted"} 20',
      'prodplan_runs_total{kind="ingest",outcome="completed"} 1',
      'prodplan_lock_wait_seconds_count{lock="run"} 1',
      'prodplan_queue_jobs{state="failed"} 0',
      ...['open', 'extract', 'merge', 'derive', 'reconcile', 'check', 'aggregate', 'publish'].map(
        (stage) => `prodplan_stage_seconds_count{stage="${stage}"} 1`,
      ),
    ])
      expect(text).toContain(`${line}\n`);
  });
});

describe('Redis is configured and absent', () => {
  const nobody = { REDIS_URL: 'redis://:segredo@127.0.0.1:1/0' };

  it.each([['worker'], ['serve', '--port', '0'], ['jobs', 'list'], ['jobs', 'run', 'maintenance']])(
    '%s %s says so and ends; nothing falls back to the database',
    async (...args) => {
      const place = await newPlace(nobody);
      const refused = await place.cli(...args.filter((one) => one !== undefined));
      expect(refused).toMatchObject({ exitCode: 1, stdout: '' });
      expect(refused.stderr).toContain('(REDIS_UNREACHABLE)');
      expect(refused.stderr).not.toContain('segredo');
      const { rows } = await place.database.pool.query("SELECT FROM pg_namespace WHERE nspname = 'fila'");
      expect(rows).toEqual([]);
    },
  );

  it.runIf(canStartRedis)(
    'while jobs are asked for: a refusal, and an answer again when it is back',
    async () => {
      const redis = await ownRedis(undefined, { lasting: true });
      const place = await newPlace({ REDIS_URL: redis.url });
      const worker = await place.worker();
      await redis.kill();
      expect(await place.cli('jobs', 'list')).toMatchObject({ exitCode: 1 });
      await redis.start();
      const { id } = await place.json<{ id: string }>('jobs', 'run', 'maintenance');
      expect(await place.ended(id)).toMatchObject({ state: 'completed' });
      expect(worker.child.exitCode).toBeNull();
    },
    120_000,
  );
});
