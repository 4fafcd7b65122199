import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { embeddedFailure } from '../errors/embedded.js';
import type { ProdplanError } from '../errors.js';
import { type Account, isRoot } from './account.js';
import { type Binaries, findBinaries } from './binaries.js';
import { withFileLock } from './file-lock.js';
import { putFile, readIfThere } from './files.js';
import { ensureCluster, readPassword, superuser } from './initialise.js';
import { endServer, halt, launch } from './launch.js';
import { claimOf, copiedWhileRunning, isMarked, lost, markOwner, ofAnotherHome } from './ownership.js';
import { expectedPlace, findPlace, lockOf, makeHome, makePlace, type Place } from './place.js';
import { diedServer, type Postmaster, runningServer, settledServer } from './postmaster.js';
import { isServerOf } from './processes.js';
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
  /**
   * absent: this home has no data yet. lost: it had, and they are not where they were; a pid is that of a server which
   * still runs without them. foreign: it points to another home's. copied: they were taken from a running server.
   */
  readonly state: 'absent' | 'stopped' | 'starting' | 'running' | 'stopping' | 'lost' | 'foreign' | 'copied';
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

/** Written when a server can be used: it tells the next process that nothing is left to do, and that there was one. */
export const readyName = 'postgres.ready.json';

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
  const place = expectedPlace(resolve(home));
  if (place === null || !(hasCluster(place) || isLost(place)))
    return { state: 'absent', pid: null, port: null, data: null, log: null };
  const { data, log } = place;
  const claim = isLost(place) ? 'lost' : claimOf(place);
  if (claim === 'foreign' || claim === 'copied') return { state: claim, pid: null, port: null, data, log };
  const server = claim === 'lost' ? orphanedServer(place) : runningServer(data);
  return { state: stateOf(claim, server), pid: server?.pid ?? null, port: server?.port ?? null, data, log };
}

function stateOf(claim: 'lost' | 'ours', server: Postmaster | null): EmbeddedStatus['state'] {
  if (claim === 'lost') return 'lost';
  if (server === null) return 'stopped';
  return server.status === 'ready' ? 'running' : server.status;
}

/** What keeps the home from having its database, as it is told to who asks for it; null: nothing. */
export function troubleOf(home: string): ProdplanError | null {
  const place = expectedPlace(resolve(home));
  if (place === null) return null;
  if (isLost(place)) return lost(place, orphanedServer(place));
  if (!hasCluster(place)) return null;
  const claim = claimOf(place);
  return claim === 'foreign' ? ofAnotherHome(place) : claim === 'copied' ? copiedWhileRunning(place) : null;
}

function hasCluster(place: Place): boolean {
  return readIfThere(join(place.data, 'PG_VERSION')) !== null;
}

/** A server of this home has been ready once: there was a database. */
function isLost(place: Place): boolean {
  return readIfThere(join(place.home, readyName)) !== null && !hasCluster(place);
}

/** A server whose data directory was taken away from under it. */
export function orphanedServer(place: Place): Postmaster | null {
  const ready = readReady(place);
  return ready !== null && isServerOf(ready.pid, place.data) ? ready : null;
}

/** Whether the server of this home ended without being stopped. */
export function hasDied(home: string): boolean {
  const place = findPlace(resolve(home));
  return place !== null && diedServer(place.data);
}

/** Stops the server of this home and waits for its end. False: none was running. */
export async function stopEmbedded(home: string): Promise<boolean> {
  const first = expectedPlace(resolve(home));
  if (first === null || !(hasCluster(first) || isLost(first))) return false;
  return await withFileLock(lockOf(first.home), async () => {
    const place = expectedPlace(first.home)!;
    if (isLost(place)) return await endOrphan(place);
    // A copy's pointer leads to another home's server, which is not ours to stop.
    if (claimOf(place) === 'foreign') throw ofAnotherHome(place);
    const server = runningServer(place.data);
    if (server === null) return false;
    // Any version's pg_ctl can stop any server: it only sends a signal.
    await halt(place, findBinaries(place.account), server);
    return true;
  });
}

/** pg_ctl finds a server by its data directory; this one has none any more. */
async function endOrphan(place: Place): Promise<boolean> {
  const server = orphanedServer(place);
  if (server === null) return false;
  await endServer(place, server.pid);
  return true;
}

/** The running server, if a process before us has left it ready. */
function joinServer(home: string): EmbeddedServer | null {
  const place = findPlace(home);
  if (place === null) return null;
  checkOwner(place);
  // A copy of a home may point to the server of its original.
  if (!isMarked(place)) return null;
  const server = runningServer(place.data);
  const password = readPassword(place);
  const ready = readReady(place);
  if (server === null || password === null || ready === null || server.status !== 'ready') return null;
  if (ready.pid !== server.pid || ready.startedAt !== server.startedAt) return null;
  return describe(place, server, password, false);
}

/** Under the lock: makes what is missing, from the data directory to the database. */
async function bringUp(home: string, { binaries, settings, onStep }: StartOptions): Promise<EmbeddedServer> {
  const trouble = troubleOf(home);
  if (trouble !== null) throw trouble;
  const place = makePlace(home);
  const programs = findBinaries(place.account, binaries);
  if (statusEmbedded(home).state === 'absent') onStep?.('create');
  const password = await ensureCluster(place, programs);
  const running = await settledServer(place.data);
  if (running === null) checkNotRoots(place);
  if (running === null) onStep?.('start');
  const server = running ?? (await start(place, programs, settings ?? {}));
  const described = describe(place, server, password, running === null);
  await ensureDatabase(described);
  markOwner(place);
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
  throw notYours(place, owner, { uid: self, gid: process.getegid?.() ?? self });
}

/** Copied without their owners, the data are root's, and PostgreSQL refuses to run as root. */
function checkNotRoots(place: Place): void {
  if (place.account !== null && statSync(place.data).uid === 0) throw notYours(place, 0, place.account);
}

function notYours({ data, log }: Place, owner: number, { uid, gid }: Account): ProdplanError {
  return embeddedFailure('EMBEDDED_DATABASE_NOT_YOURS', { data, log, owner, account: `${uid}:${gid}` });
}
