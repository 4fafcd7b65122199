import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ProdplanError } from '../errors.js';
import { isRoot } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { withFileLock } from './file-lock.js';
import { putFile, readIfThere } from './files.js';
import { ensureCluster, readPassword, superuser } from './initialise.js';
import { halt, launch } from './launch.js';
import { findPlace, makeHome, makePlace, type Place } from './place.js';
import { diedServer, type Postmaster, runningServer, settledServer } from './postmaster.js';
import { SessionClient } from './session.js';
import type { Settings } from './settings.js';

export interface EmbeddedServer {
  readonly url: string;
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly data: string;
  readonly log: string;
  readonly pid: number;
  /** Whether this call started it; false: it ran already and is shared. */
  readonly started: boolean;
}

export interface EmbeddedStatus {
  /** absent: this home has no data yet. */
  readonly state: 'absent' | 'stopped' | 'starting' | 'running' | 'stopping';
  readonly pid: number | null;
  readonly port: number | null;
  readonly data: string | null;
  readonly log: string | null;
}

export interface StartOptions {
  /** The npm package with PostgreSQL's programs; default: the one for this machine. */
  readonly binaries?: string;
  /** Settings that go before ours: tests switch fsync off. */
  readonly settings?: Settings;
  /** Called before something that takes a moment. */
  readonly onStep?: (step: 'create' | 'start') => void;
}

const database = 'prodplan';

/** Written when a server can be used: it tells the next process that nothing is left to do. */
const readyName = 'postgres.ready.json';

/**
 * The database server of a home. All processes of a home share one: the first starts it, the others join it, and it
 * stays when they end. It listens on 127.0.0.1 alone.
 */
export async function startEmbedded(home: string, options: StartOptions = {}): Promise<EmbeddedServer> {
  const real = makeHome(resolve(home));
  return (
    joinServer(real) ??
    (await withFileLock(lockOf(real), async () => joinServer(real) ?? (await bringUp(real, options))))
  );
}

/** Changes nothing and waits for nothing. */
export function statusEmbedded(home: string): EmbeddedStatus {
  const place = findPlace(resolve(home));
  if (place === null || readIfThere(join(place.data, 'PG_VERSION')) === null) {
    return { state: 'absent', pid: null, port: null, data: null, log: null };
  }
  const server = runningServer(place.data);
  return {
    state: server === null ? 'stopped' : server.status === 'ready' ? 'running' : server.status,
    pid: server?.pid ?? null,
    port: server?.port ?? null,
    data: place.data,
    log: place.log,
  };
}

/** Whether the server of this home ended without being stopped. */
export function hasDied(home: string): boolean {
  const place = findPlace(resolve(home));
  return place !== null && diedServer(place.data);
}

/** Stops the server of this home and waits for its end. False: none was running. */
export async function stopEmbedded(home: string): Promise<boolean> {
  const first = findPlace(resolve(home));
  if (first === null) return false;
  return await withFileLock(lockOf(first.home), async () => {
    const place = findPlace(first.home);
    if (place === null || runningServer(place.data) === null) return false;
    // Any version's pg_ctl can stop any server: it only sends a signal.
    await halt(place, findBinaries(place.account));
    return true;
  });
}

function lockOf(home: string): string {
  return join(home, 'postgres.lock');
}

/** The running server, if a process before us has left it ready. */
function joinServer(home: string): EmbeddedServer | null {
  const place = findPlace(home);
  if (place === null) return null;
  checkOwner(place);
  const server = runningServer(place.data);
  const password = readPassword(place);
  const ready = readReady(place);
  if (server === null || password === null || ready === null || server.status !== 'ready') return null;
  if (ready.pid !== server.pid || ready.startedAt !== server.startedAt) return null;
  return describe(place, server, password, false);
}

/** Under the lock: makes what is missing, from the data directory to the database. */
async function bringUp(home: string, { binaries, settings, onStep }: StartOptions): Promise<EmbeddedServer> {
  const place = makePlace(home);
  const programs = findBinaries(place.account, binaries);
  if (statusEmbedded(home).state === 'absent') onStep?.('create');
  const password = await ensureCluster(place, programs);
  const running = await settledServer(place.data);
  if (running === null) onStep?.('start');
  const server = running ?? (await start(place, programs, settings ?? {}));
  const described = describe(place, server, password, running === null);
  await ensureDatabase(described);
  writeReady(place, server);
  return described;
}

async function start(place: Place, binaries: Binaries, settings: Settings): Promise<Postmaster> {
  return await launch(place, binaries, readReady(place)?.port ?? null, settings);
}

/**
 * initdb leaves an empty database named postgres; ours is that one under its own name, because copying another one
 * takes longer than starting the server.
 */
async function ensureDatabase(server: EmbeddedServer): Promise<void> {
  const { host, port, user, password } = server;
  const client = new SessionClient({ host, port, user, password, database: 'template1', ssl: false });
  await client.connect();
  try {
    const found = await client.query<{ name: string }>('select datname as name from pg_database');
    const names = found.rows.map(({ name }) => name);
    if (names.includes(database)) return;
    const renamed = names.includes('postgres');
    await client.query(
      renamed ? `alter database postgres rename to ${database}` : `create database ${database}`,
    );
  } finally {
    await client.end();
  }
}

function readReady(place: Place): Postmaster | null {
  try {
    return JSON.parse(readIfThere(join(place.home, readyName)) ?? 'null') as Postmaster | null;
  } catch {
    return null;
  }
}

function writeReady(place: Place, server: Postmaster): void {
  putFile(join(place.home, readyName), `${JSON.stringify(server)}\n`, 0o644, place.homeOwner);
}

function describe(place: Place, server: Postmaster, password: string, started: boolean): EmbeddedServer {
  return {
    url: `postgres://${superuser}:${password}@127.0.0.1:${server.port}/${database}`,
    host: '127.0.0.1',
    port: server.port,
    user: superuser,
    password,
    database,
    data: place.data,
    log: place.log,
    pid: server.pid,
    started,
  };
}

/** PostgreSQL runs only on data of its own account. */
function checkOwner(place: Place): void {
  const owner = statSync(place.data, { throwIfNoEntry: false })?.uid;
  const self = process.geteuid?.();
  if (owner === undefined || self === undefined || isRoot() || owner === self) return;
  throw new ProdplanError(
    'usage',
    'EMBEDDED_DATABASE_NOT_YOURS',
    `A base de dados em ${place.data} pertence a outro utilizador do sistema (uid ${owner}).`,
    'Corra o Prodplan como esse utilizador, ou indique uma pasta sua em PRODPLAN_HOME.',
  );
}
