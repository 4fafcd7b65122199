import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.js';
import { ensureMigrated } from '../../src/platform/migrate.js';
import { startEmbedded } from '../../src/platform/postgres/embedded.js';

export interface TestDatabase {
  readonly database: Database;
  readonly url: string;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

export interface TestServer {
  readonly name: string;
  /** A new database with all migrations, for one test or one suite. */
  create(): Promise<TestDatabase>;
}

interface CreateOptions {
  /** false: without any table, for the tests of migrations. */
  readonly migrated?: boolean;
}

const prefix = inject('testPrefix');
const oldestPackage = 'postgres-15-linux-x64';

/** A database on the embedded server of this test run. */
export async function testDatabase(options: CreateOptions = {}): Promise<TestDatabase> {
  return await createOn(await embeddedUrl('current'), options);
}

/** The servers that a suite runs against: the embedded one, and the one in TEST_DATABASE_URL where it is set. */
export const servers: readonly TestServer[] = [
  { name: 'embedded', create: testDatabase },
  ...(inject('testDatabaseUrl') === ''
    ? []
    : [{ name: 'TEST_DATABASE_URL', create: () => createOn(inject('testDatabaseUrl'), {}) }]),
];

/** The oldest PostgreSQL that we promise to work with; null where its programs are not installed. */
export const oldestServer: TestServer | null = isInstalled(oldestPackage)
  ? {
      name: 'PostgreSQL 15',
      create: async () => await createOn(await embeddedUrl('oldest', oldestPackage), {}),
    }
  : null;

async function embeddedUrl(home: string, binaries?: string): Promise<string> {
  const server = await startEmbedded(join(inject('testRoot'), home), {
    ...(binaries === undefined ? {} : { binaries }),
    // Nobody misses the data of a test after a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  return server.url;
}

async function createOn(url: string, { migrated = true }: CreateOptions): Promise<TestDatabase> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await withClient(url, async (client) => {
    const template = migrated ? await ensureTemplate(url, client) : 'template1';
    // Three times quicker than the default, which writes the copy to the WAL as well.
    await client.query(`create database ${name} template ${template} strategy file_copy`);
  });
  const database = await openDatabase(urlOf(url, name), 'external');
  return {
    database,
    url: database.url,
    drop: async () => {
      await database.close();
      await withClient(url, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** Made by whoever comes first, and renamed when it is complete: what has the name can be cloned. */
async function ensureTemplate(url: string, client: pg.Client): Promise<string> {
  const name = `${prefix}_template`;
  const draft = `${prefix}_draft`;
  if (await exists(client, name)) return name;
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    if (await exists(client, name)) return name;
    await client.query(`drop database if exists ${draft} with (force)`);
    await client.query(`create database ${draft}`);
    const database = await openDatabase(urlOf(url, draft), 'external');
    await ensureMigrated(database).finally(() => database.close());
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  return (await client.query('select from pg_database where datname = $1', [name])).rowCount === 1;
}

async function withClient(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

function isInstalled(name: string): boolean {
  try {
    return existsSync(createRequire(import.meta.url).resolve(name));
  } catch {
    return false;
  }
}
