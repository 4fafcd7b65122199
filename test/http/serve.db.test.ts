import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { startEmbedded, statusEmbedded, stopEmbedded } from '../../src/platform/postgres/embedded.js';
import { ask, readParams, services } from '../../src/services/index.js';
import { newPlant } from '../ingest/support.js';
import { prodplan } from '../support/cli.js';
import { firstServer } from '../support/database.js';
import { smallDump, temporaryFolder } from '../support/dump.js';
import { removeHome } from '../support/homes.js';
import { runningRun } from '../support/running-run.js';
import { newApi } from './support.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** Starts `prodplan serve` as a user would; its address, once it has told it. */
async function serve(env: Readonly<Record<string, string>>): Promise<{ url: string; child: ChildProcess }> {
  const { REDIS_URL: _, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, 'serve', '--no-worker'], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let told = '';
  for await (const chunk of child.stdout!) {
    told += String(chunk);
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(told)?.[0];
    if (url !== undefined) return { url, child };
  }
  throw new Error(`serve ended: ${told}`);
}

async function environment(): Promise<{
  env: Record<string, string>;
  plant: Awaited<ReturnType<typeof newPlant>>;
}> {
  const plant = await newPlant(firstServer);
  const env = {
    PRODPLAN_HOME: await temporaryFolder(),
    DATABASE_URL: plant.database.url,
    PRODPLAN_PORT: '0',
  };
  return { env, plant };
}

it('keys are made, shown without their secret, and revoked by the command line', async () => {
  const { env } = await environment();
  const made = await prodplan(['keys', 'create', '--role', 'reader', '--label', 'painel', '--json'], env);
  const { key_id, token } = JSON.parse(made.stdout) as { key_id: string; token: string };
  const listed = await prodplan(['keys', 'list', '--json'], env);
  expect(JSON.parse(listed.stdout)).toMatchObject([
    { key_id, role: 'reader', label: 'painel', revoked_at: null },
  ]);
  expect(listed.stdout).not.toContain(token.slice(16));
  const { url } = await serve(env);
  const ask = async () =>
    (await fetch(`${url}/api/services`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await ask()).toBe(200);
  expect((await prodplan(['keys', 'revoke', key_id], env)).exitCode).toBe(0);
  expect(await ask()).toBe(401);
  const wrong = await prodplan(['keys', 'create', '--role', 'chefe', '--label', 'x'], env);
  expect([wrong.exitCode, wrong.stderr]).toEqual([2, expect.stringContaining('reader, operator, hr')]);
  expect((await prodplan(['keys', 'revoke', 'nada'], env)).exitCode).toBe(2);
}, 300_000);

it('answers heavy questions in a thread as it does the others, refusals too', async () => {
  const { env, plant } = await environment();
  await plant.ingest(smallDump());
  const { url, child } = await serve(env);
  let log = '';
  child.stderr!.on('data', (chunk) => {
    log += String(chunk);
  });
  const heavy = services.filter((one) => one.heavy && !one.path.includes('{') && one.access !== 'pay');
  expect(heavy.length).toBeGreaterThan(8);
  for (const service of heavy) {
    const params: Record<string, string> = service.name === 'prodplan.promise' ? { produto_id: '201' } : {};
    const told = await (await fetch(`${url}${service.path}?${new URLSearchParams(params)}`)).json();
    const itself = await ask(plant.database.pool, service, readParams(service, params), {
      maySeeNames: false,
    });
    expect(told).toEqual(JSON.parse(JSON.stringify(itself)));
  }
  expect(log).toContain('a thread answers heavy questions');
  const missing = await fetch(`${url}/api/prodplan/promise?produto_id=999999`);
  expect([missing.status, ((await missing.json()) as { code: string }).code]).toEqual([404, 'NOT_FOUND']);
}, 300_000);

it('SIGTERM ends it, whoever still listens to a run or takes nothing of an export', async () => {
  const { env, plant } = await environment();
  await plant.ingest(smallDump());
  const { pool } = plant.database;
  await pool.query(`
    UPDATE agg_product SET produto_nome = repeat('x', 5000);
    INSERT INTO agg_order SELECT (jsonb_populate_record(one.a, jsonb_build_object('of_id', 100000 + n))).*
    FROM (SELECT a FROM agg_order a WHERE produto_id = 201 LIMIT 1) one, generate_series(1, 6000) n`);
  const { runId } = await runningRun(plant.database);
  const { url, child } = await serve(env);
  const events = await fetch(`${url}/api/ingestion/runs/${runId}/events`);
  const heard = events.text();
  const stalled = connect(Number(new URL(url).port), '127.0.0.1');
  stalled.on('error', () => {});
  stalled.pause();
  stalled.write(`GET /api/prodplan/orders?format=csv HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n`);
  expect((await fetch(`${url}/api/gates`)).status).toBe(200);
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  expect(await heard).toContain('event: progress');
  const [code, signal] = await ended;
  expect([code, signal]).toEqual([0, null]);
  stalled.destroy();
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
}, 300_000);

it('ends at once where a connection has asked for nothing yet, as browsers and a cancelled fetch leave one', async () => {
  const api = await newApi();
  const silent = connect(Number(new URL(api.url).port), '127.0.0.1');
  const isClosed = once(silent, 'close');
  await once(silent, 'connect');
  const events = await fetch(`${api.url}/api/publication/events`);
  await events.body!.cancel();
  // It would wait for a minute, which is longer than this test may last.
  await api.close();
  await isClosed;
}, 30_000);

it('an embedded database that dies is started again; one that is stopped is not', async () => {
  const home = await temporaryFolder();
  onTestFinished(() => removeHome(home));
  const { url } = await serve({ PRODPLAN_HOME: home, DATABASE_URL: '', PRODPLAN_PORT: '0' });
  const isReady = async () => (await fetch(`${url}/health/ready`)).status === 200;
  await expect.poll(isReady).toBe(true);
  const { pid } = statusEmbedded(home);
  process.kill(pid!, 'SIGKILL');
  await expect.poll(isReady).toBe(false);
  await expect.poll(isReady, { timeout: 60_000 }).toBe(true);
  expect(statusEmbedded(home).pid).not.toBe(pid);
  expect(await stopEmbedded(home)).toBe(true);
  // Longer than it takes to notice.
  await sleep(5_000);
  expect(statusEmbedded(home).state).toBe('stopped');
}, 300_000);

it('an embedded database that another command started again on another port: serve ends, and says so', async () => {
  const home = await temporaryFolder();
  onTestFinished(() => removeHome(home));
  const { child } = await serve({ PRODPLAN_HOME: home, DATABASE_URL: '', PRODPLAN_PORT: '0' });
  let words = '';
  child.stderr!.on('data', (chunk) => (words += String(chunk)));
  const ended = once(child, 'close');
  const { pid, port } = statusEmbedded(home);
  process.kill(pid!, 'SIGKILL');
  // Somebody has its port by the time it comes back.
  const thief = createServer();
  onTestFinished(() => void thief.close());
  const hold = async (): Promise<boolean> =>
    await new Promise((resolve) => {
      thief.once('error', () => resolve(false));
      thief.listen(port!, '127.0.0.1', () => resolve(true));
    });
  await expect.poll(hold, { interval: 5 }).toBe(true);
  const server = await startEmbedded(home);
  expect(server.port).not.toBe(port);
  expect(await ended).toEqual([1, null]);
  expect(words).toContain('voltou noutra porta');
}, 300_000);

it.skipIf(process.platform !== 'linux')(
  'open hands the address of what answers to the browser',
  async () => {
    const { env } = await environment();
    const folder = await temporaryFolder();
    const opened = join(folder, 'opened');
    await writeFile(join(folder, 'xdg-open'), `#!/bin/sh\necho "$1" > ${opened}\n`, { mode: 0o755 });
    const { url } = await serve(env);
    const { port } = new URL(url);
    const found = await prodplan(['open', '--port', port], { ...env, PATH: `${folder}:${process.env.PATH}` });
    expect([found.exitCode, found.stdout]).toEqual([0, `${url}/\n`]);
    await expect.poll(() => readFile(opened, 'utf8').catch(() => '')).toMatch(/#entrar=pp_once_[\w-]{43}\n$/);
    const [address, code] = (await readFile(opened, 'utf8')).trim().split('#entrar=');
    expect(address).toBe(`${url}/`);
    const entered = await fetch(`${url}/api/session`, {
      method: 'POST',
      headers: { authorization: `Bearer ${code}` },
    });
    expect(await entered.json()).toMatchObject({ key: 'local', may_operate: true });
    const alone = await prodplan(['open', '--port', port], { ...env, PATH: '' });
    expect([alone.exitCode, alone.stdout, alone.stderr]).toEqual([
      0,
      `${url}/\n`,
      expect.stringContaining('abra este endereço'),
    ]);
    const nobody = await prodplan(['open', '--port', '1'], env);
    expect([nobody.exitCode, nobody.stderr]).toEqual([2, expect.stringContaining('prodplan serve')]);
  },
  300_000,
);

it('a port that is taken is said so', async () => {
  const { env } = await environment();
  const { url } = await serve(env);
  const second = await prodplan(['serve', '--port', new URL(url).port], env);
  expect([second.exitCode, second.stderr]).toEqual([2, expect.stringContaining('CANNOT_LISTEN')]);
}, 300_000);
