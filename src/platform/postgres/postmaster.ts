import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { embeddedFailure } from '../errors/embedded.js';
import type { ProdplanError } from '../errors.js';
import type { Account } from './account.js';
import { putFile, readIfThere } from './files.js';
import { isProcessAlive, isServerOf } from './processes.js';

/** What a running server writes into postmaster.pid of its data directory. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Seconds since 1970; with the id it names one life of the server. */
  readonly startedAt: number;
  readonly status: 'starting' | 'ready' | 'stopping';
}

const pollMs = 10;
/** Recovery after a power cut reads up to max_wal_size again. */
const patienceMs = 10 * 60_000;

/** The server that runs on this data directory; null: none, whatever an old postmaster.pid may say. */
export function runningServer(data: string): Postmaster | null {
  const written = readPostmaster(data);
  return written !== null && isServerOf(written.pid, data) ? written : null;
}

/** A server that is stopped takes its postmaster.pid away; one that dies leaves it. */
export function diedServer(data: string): boolean {
  const written = readPostmaster(data);
  return written !== null && !isServerOf(written.pid, data);
}

/** Waits for a server that is starting or stopping. Null: there is none any more. */
export async function settledServer(data: string): Promise<Postmaster | null> {
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    const server = runningServer(data);
    if (server === null || server.status === 'ready') return server;
    if (Date.now() > giveUpAt) throw unsettled(data, server);
    await sleep(pollMs);
  }
}

/**
 * PostgreSQL refuses to start while the process that an old postmaster.pid names is alive, even if that is by now
 * somebody else's. The file itself must stay: it names the shared memory by which PostgreSQL finds out whether
 * children of the dead server still run. So only the id is replaced, by one that no system gives out.
 */
export function disownStaleServer(data: string, account: Account | null): void {
  const written = readPostmaster(data);
  if (written === null || !isProcessAlive(written.pid) || isServerOf(written.pid, data)) return;
  const path = join(data, 'postmaster.pid');
  const [, ...rest] = (readIfThere(path) ?? '').split('\n');
  putFile(path, ['2147483647', ...rest].join('\n'), 0o600, account);
}

function readPostmaster(data: string): Postmaster | null {
  const text = readIfThere(join(data, 'postmaster.pid'));
  if (text === null) return null;
  const [pid, , startedAt, port, , , , status = ''] = text.split('\n').map((line) => line.trim());
  // A file that is being written, or the negative id of a single-user backend.
  if (!(Number(pid) > 0)) return null;
  const states = { starting: 'starting', standby: 'starting', ready: 'ready', stopping: 'stopping' } as const;
  return {
    pid: Number(pid),
    port: Number(port),
    startedAt: Number(startedAt),
    status: states[status as keyof typeof states] ?? 'starting',
  };
}

function unsettled(data: string, { pid, status }: Postmaster): ProdplanError {
  const doing = status === 'stopping' ? 'stopping' : 'starting';
  return embeddedFailure('EMBEDDED_DATABASE_STUCK', { data, pid, doing });
}
