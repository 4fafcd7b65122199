import pg from 'pg';
import type { Config } from './config.js';
import { unreachable } from './postgres/connection-errors.js';
import { type StartOptions, startEmbedded } from './postgres/embedded.js';
import { mustSpeakPostgres } from './postgres/greeting.js';
import { checkServer } from './postgres/server-check.js';
import { SessionClient, type SessionConfig } from './postgres/session.js';
import { typeParsers } from './postgres/types.js';

export interface Database {
  readonly pool: pg.Pool;
  /** With the password: for programs, never for the eyes of a person. */
  readonly url: string;
  readonly origin: 'embedded' | 'external';
  /** The Redis that all who use this database share; null: none. */
  readonly redis: RedisSettings | null;
  /** 150018 */
  readonly serverVersion: number;
  /** A connection of its own, for COPY, locks and long transactions. The caller has to end it. */
  connect(applicationName?: string): Promise<pg.Client>;
  /** Ends the pool and every connection that is still open. An embedded server stays up for the next process. */
  close(): Promise<void>;
}

const connectionPatienceMs = 10_000;

/** The database of this configuration: the server that DATABASE_URL names, else the embedded one. */
export async function connectDatabase(
  config: Pick<Config, 'home' | 'databaseUrl' | 'redisUrl' | 'lockSeconds'>,
  options: StartOptions & Pick<DatabaseOptions, 'readOnly'> = {},
): Promise<Database> {
  const { readOnly = false } = options;
  const { redisUrl, lockSeconds } = config;
  const redis = redisUrl === null ? null : { url: redisUrl, leaseMs: lockSeconds * 1_000 };
  if (config.databaseUrl !== null)
    return await openDatabase(config.databaseUrl, 'external', { redis, readOnly });
  const server = await startEmbedded(config.home, options);
  return await openDatabase(server.url, 'embedded', { redis, readOnly });
}

/** A Redis, and how long the lock of a run lasts there without a sign of life from its holder. */
export interface RedisSettings {
  readonly url: string;
  readonly leaseMs: number;
}

export interface DatabaseOptions {
  readonly maxConnections?: number;
  /** No statement may last longer; 0 stands for no limit. */
  readonly statementTimeoutMs?: number;
  /** The one that all who use this database share. */
  readonly redis?: RedisSettings | null;
  /** Nothing will be written: a standby is good enough. */
  readonly readOnly?: boolean;
}

/**
 * Opens the database of a URL and looks whether we can work with its server. Throws `DATABASE_UNREACHABLE`,
 * `NOT_POSTGRES` and what `checkServer` throws.
 */
export async function openDatabase(
  url: string,
  origin: Database['origin'],
  { maxConnections = 10, statementTimeoutMs = 0, redis = null, readOnly = false }: DatabaseOptions = {},
): Promise<Database> {
  const settings = connectionSettings(url, origin);
  const ofPool: SessionConfig & pg.PoolConfig = {
    ...settings,
    Client: SessionClient,
    session: { statement_timeout: String(statementTimeoutMs) },
    max: maxConnections,
    allowExitOnIdle: true,
  };
  const pool = new pg.Pool(ofPool);
  // A connection that dies while nobody uses it is replaced by the pool; unheard, the event would end the process.
  pool.on('error', () => {});
  const own = new Set<pg.Client>();

  async function connect(applicationName = 'prodplan'): Promise<pg.Client> {
    const client = new SessionClient({ ...settings, application_name: applicationName });
    try {
      await client.connect();
    } catch (error) {
      throw unreachable(url, error);
    }
    own.add(client);
    client.once('end', () => own.delete(client));
    return client;
  }

  async function close(): Promise<void> {
    await Promise.all([...own].map((client) => client.end().catch(() => {})));
    await pool.end();
  }

  try {
    if (origin === 'external') await mustSpeakPostgres(url, connectionPatienceMs);
    const client = await pool.connect();
    const serverVersion = await checkServer(client, { connect, readOnly }).finally(() => client.release());
    return { pool, url, origin, redis, serverVersion, connect, close };
  } catch (error) {
    await close();
    throw unreachable(url, error);
  }
}

function connectionSettings(url: string, origin: Database['origin']): pg.ClientConfig {
  return {
    // Our own server speaks plainly on this machine, whatever the user's PGSSLMODE asks of others.
    ...(origin === 'embedded' ? { ssl: false } : {}),
    connectionString: url,
    application_name: 'prodplan',
    connectionTimeoutMillis: connectionPatienceMs,
    keepAlive: true,
    types: typeParsers,
  };
}
