import { createHash } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createRedisBackend, Queue, Worker } from 'bullmq';
import pg from 'pg';
import { queueSessions } from '../connections.js';
import type { Database } from '../database.js';
import { ProdplanError } from '../errors.js';
import type { SessionConfig } from '../postgres/session.js';
import { checkRedis } from '../redis.js';
import { QueueClient, QueueConnection, SteadyBackend } from './postgres-backend.js';
import { queueSchema } from './schema.js';

/** Where the queues are kept, Redis or PostgreSQL. The code that uses it does not know which of the two it is. */
export interface QueueBackend {
  readonly name: 'redis' | 'postgres';
  readonly database: Database;
  // biome-ignore lint/suspicious/noExplicitAny: BullMQ's types tie every class to its backend; ours are the same for both.
  readonly factory: any;
  /** What BullMQ connects with, and the prefix of its keys. */
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  readonly options: { readonly connection: any; readonly prefix?: string };
  /** Aborted as soon as it closes: who asks then gets no answer any more. */
  readonly closing: AbortSignal;
  /** Lets go of what all queues share; after they are closed. */
  close(): Promise<void>;
}

/** Redis where REDIS_URL is set, the database itself otherwise. Throws `REDIS_UNREACHABLE`: one never stands in for the other. */
export async function queueBackend(database: Database): Promise<QueueBackend> {
  return database.redis === null
    ? postgresBackend(database)
    : await redisBackend(database, database.redis.url);
}

/** Whether anybody has ever opened the queue; one in Redis needs no making. */
export async function queueExists({ pool, redis }: Pick<Database, 'pool' | 'redis'>): Promise<boolean> {
  if (redis !== null) return true;
  const { rows } = await pool.query<{ found: boolean }>('SELECT to_regnamespace($1) IS NOT NULL AS found', [
    queueSchema,
  ]);
  return rows[0]!.found;
}

function postgresBackend(database: Database): QueueBackend {
  const connection = new QueueConnection(new pg.Pool(postgresSettings(database)) as never);
  // Every queue of a process listens to it; their number is ours.
  connection.setMaxListeners(0);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  return {
    name: 'postgres',
    database,
    factory: (name: string, options: object) => new SteadyBackend(connection, name, options),
    options: { connection: {} },
    closing: closing.signal,
    close: () => {
      closing.abort(new Error('the queue is closed'));
      return connection.close();
    },
  };
}

/** BullMQ's statements name no schema. */
function postgresSettings({ url, origin }: Database): SessionConfig & pg.PoolConfig {
  return {
    connectionString: url,
    ...(origin === 'embedded' ? { ssl: false } : {}),
    application_name: 'prodplan fila',
    Client: QueueClient,
    session: { search_path: queueSchema },
    max: queueSessions,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    allowExitOnIdle: true,
  };
}

async function redisBackend(database: Database, redisUrl: string): Promise<QueueBackend> {
  await checkRedis(redisUrl);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  return {
    name: 'redis',
    database,
    factory: createRedisBackend,
    options: {
      // A worker outlives a restart of its Redis: it asks again for as long as it takes.
      connection: { url: redisUrl, maxRetriesPerRequest: null },
      prefix: await keyPrefix(database),
    },
    // Each queue has a connection of its own there, which answers to the last.
    closing: closing.signal,
    close: async () => {},
  };
}

/** One Redis may serve several databases: the keys carry which, as the server itself is called, not its address. */
async function keyPrefix({ pool }: Database): Promise<string> {
  const { rows } = await pool.query<{ system: string; name: string }>(
    'SELECT system_identifier::text AS system, current_database() AS name FROM pg_control_system()',
  );
  const { system, name } = rows[0]!;
  return `prodplan:{${createHash('sha256').update(`${system}/${name}`).digest('hex').slice(0, 16)}}`;
}

/** Works on the same thing, from any process, one after the other, whatever the backend. */
export async function oneAfterTheOther<T>(
  { database, closing }: QueueBackend,
  key: string,
  work: () => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    // A process that is stopped while it holds this lock, or waits for a server that is away, must not block all
    // others.
    await client.query("BEGIN; SET LOCAL idle_in_transaction_session_timeout = '15s'");
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', ['prodplan fila', key]);
    const result = await unlessClosed(closing, work);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    // The lock must not outlive the failure, whatever state the connection is in.
    client.release(true);
    throw error;
  }
}

/**
 * While it closes, BullMQ on PostgreSQL never answers those who ask; they would keep their connection and their lock
 * for ever.
 */
async function unlessClosed<T>(closing: AbortSignal, ask: () => Promise<T>): Promise<T> {
  closing.throwIfAborted();
  let stopListening = (): void => {};
  const closed = new Promise<never>((_, reject) => {
    const tell = (): void => reject(closing.reason);
    closing.addEventListener('abort', tell, { once: true });
    stopListening = () => closing.removeEventListener('abort', tell);
  });
  return await Promise.race([ask(), closed]).finally(stopListening);
}

export type BullQueue = Queue<JobData, unknown, string>;
export type BullWorker = Worker<JobData, unknown, string>;

/** What BullMQ keeps of a job of ours. */
export interface JobData {
  readonly params: unknown;
  /** Somebody wants the job stopped; the worker that runs it looks for this. */
  readonly cancel?: boolean;
}

export function newQueue(backend: QueueBackend, name: string): BullQueue {
  const settings = { ...backend.options, connection: { ...backend.options.connection, ...askOnce(backend) } };
  const queue = new Queue(name, settings, backend.factory) as unknown as BullQueue;
  // A lost connection fails the next call; that is where it can be handled.
  queue.on('error', () => {});
  return queue;
}

/** Whoever posts or looks is answered, be it with a failure; only a worker asks for as long as it takes. */
function askOnce({ name }: QueueBackend): Record<string, unknown> {
  return name === 'redis' ? { maxRetriesPerRequest: 1 } : {};
}

/** Says of a failure that Redis is away, where it is. */
export async function askBackend<T>({ database, closing }: QueueBackend, ask: () => Promise<T>): Promise<T> {
  try {
    return await unlessClosed(closing, ask);
  } catch (error) {
    if (database.redis !== null && !(error instanceof ProdplanError)) await checkRedis(database.redis.url);
    throw error;
  }
}

export function newWorker(
  backend: QueueBackend,
  name: string,
  process: (job: BullJob, token: string) => Promise<unknown>,
  options: Record<string, unknown>,
): BullWorker {
  const settings = { ...backend.options, ...options };
  const processor = (job: unknown, token: unknown): Promise<unknown> =>
    process(job as BullJob, token as string);
  return new Worker(name, processor, settings as never, backend.factory) as unknown as BullWorker;
}

export type BullJob = NonNullable<Awaited<ReturnType<BullQueue['getJob']>>>;
