import pg from 'pg';
import type { Config } from './config.js';
import { ProdplanError } from './errors.js';
import { unreachable } from './postgres/connection-errors.js';
import { type StartOptions, startEmbedded } from './postgres/embedded.js';
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
  /** A connection of its own, for COPY, locks and long transactions. Who asks for it ends it. */
  connect(applicationName?: string): Promise<pg.Client>;
  /** Ends the pool and every connection that is still open. An embedded server stays up for the next process. */
  close(): Promise<void>;
}

export const oldestMajor = 15;
export const newestMajor = 18;

const connection_patience_ms = 10_000;

/** The database of this configuration: the server that DATABASE_URL names, else the embedded one. */
export async function connectDatabase(
  config: Pick<Config, 'home' | 'databaseUrl' | 'redisUrl' | 'lockSeconds'>,
  options: StartOptions = {},
): Promise<Database> {
  const { redisUrl, lockSeconds } = config;
  const redis = redisUrl === null ? null : { url: redisUrl, lease_ms: lockSeconds * 1_000 };
  if (config.databaseUrl !== null) return await openDatabase(config.databaseUrl, 'external', { redis });
  const server = await startEmbedded(config.home, options);
  return await openDatabase(server.url, 'embedded', { redis });
}

/** A Redis, and how long the lock of a run lasts there without a sign of life from its holder. */
export interface RedisSettings {
  readonly url: string;
  readonly lease_ms: number;
}

export interface OpenOptions {
  readonly maxConnections?: number;
  /** No statement may last longer; 0 stands for no limit. */
  readonly statementTimeout_ms?: number;
  /** The one that all who use this database share. */
  readonly redis?: RedisSettings | null;
}

/** Opens the database of a URL and looks whether we can work with its server. */
export async function openDatabase(
  url: string,
  origin: Database['origin'],
  { maxConnections = 10, statementTimeout_ms = 0, redis = null }: OpenOptions = {},
): Promise<Database> {
  const settings = connectionSettings(url, origin);
  const ofPool: SessionConfig & pg.PoolConfig = {
    ...settings,
    Client: SessionClient,
    session: { statement_timeout: String(statementTimeout_ms) },
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
    const serverVersion = await askVersion(pool, url);
    checkVersion(serverVersion);
    return { pool, url, origin, redis, serverVersion, connect, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function connectionSettings(url: string, origin: Database['origin']): pg.ClientConfig {
  return {
    // Our own server speaks plainly on this machine, whatever the user's PGSSLMODE asks of others.
    ...(origin === 'embedded' ? { ssl: false } : {}),
    connectionString: url,
    application_name: 'prodplan',
    connectionTimeoutMillis: connection_patience_ms,
    keepAlive: true,
    types: typeParsers,
  };
}

/** Refuses a server whose number (150018) is outside the range. */
export function checkVersion(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= oldestMajor && major <= newestMajor) return;
  throw new ProdplanError(
    'usage',
    'UNSUPPORTED_POSTGRES',
    `O servidor é um PostgreSQL ${major}.${version % 10_000}; o Prodplan trabalha com as versões ${oldestMajor} a ${newestMajor}.`,
    'Indique em DATABASE_URL um servidor com uma dessas versões, ou retire a variável para usar a base de dados embutida.',
  );
}

async function askVersion(pool: pg.Pool, url: string): Promise<number> {
  try {
    const answer = await pool.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    );
    return answer.rows[0]?.version ?? 0;
  } catch (error) {
    throw unreachable(url, error);
  }
}
