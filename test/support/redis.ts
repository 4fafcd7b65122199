import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject, onTestFinished } from 'vitest';

export interface TestRedis {
  readonly name: string;
  /** The address of a Redis for one test. What it keeps is named by the database, which is the test's own. */
  url(): Promise<string>;
}

/** A Redis that the test may stop, kill and start again. */
export interface OwnRedis {
  readonly url: string;
  readonly port: number;
  /** With kill -9; what it held is lost, unless it is a lasting one. */
  kill(): Promise<void>;
  /** On the same port. */
  start(): Promise<void>;
}

const program = findProgram('redis-server');

/** Whether a test can start a Redis of its own; where not, it says so. */
export const canStartRedis = program !== null;
if (!canStartRedis)
  console.log('redis-server is not installed: the tests that start one of their own are skipped.');

/** The Redis servers that a suite runs against: one of its own, and the one in TEST_REDIS_URL where it is set. */
export const testRedis: readonly TestRedis[] = [
  ...(canStartRedis ? [{ name: 'own Redis', url: async () => (await ownRedis()).url }] : []),
  ...(inject('testRedisUrl') === ''
    ? []
    : [{ name: 'TEST_REDIS_URL', url: async () => inject('testRedisUrl') }]),
];

/**
 * Starts a Redis on a free port of the loopback (or of another address) for the time of a test. A lasting one writes
 * down what it is told before it answers.
 */
export async function ownRedis(host = '127.0.0.1', { lasting = false } = {}): Promise<OwnRedis> {
  const folder = mkdtempSync(join(tmpdir(), 'prodplan-redis-'));
  const port = await freePort(host);
  let child: ChildProcess | null = null;
  const kill = async (): Promise<void> => {
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const closed = once(child, 'exit');
    child.kill('SIGKILL');
    await closed;
  };
  const start = async (): Promise<void> => {
    const settings = {
      ...{ bind: host, port, dir: folder, save: '', 'protected-mode': 'no' },
      ...{ appendonly: lasting ? 'yes' : 'no', appendfsync: 'always' },
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    child = spawn(program!, args, { stdio: 'ignore' });
    await untilItAnswers(host, port);
  };
  onTestFinished(async () => {
    await kill();
    rmSync(folder, { recursive: true, force: true });
  });
  await start();
  return { url: `redis://${host}:${port}`, port, kill, start };
}

export async function untilItAnswers(host: string, port: number): Promise<void> {
  for (const end = Date.now() + 20_000; Date.now() < end; await sleep(20)) {
    const socket = connect({ host, port });
    const answered = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (answered) return;
  }
  throw new Error(`the Redis of the test does not answer at ${host}:${port}`);
}

/** A port that nobody listens at now. */
export async function freePort(host = '127.0.0.1'): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function findProgram(name: string): string | null {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not there; perhaps in the next one.
    }
  }
  return null;
}
