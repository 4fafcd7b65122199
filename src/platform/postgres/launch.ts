import { readdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskFull, saysDiskFull } from '../disk-full.js';
import { embeddedFailure } from '../errors/embedded.js';
import type { ProdplanError } from '../errors.js';
import type { Binaries } from './binaries.js';
import { runCommand } from './command.js';
import { putFile } from './files.js';
import type { Place } from './place.js';
import { disownStaleServer, type Postmaster, runningServer, settledServer } from './postmaster.js';
import { isServerOf, lifeOf } from './processes.js';
import { type Settings, serverSettings, settingsFile } from './settings.js';

/** Recovery after a power cut reads up to max_wal_size again. */
const startPatienceSeconds = 600;
const stopPatienceSeconds = 120;

/** With less a server does not start. */
const leastBytes = 64 * 1024;

const logKeepMs = 8 * 24 * 3600_000;
const logMostBytes = 5 * 1024 * 1024;

/** Starts the server on the port it had before, or on another free one. */
export async function launch(
  place: Place,
  binaries: Binaries,
  formerPort: number | null,
  extra: Settings,
): Promise<Postmaster> {
  pruneLogs(place);
  disownStaleServer(place.data, place.account);
  let reason = '';
  let port = formerPort ?? (await freePort());
  for (let attempt = 0; attempt < 20; attempt++) {
    reason = (await isFree(port)) ? await tryLaunch(place, binaries, serverSettings(port, extra)) : taken;
    // Not always the one that we launched: a starter that was killed may have left its pg_ctl at work.
    const server = await settledServer(place.data);
    if (server !== null) return server;
    // Programs that were connected look for the server on its old port, so a program that took the port by chance is
    // given time to free it.
    if (isTaken.test(reason) && port === formerPort && attempt < patientAttempts) await sleep(250);
    else if (isTaken.test(reason)) port = await freePort();
    else if (isDying.test(reason)) await sleep(250);
    else if (!isLeftover.test(reason)) break;
  }
  throw notStarted(place, reason);
}

/** Stops the server of this place, and no other: pg_ctl reads its id in the data directory. Answers when it is gone. */
export async function halt(place: Place, binaries: Binaries, { pid }: Postmaster): Promise<void> {
  const runs = lifeOf(pid);
  const args = ['stop', '-D', place.data, '-m', 'fast', '-w', '-t', String(stopPatienceSeconds)];
  const result = await runCommand(binaries.pgCtl, args, { account: place.account, cwd: place.root });
  if (result.status !== 0 && runningServer(place.data) !== null)
    throw notStopped(place, result.output.trim());
  // pg_ctl waits for the server's file to go, which is not the last that the server does.
  await gone(place, pid, runs);
}

/** Ends a server whose data directory is gone, as pg_ctl would: a fast shutdown. Answers when it is gone. */
export async function endServer(place: Place, pid: number): Promise<void> {
  const runs = lifeOf(pid);
  if (!isServerOf(pid, place.data)) return;
  process.kill(pid, 'SIGINT');
  await gone(place, pid, runs);
}

async function gone(place: Place, pid: number, runs: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + stopPatienceSeconds * 1000;
  while (runs()) {
    if (Date.now() > giveUpAt)
      throw embeddedFailure('EMBEDDED_DATABASE_NOT_STOPPED', { data: place.data, pid });
    await sleep(10);
  }
}

function notStopped({ data }: Place, reason: string): ProdplanError {
  return embeddedFailure('EMBEDDED_DATABASE_NOT_STOPPED', { data, reason });
}

const patientAttempts = 8;
const taken = 'Address already in use';
const noWords = '(no message)';
/** Somebody took the port between our look and the server's start. */
const isTaken = /already in use|could not bind|could not create any TCP/i;
/** The children of a server that was killed need a moment to notice. */
const isDying = /pre-existing shared memory|is another postmaster|still in use/i;

/**
 * A transaction that made an UNLOGGED table and was rolled back right before the kill: its file is still there, what
 * says that it must go is not yet in the log. Recovery stumbles over it, and clears it away when it begins again.
 */
const isLeftover = /could not create file .*: File exists/i;

/** '' if the server runs, else why it does not. */
async function tryLaunch(place: Place, binaries: Binaries, settings: Settings): Promise<string> {
  putFile(join(place.data, 'postgresql.conf'), settingsFile(settings), 0o600, place.account);
  const startLog = join(place.log, 'start.log');
  rmSync(startLog, { force: true });
  const launchedAt = Date.now();
  const args = ['start', '-D', place.data, '-l', startLog, '-w', '-t', String(startPatienceSeconds)];
  const options = { account: place.account, cwd: place.root, capture: false };
  const result = await runCommand(binaries.pgCtl, args, options);
  return result.status === 0 ? '' : lastWords(place, launchedAt);
}

/** What the server wrote since a moment: first to its standard error, then, once it has them, to its own logs. */
function lastWords(place: Place, sinceMs: number): string {
  const lines = logFiles(place)
    .filter(({ changedMs }) => changedMs >= sinceMs - 1000)
    .flatMap(({ path }) => readFileSync(path, 'utf8').trim().split('\n').slice(-20));
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error|HINT|could not/.test(line));
  return (telling.length > 0 ? telling : lines).slice(-4).join(' ') || noWords;
}

function logFiles(place: Place): { path: string; changedMs: number; sizeBytes: number }[] {
  return readdirSync(place.log).map((name) => {
    const path = join(place.log, name);
    const { mtimeMs, size } = statSync(path);
    return { path, changedMs: mtimeMs, sizeBytes: size };
  });
}

/**
 * PostgreSQL empties the log of a weekday only if it is running at midnight. A server that is started each Monday
 * would go on appending.
 */
function pruneLogs(place: Place): void {
  for (const { path, changedMs, sizeBytes } of logFiles(place)) {
    if (sizeBytes > logMostBytes || Date.now() - changedMs > logKeepMs) rmSync(path, { force: true });
  }
}

/**
 * Ports below those that systems give away by chance (Linux from 32768, others from 49152): there a client that dials a
 * server which is down may be given that very port, and keep the server from coming back.
 */
const lowest = 20_000;
const highest = 32_000;

async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (await isFree(port)) return port;
  }
  return await anyFreePort();
}

function anyFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.on('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function notStarted({ data, log }: Place, reason: string): ProdplanError {
  if (saysDiskFull(reason) || hasNoRoom(data))
    return diskFull(new Error(reason), { what: 'cluster_not_started', place: data });
  return embeddedFailure('EMBEDDED_DATABASE_NOT_STARTED', {
    ...{ data, log },
    reason: reason === noWords ? null : reason,
  });
}

/** A server without room for its log cannot say why it does not start. */
function hasNoRoom(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < leastBytes;
}
