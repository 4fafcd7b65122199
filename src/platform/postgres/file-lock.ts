import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedFailure } from '../errors/embedded.js';
import type { ProdplanError } from '../errors.js';
import { isProcessAlive, processIdentity } from './processes.js';

interface Holder {
  readonly pid: number;
  readonly identity: string;
  readonly token: string;
}

const pollMs = 20;
/** Recovery after a crash may take minutes; a holder that lives longer than this is stuck. */
const patienceMs = 15 * 60_000;
/** Where the system does not tell one process from the next with its id, a lock this old is taken for dead. */
const unidentifiedLifeMs = 20 * 60_000;
/** Breaking a lock takes microseconds. */
const breakingMs = 10_000;

/**
 * Runs `work` while holding a lock file. Node offers no flock, so the file names its holder, and a lock whose
 * holder is dead is broken. The worst that a lost race could do is bounded: PostgreSQL guards its own data.
 */
export async function withFileLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  await acquire(path, token);
  try {
    return await work();
  } finally {
    if (readHolder(path)?.token === token) rmSync(path, { force: true });
  }
}

async function acquire(path: string, token: string): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const holder = readHolder(path);
    if (holder === null && claim(path, token)) return;
    if (holder !== null && isStale(path, holder) && breakLock(path, holder)) continue;
    if (Date.now() > giveUpAt) throw stuck(path, holder);
    await sleep(pollMs);
  }
}

/** A link appears together with its content; a file created empty would have a moment without a holder. */
function claim(path: string, token: string): boolean {
  const draft = `${path}.${token}`;
  const holder: Holder = { pid: process.pid, identity: processIdentity(process.pid), token };
  writeFileSync(draft, JSON.stringify(holder), { flag: 'wx', mode: 0o644 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readHolder(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    // After a power cut the file may be there without its content: nobody can hold that.
    if (error instanceof SyntaxError) return { pid: 0, identity: '', token: '' };
    throw error;
  }
}

function isStale(path: string, holder: Holder): boolean {
  if (holder.pid === 0 || !isProcessAlive(holder.pid)) return true;
  const identity = processIdentity(holder.pid);
  if (identity !== '' || holder.identity !== '') return identity !== holder.identity;
  return ageOf(path) > unidentifiedLifeMs;
}

/** Only who holds the breaker's lock removes another's lock, and looks at it again before it does. */
function breakLock(path: string, judged: Holder): boolean {
  const breaker = `${path}.breaking`;
  try {
    writeFileSync(breaker, '', { flag: 'wx' });
  } catch {
    if (ageOf(breaker) > breakingMs) rmSync(breaker, { force: true });
    return false;
  }
  try {
    if (readHolder(path)?.token === judged.token) rmSync(path, { force: true });
    return true;
  } finally {
    rmSync(breaker, { force: true });
  }
}

function ageOf(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? 0 : Date.now() - stat.mtimeMs;
}

function stuck(path: string, holder: Holder | null): ProdplanError {
  return embeddedFailure('EMBEDDED_DATABASE_BUSY', { path, pid: holder?.pid ?? null });
}
