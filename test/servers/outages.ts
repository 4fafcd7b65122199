import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import { startEmbedded, statusEmbedded } from '../../src/platform/postgres/embedded.js';
import { isProcessAlive } from '../../src/platform/postgres/processes.js';
import { removeHome } from '../support/homes.js';
import { cpuSeconds } from '../support/processor-time.js';
import { freePort } from '../support/redis.js';

const program = fileURLToPath(new URL('../../bin/prodplan.mjs', import.meta.url));

/** What is promised, and what a busy machine may take before a test fails. */
export const promised = { again_s: 15, end_s: 10 } as const;
const hangMs = 5 * 1000 * promised.again_s;

/** A server of the test's own, that it may kill. */
export interface OwnServer {
  readonly url: string;
  kill(): void;
  start(): Promise<void>;
  query(sql: string): Promise<pg.QueryResult>;
}

/** One below those that the system gives away: while the server is down, nobody gets it by chance. */
async function lastingPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + randomInt(10_000);
    const probe = createServer().listen(port, '127.0.0.1');
    const isFree = await once(probe, 'listening').then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    probe.close();
    await once(probe, 'close');
    return port;
  }
}

export async function ownServer(): Promise<OwnServer> {
  const home = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  await chmod(home, 0o711);
  onTestFinished(() => removeHome(home));
  const port = String(await lastingPort());
  const settings = { fsync: 'off', synchronous_commit: 'off', max_connections: '100', port } as const;
  const { url } = await startEmbedded(home, { settings });
  let killed: number | null = null;
  return {
    url,
    kill: () => {
      killed = statusEmbedded(home).pid!;
      process.kill(killed, 'SIGKILL');
    },
    start: async () => {
      // It dies some milliseconds after it was killed; until then it would be taken for one that is up already.
      if (killed !== null)
        await expect.poll(() => isProcessAlive(killed!), { timeout: hangMs, interval: 5 }).toBe(false);
      // Those that it served may hold its memory for a moment more.
      const again = () => startEmbedded(home, { settings }).then((one) => one.url, String);
      await expect.poll(again, { timeout: hangMs, interval: 200 }).toBe(url);
    },
    query: async (sql) => {
      const client = new pg.Client({ connectionString: url });
      client.on('error', () => {});
      await client.connect();
      return await client.query(sql).finally(() => client.end().catch(() => {}));
    },
  };
}

export interface Service {
  readonly child: ChildProcess;
  readonly port: number;
  said(): string;
  /** Its exit code; null while it runs. */
  code(): number | null;
  ready(): Promise<boolean>;
}

export async function service(
  command: 'serve' | 'worker',
  url: string,
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Service> {
  const port = await freePort();
  const home = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  const more = command === 'serve' ? ['--port', String(port)] : ['--metrics-port', String(port)];
  const child = spawn(process.execPath, [program, command, ...more, ...args], {
    env: { ...process.env, REDIS_URL: '', DATABASE_URL: url, PRODPLAN_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk) => {
      text += chunk;
    });
  return {
    child,
    port,
    said: () => text,
    code: () => child.exitCode ?? (child.signalCode === null ? null : -1),
    ready: async () =>
      await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(5_000) }).then(
        (response) => response.status === 200,
        () => false,
      ),
  };
}

/** `again`: it is ready; `ended`: it has ended, with a message and a code. Anything else fails. Seconds until then. */
export async function recovers(one: Service): Promise<{ how: 'again' | 'ended'; seconds: number }> {
  const began = performance.now();
  for (;;) {
    const seconds = (performance.now() - began) / 1000;
    if (one.code() !== null) {
      expect(one.said()).toMatch(/\([A-Z_]{5,}\)/);
      expect(one.said()).not.toMatch(/^\s+at .*:\d+:\d+/m);
      expect([1, 2]).toContain(one.code());
      return { how: 'ended', seconds };
    }
    if (await one.ready()) return { how: 'again', seconds };
    if (seconds * 1000 > hangMs) throw new Error(`it neither works nor ends: ${one.said().slice(-2000)}`);
    await sleep(100);
  }
}

/** Never more than half a core while it has nothing to do: its own processor time, whatever others take. */
export async function mustBeIdle({ child }: Service): Promise<number> {
  const began = performance.now();
  const before = cpuSeconds(child.pid!);
  await sleep(3_000);
  const share = (cpuSeconds(child.pid!) - before) / ((performance.now() - began) / 1000);
  expect(share).toBeLessThan(0.5);
  return share;
}

/** Seconds that SIGINT took. */
export async function mustObey(one: Service): Promise<number> {
  if (one.code() !== null) return 0;
  const began = performance.now();
  one.child.kill('SIGINT');
  await expect.poll(() => one.code(), { timeout: 5_000 * promised.end_s }).not.toBeNull();
  return (performance.now() - began) / 1000;
}
