import { tmpdir } from 'node:os';
import { expect, it, onTestFinished } from 'vitest';
import { onEveryServer } from '../../test/support/database.js';
import { checkReadiness, type ReadinessOptions } from './health.js';
import { observe } from './metrics.js';
import { serveOperations } from './operations-server.js';

const nobody = 'redis://:segredo@127.0.0.1:1/0';

async function ask(port: number, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`);
  return { status: response.status, text: await response.text() };
}

onEveryServer('health and metrics', (server) => {
  async function served(more: Partial<ReadinessOptions> = {}) {
    const test = await server.create();
    onTestFinished(() => test.drop());
    const options = { database: test.database, home: tmpdir(), redisUrl: null, askQueue: null, ...more };
    const operations = await serveOperations({ ...options, port: 0 });
    onTestFinished(() => operations.close());
    return { ...test, port: operations.port, options };
  }

  it('a port that is taken is said with what to do', async () => {
    const { port, options } = await served();
    await expect(serveOperations({ ...options, port })).rejects.toMatchObject({
      code: 'CANNOT_LISTEN',
      remedy: expect.stringContaining('--metrics-port'),
    });
  });

  it('is ready with all that work needs, and says what is missing', async () => {
    const { port, database } = await served();
    const good = await ask(port, '/health/ready');
    expect([good.status, JSON.parse(good.text)]).toMatchObject([200, { status: 'ok' }]);
    expect(JSON.parse(good.text).checks.map((one: { name: string }) => one.name)).toEqual([
      'database',
      'migrations',
      'disk',
    ]);
    await database.pool.query("DELETE FROM schema_migrations WHERE name LIKE '0003%'");
    const behind = await ask(port, '/health/ready');
    expect(behind.status).toBe(503);
    expect(JSON.parse(behind.text).checks).toContainEqual({
      name: 'migrations',
      ok: false,
      detail: expect.stringContaining('prodplan migrate'),
    });
    expect(await ask(port, '/health/live')).toMatchObject({ status: 200 });
    expect(await ask(port, '/elsewhere')).toMatchObject({ status: 404 });
  });

  it('is not ready without its Redis, without its database, or where they do not answer; and gives no secret away', async () => {
    const { port, options, database } = await served({ redisUrl: nobody });
    const noRedis = await ask(port, '/health/ready');
    expect(noRedis.status).toBe(503);
    expect(noRedis.text).not.toContain('segredo');
    const stuck = { pool: { query: () => new Promise(() => {}) }, connect: database.connect } as never;
    const late = await checkReadiness({ ...options, redisUrl: null, database: stuck, patienceMs: 1_000 });
    expect(late).toMatchObject({
      status: 'unavailable',
      checks: [
        { name: 'database', ok: false },
        { name: 'migrations', ok: false },
        { name: 'disk', ok: true },
      ],
    });
    await database.pool.end();
    database.close = async () => {};
    expect(await ask(port, '/health/ready')).toMatchObject({ status: 503 });
    expect(await ask(port, '/health/live')).toMatchObject({ status: 200 });
  });

  it('gives the figures that were told, and the depth of the queue at that moment', async () => {
    const { port } = await served();
    observe.rows('Fases', 'inserted', 71);
    observe.rows('Fases', 'inserted', 2);
    observe.stage('merge', 0.3);
    observe.job('maintenance', 'completed', 2);
    observe.lockWait('run', 0.2);
    observe.request('GET', '/v1/orders/:id', 200, 0.01);
    observe.run('ingest', 'completed');
    let waiting = 3;
    observe.queue(async () => ({ waiting }));
    const first = (await ask(port, '/metrics')).text;
    expect(first).toMatch(/prodplan_rows_total\{sheet="Fases",outcome="inserted"\} \d+/);
    expect(first).toContain('prodplan_queue_jobs{state="waiting"} 3');
    expect(first).toMatch(/prodplan_stage_seconds_bucket\{le="0.5",stage="merge"\} \d+/);
    expect(first).toMatch(/prodplan_jobs_total\{job="maintenance",outcome="completed"\} \d+/);
    expect(first).toMatch(/prodplan_lock_wait_seconds_count\{lock="run"\} \d+/);
    expect(first).toMatch(
      /prodplan_http_request_seconds_count\{method="GET",route="\/v1\/orders\/:id",status="200"\} \d+/,
    );
    waiting = 0;
    expect((await ask(port, '/metrics')).text).toContain('prodplan_queue_jobs{state="waiting"} 0');
    observe.queue(async () => {
      throw new Error('away');
    });
    const away = await ask(port, '/metrics');
    expect(away.status).toBe(200);
    expect(away.text).not.toContain('prodplan_queue_jobs{');
  });
});
