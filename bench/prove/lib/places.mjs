import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { Jobs } from '../../../dist/jobs/index.js';
import { openDatabase } from '../../../dist/platform/database.js';
import { migrateUp } from '../../../dist/platform/migrate.js';
import { startEmbedded, statusEmbedded, stopEmbedded } from '../../../dist/platform/postgres/embedded.js';
import { lastRun, stateOf } from './state.mjs';

/**
 * A server that outlives its clients, for the kills of clients. It does not wait for the disk (fsync off): a process
 * that is killed takes nothing from the system's memory, so this only makes more kills in the same time.
 */
export async function warmServer(scratch) {
  const home = join(scratch, `server-${randomBytes(3).toString('hex')}`);
  const server = await startEmbedded(home, { settings: { fsync: 'off' } });
  const admin = await connected(server.url);
  const empty = await newDatabase(admin, server.url);
  const database = await openDatabase(empty, 'external');
  await migrateUp(database);
  await database.close();
  const template = new URL(empty).pathname.slice(1);
  return {
    /** A database without a dump; `bare`: without tables. */
    place: async ({ bare = false } = {}) =>
      await placeIn(scratch, await newDatabase(admin, server.url, bare ? 'template1' : template), admin),
    stop: async () => {
      await admin.end().catch(() => {});
      await stopEmbedded(home);
    },
  };
}

export async function newDatabase(admin, url, template = 'template1') {
  const name = `prove_${randomBytes(5).toString('hex')}`;
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  const its = new URL(url);
  its.pathname = `/${name}`;
  return its.href;
}

/**
 * What the looks of this campaign depend on, whatever a database is told by others. Binary fractions are told to
 * twelve digits: the order in which a sum meets its rows differs from run to run, and with it the last digit.
 */
const pinned = {
  extra_float_digits: '-3',
  search_path: 'public',
  datestyle: 'ISO',
  intervalstyle: 'postgres',
  timezone: 'UTC',
  bytea_output: 'hex',
  statement_timeout: '0',
  idle_in_transaction_session_timeout: '0',
  idle_session_timeout: '0',
  lock_timeout: '0',
  temp_file_limit: '-1',
  default_transaction_read_only: 'off',
};
const options = Object.entries(pinned)
  .map(([name, value]) => `-c ${name}=${value}`)
  .join(' ');

/** A session of our own. */
export async function connected(url) {
  const client = new pg.Client({ connectionString: url, options });
  client.on('error', () => {});
  await client.connect();
  return client;
}

/** A database on a warm server, and what the commands need to find it. */
async function placeIn(scratch, url, admin) {
  const home = join(scratch, `home-${randomBytes(3).toString('hex')}`);
  mkdirSync(home, { mode: 0o711 });
  const client = await connected(url);
  let database = null;
  let jobs = null;
  return {
    env: { PRODPLAN_HOME: home, DATABASE_URL: url },
    states: new Map(),
    state: () => stateOf(client),
    lastRun: () => lastRun(client),
    look: () => lastRun(client),
    jobs: async () => {
      database ??= await openDatabase(url, 'external');
      jobs ??= await Jobs.open(database);
      return { jobs };
    },
    remove: async () => {
      await jobs?.close();
      await database?.close();
      await client.end();
      await admin.query(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
    },
  };
}

/** A home with the embedded server as everybody has it: this server itself is killed. */
export function coldPlace(scratch) {
  const home = join(scratch, `embedded-${randomBytes(3).toString('hex')}`);
  const asked = async (ask) => {
    const { url } = await startEmbedded(home);
    const client = await connected(url);
    try {
      return await ask(client);
    } finally {
      await client.end().catch(() => {});
    }
  };
  let looking = null;
  /** Without starting it: null where it does not run or does not answer. */
  const look = async () => {
    try {
      const { state, port } = statusEmbedded(home);
      if (state !== 'running') return null;
      looking ??= await connected(urlOf(home, port));
      return await lastRun(looking);
    } catch {
      looking?.end().catch(() => {});
      looking = null;
      return null;
    }
  };
  return {
    env: { PRODPLAN_HOME: home },
    states: new Map(),
    look,
    /** Starts the server where it does not run, as any command does. */
    state: () => asked(stateOf),
    lastRun: () => asked(lastRun),
    /** Null where it does not run. */
    serverPid: () => {
      const { state, pid } = statusEmbedded(home);
      return state === 'running' ? pid : null;
    },
    jobs: async () => {
      const { url } = await startEmbedded(home);
      const database = await openDatabase(url, 'embedded');
      const jobs = await Jobs.open(database);
      const close = async () => {
        await jobs.close();
        await database.close();
      };
      return { jobs, close };
    },
    remove: async () => {
      await looking?.end().catch(() => {});
      await stopEmbedded(home);
    },
  };
}

function urlOf(home, port) {
  const password = readFileSync(join(home, 'postgres.password'), 'utf8').trim();
  return `postgres://prodplan:${password}@127.0.0.1:${port}/prodplan`;
}
