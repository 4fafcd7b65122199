import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Database } from './database.js';
import { migrationsAreCurrent } from './migrate.js';
import { decimalText } from './numbers.js';

/** Alive: the process answers at all. Nothing else is asked: a database that is away is no reason to restart us. */
export const liveAnswer = { status: 'ok' } as const;

export interface HealthCheck {
  readonly name: 'database' | 'migrations' | 'redis' | 'queue' | 'disk';
  readonly ok: boolean;
  /** Holds no address and no secret, because it is answered without a key. */
  readonly detail: string;
}

export interface Readiness {
  readonly status: 'ok' | 'unavailable';
  readonly checks: readonly HealthCheck[];
}

export interface ReadinessOptions {
  readonly database: Pick<Database, 'pool' | 'connect'>;
  /** Where this machine keeps its files. */
  readonly home: string;
  /** Null where no Redis is configured. */
  readonly redisUrl: string | null;
  /** Asks the queue something, over the connections that its workers use; null where the process has no queue. */
  readonly askQueue: (() => Promise<unknown>) | null;
  readonly patienceMs?: number;
}

/** Below this the next workbook may not fit: extract and staging take a few hundred MB. */
export const leastFreeBytes = 1024 ** 3;

/** Ready: everything that work needs is there. Each part is asked by itself, and none is waited for for long. */
export async function checkReadiness(options: ReadinessOptions): Promise<Readiness> {
  const patienceMs = options.patienceMs ?? 2_000;
  const parts: readonly (readonly [HealthCheck['name'], () => Promise<string>])[] = [
    ['database', () => databaseAnswers(options)],
    ['migrations', () => migrationsAreApplied(options)],
    ...(options.redisUrl === null ? [] : [['redis', () => redisAnswers(options.redisUrl!)] as const]),
    ...(options.askQueue === null ? [] : [['queue', () => queueAnswers(options.askQueue!)] as const]),
    ['disk', () => diskHasRoom(options.home)],
  ];
  const checks = await Promise.all(parts.map(([name, look]) => attempt(name, look, patienceMs)));
  return { status: checks.every((one) => one.ok) ? 'ok' : 'unavailable', checks };
}

/** Something that makes us unready; its words are ours. */
class NotReady extends Error {}

async function attempt(
  name: HealthCheck['name'],
  look: () => Promise<string>,
  patienceMs: number,
): Promise<HealthCheck> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NotReady(`não respondeu em ${patienceMs / 1000} s`)), patienceMs);
  });
  try {
    return { name, ok: true, detail: await Promise.race([look(), late]) };
  } catch (error) {
    return { name, ok: false, detail: error instanceof NotReady ? error.message : reasonOf(error) };
  } finally {
    clearTimeout(timer);
  }
}

/** Of a failure only its number is told: a message could hold an address. */
function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^[A-Z0-9_]{5,20}$/.test(code)
    ? `não responde (${code})`
    : 'não responde';
}

async function databaseAnswers({ database }: ReadinessOptions): Promise<string> {
  await database.pool.query('SELECT 1');
  return 'responde';
}

async function migrationsAreApplied({ database }: ReadinessOptions): Promise<string> {
  if (await migrationsAreCurrent(database)) return 'atualizadas';
  throw new NotReady('faltam migrações («prodplan migrate»)');
}

async function redisAnswers(url: string): Promise<string> {
  const { Redis } = await import('ioredis');
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 2_000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.ping();
    return 'responde';
  } finally {
    client.disconnect();
  }
}

/** The tables or the Redis of the queue, and a connection to them: without, no job is posted, found or done. */
async function queueAnswers(ask: () => Promise<unknown>): Promise<string> {
  await ask();
  return 'responde';
}

async function diskHasRoom(home: string): Promise<string> {
  let folder = home;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const freeGib = decimalText((bavail * bsize) / 1024 ** 3, 1);
  if (bavail * bsize >= leastFreeBytes) return `${freeGib} GiB livres`;
  throw new NotReady(`só ${freeGib} GiB livres; são precisos ${leastFreeBytes / 1024 ** 3}`);
}
