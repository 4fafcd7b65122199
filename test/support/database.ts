import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import pg from 'pg';
import { describe, inject, it } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database.js';
import { ensureMigrated } from '../../src/platform/migrate.js';
import { startEmbedded } from '../../src/platform/postgres/embedded.js';
import type { Lane } from './global-setup.js';

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
  /** One without any table. */
  createEmpty(): Promise<TestDatabase>;
  /**
   * The same, and it holds something. Whoever is the first of this run to ask for it fills it, step by step; all get a
   * copy, which takes a fifth of the time.
   */
  createHolding(steps: readonly Step[]): Promise<TestDatabase>;
}

type Fill = (database: Database) => Promise<unknown>;

/** Steps that are called the same must do the same. */
export interface Step {
  readonly what: string;
  readonly fill: Fill;
}

interface CreateOptions {
  /** false: without any table, for the tests of migrations. */
  readonly migrated?: boolean;
  readonly steps?: readonly Step[];
}

if (inject('lane') === undefined)
  throw new Error(
    'This lane has no database: call the file *.db.test.ts, *.matrix.test.ts or *.slow.test.ts.',
  );

const prefix = inject('testPrefix');
const oldestPackage = 'postgres-15-linux-x64';

/** A database on the embedded server of this test run. */
export async function testDatabase(options: CreateOptions = {}): Promise<TestDatabase> {
  return await createOn(await embeddedUrl('current'), options);
}

/** The embedded server: what does not depend on the server is tested on it alone. */
export const firstServer: TestServer = serverAt('embedded', () => embeddedUrl('current'));

const oldestServer: TestServer | null = isInstalled(oldestPackage)
  ? serverAt('PostgreSQL 15', () => embeddedUrl('oldest', oldestPackage))
  : null;

export const givenServer: TestServer | null =
  inject('testDatabaseUrl') === ''
    ? null
    : serverAt('TEST_DATABASE_URL', async () => inject('testDatabaseUrl'));

/**
 * The servers that a suite for every server runs on in this lane: the embedded one, the oldest PostgreSQL that we
 * promise to work with, and the one in TEST_DATABASE_URL. The first lane has the embedded one alone, the lane of the
 * other servers has those; the slow lane has all.
 */
export const everyServer: readonly TestServer[] = serversOf(inject('lane'));

function serversOf(lane: Lane): readonly TestServer[] {
  const others = [oldestServer, givenServer].filter((one) => one !== null);
  if (lane === 'database') return [firstServer];
  return lane === 'servers' ? others : [firstServer, ...others];
}

/** A suite that every server must pass: its file is called `*.matrix.test.ts`, or `*.slow.test.ts`. */
export function onEveryServer(what: string, suite: (server: TestServer) => void): void {
  if (everyServer.length === 0) describe(what, () => it.skip('on another server: none is here', () => {}));
  for (const server of everyServer) describe(`${what} on ${server.name}`, () => suite(server));
}

if (oldestServer === null && inject('lane') !== 'database')
  console.log(`${oldestPackage} is not installed: the tests on the oldest PostgreSQL are left out.`);

function serverAt(name: string, url: () => Promise<string>): TestServer {
  return {
    name,
    create: async () => await createOn(await url(), {}),
    createEmpty: async () => await createOn(await url(), { migrated: false }),
    createHolding: async (steps) => await createOn(await url(), { steps }),
  };
}

async function embeddedUrl(home: string, binaries?: string): Promise<string> {
  const server = await startEmbedded(join(inject('testRoot'), home), {
    ...(binaries === undefined ? {} : { binaries }),
    // Nobody misses the data of a test after a power cut.
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  });
  return server.url;
}

async function createOn(url: string, options: CreateOptions): Promise<TestDatabase> {
  const name = `${prefix}_${randomBytes(6).toString('hex')}`;
  await withClient(url, async (client) => {
    const template = await templateFor(url, client, options);
    await copyDatabase(client, template, name);
  });
  const database = await openDatabase(urlOf(url, name), 'external');
  let isDropped = false;
  return {
    database,
    url: database.url,
    // A test that uses many drops each as soon as it is done with it; the end of the test then finds nothing to do.
    drop: async () => {
      if (isDropped) return;
      isDropped = true;
      await database.close();
      await withClient(url, (client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

async function templateFor(
  url: string,
  client: pg.Client,
  { migrated = true, steps = [] }: CreateOptions,
): Promise<string> {
  if (!migrated) return 'template1';
  const first = { name: `${prefix}_template`, of: 'template1', fill: ensureMigrated };
  let template = await ensureTemplate(url, client, first);
  for (const { what, fill } of steps) {
    const key = createHash('sha256').update(`${template} ${what}`).digest('hex').slice(0, 16);
    template = await ensureTemplate(url, client, { name: `${prefix}_t_${key}`, of: template, fill });
  }
  return template;
}

interface Template {
  readonly name: string;
  readonly of: string;
  readonly fill: Fill;
}

/** Made by whoever comes first, and renamed when it is complete: what has the name can be cloned. */
async function ensureTemplate(url: string, client: pg.Client, { name, of, fill }: Template): Promise<string> {
  const draft = `${name}_draft`;
  if (await exists(client, name)) return name;
  await client.query('select pg_advisory_lock(hashtext($1))', [name]);
  try {
    if (await exists(client, name)) return name;
    await client.query(`drop database if exists ${draft} with (force)`);
    await copyDatabase(client, of, draft);
    const database = await openDatabase(urlOf(url, draft), 'external');
    await fill(database).finally(() => database.close());
    await client.query(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await client.query('select pg_advisory_unlock(hashtext($1))', [name]);
  }
}

/** Three times quicker than by the default strategy, which writes the copy to the WAL as well. */
async function copyDatabase(client: pg.Client, template: string, name: string): Promise<void> {
  await client.query(`create database ${name} template ${template} strategy file_copy`);
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
