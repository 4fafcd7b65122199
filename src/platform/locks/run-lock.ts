import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Database } from '../database.js';
import { connectRedis, redisUnreachable } from '../redis.js';
import {
  endSession,
  markLeased,
  nameSession,
  noticeDeath,
  releaseAdvisory,
  runLockHolder,
  tryAdvisory,
  waitForAdvisory,
} from './advisory.js';
import { drawFencingNumber } from './fence.js';
import { Lease, type LeaseHolder, type LeaseState, LeaseUnanswered } from './lease.js';
import { locked } from './refusal.js';

export interface RunLockOptions {
  readonly database: Pick<Database, 'pool' | 'redis'>;
  /** Takes the lock of the database, which lives as long as this session. */
  readonly session: pg.Client;
  /** What the holder does: `ingest`. */
  readonly name: string;
  /** Wait for the holder to end, instead of failing with `LOCKED`. */
  readonly wait: boolean;
  readonly signal?: AbortSignal | undefined;
  /** Called when the lease in Redis is found lost, or is back. */
  readonly onLease?: ((state: LeaseState) => void) | undefined;
  /** Called once: when the lock is taken, and when it is refused or given up. */
  readonly onWaited?: ((wait: LockWait) => void) | undefined;
}

/** For metrics. */
export interface LockWait {
  readonly outcome: 'taken' | 'refused';
  readonly waitedMs: number;
  readonly backend: 'postgres' | 'redis';
}

export interface RunLock {
  /** Higher than that of every run before; who publishes proves that it is still the newest (`mustBeNewest`). */
  readonly fencingNumber: number;
  readonly waitedMs: number;
  /** Of the lock in Redis; `none` without REDIS_URL. */
  readonly lease: LeaseState | 'none';
  /** Lets others know which run has it. */
  nameRun(runId: number): Promise<void>;
  /** The lock of the database also ends with the session; end that first, so that nobody is let in too early. */
  release(): Promise<void>;
}

/**
 * Takes the lease in Redis where there is one, then the lock of the database, then a fencing number. Throws `LOCKED`
 * where somebody else has either and `wait` is false, `REDIS_UNREACHABLE` where REDIS_URL does not answer.
 */
export async function acquireRunLock(options: RunLockOptions): Promise<RunLock> {
  const began = performance.now();
  const backend = options.database.redis === null ? 'postgres' : 'redis';
  const waited = (outcome: LockWait['outcome']): number => {
    const waitedMs = performance.now() - began;
    options.onWaited?.({ outcome, waitedMs, backend });
    return waitedMs;
  };
  try {
    await noticeDeath(options.session);
    await nameSession(options.session, holderName(options.name, null));
    const taken = backend === 'redis' ? await takeBoth(options) : await takeAdvisory(options);
    const fencingNumber = await drawFencingNumber(options.session);
    return lockOf(options, taken, fencingNumber, waited('taken'));
  } catch (error) {
    waited('refused');
    throw error;
  }
}

/** What has to be released besides the session. */
interface Taken {
  readonly lease: Lease | null;
  close(): Promise<void>;
}

function lockOf(
  { session, name }: RunLockOptions,
  { lease, close }: Taken,
  fencingNumber: number,
  waitedMs: number,
): RunLock {
  return {
    fencingNumber,
    waitedMs,
    get lease() {
      return lease?.state ?? 'none';
    },
    nameRun: async (runId) => {
      await nameSession(session, holderName(name, runId));
      await lease?.describe({ holder: holderName(name, runId) });
    },
    release: async () => {
      await releaseAdvisory(session).catch(() => {});
      await close();
    },
  };
}

/** The machine stands last: it is what PostgreSQL cuts off where the whole is too long. */
function holderName(name: string, runId: number | null): string {
  const run = runId === null ? '' : ` carga ${runId}`;
  return `prodplan ${name}${run} pid ${process.pid} em ${hostname()}`;
}

async function takeAdvisory({ database, session, wait }: RunLockOptions): Promise<Taken> {
  if (wait) await waitForAdvisory(session);
  else if (!(await tryAdvisory(session))) throw locked(await runLockHolder(database.pool));
  return { lease: null, close: async () => {} };
}

async function takeBoth(options: RunLockOptions): Promise<Taken> {
  const { database, session, name } = options;
  const { url, leaseMs } = database.redis!;
  const redis = await connectRedis(url, Math.max(1_000, leaseMs / 3));
  const lease = new Lease({
    redis,
    ...(await identify(session)),
    ttlMs: leaseMs,
    ...(options.onLease === undefined ? {} : { onChange: options.onLease }),
  });
  const close = async (): Promise<void> => {
    await lease.release();
    redis.disconnect();
  };
  try {
    await takeLease(options, lease, holderName(name, null));
    await takeBehindLease(options, lease);
    await lease.describe({ inDatabase: true });
    return { lease, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Names the physical database (a copy that was restored elsewhere is another) and this session of it. */
async function identify(session: pg.Client): Promise<{ database: string; backendPid: number }> {
  const { rows } = await session.query<{ database: string; backendPid: number }>(
    `SELECT s.system_identifier || '/' || d.oid AS database, pg_backend_pid() AS "backendPid"
     FROM pg_control_system() s, pg_database d WHERE d.datname = current_database()`,
  );
  return rows[0]!;
}

/** Waits as long as somebody else has it; a Redis that is gone for longer than a lease lasts ends the waiting. */
async function takeLease(
  { database, wait, signal }: RunLockOptions,
  lease: Lease,
  holder: string,
): Promise<void> {
  const { url, leaseMs } = database.redis!;
  let answeredAt = performance.now();
  for (;;) {
    signal?.throwIfAborted();
    try {
      if (await lease.take(holder)) return;
      answeredAt = performance.now();
      const other = await lease.holder();
      if (other !== null && (await isDead(database.pool, other)) && (await lease.evict(other.token)))
        continue;
      if (!wait) throw locked(other);
    } catch (error) {
      if (!(error instanceof LeaseUnanswered)) throw error;
      if (!wait || performance.now() - answeredAt > leaseMs) throw redisUnreachable(url, error);
    }
    await pause(signal);
  }
}

/** A process that has lost its database session cannot publish any more, so its lease may be taken over at once. */
async function isDead(pool: pg.Pool, { inDatabase, backendPid }: LeaseHolder): Promise<boolean> {
  return inDatabase && (await runLockHolder(pool))?.pid !== backendPid;
}

/**
 * We have the lease, and another process may still have the lock of the database: one without REDIS_URL, one whose
 * lease Redis lost, or one that stalls. Only a stalled one gives no sign of life; its session is ended after the time
 * of a lease.
 */
async function takeBehindLease(
  { database: { pool, redis }, session, wait, signal }: RunLockOptions,
  lease: Lease,
): Promise<void> {
  let silentSince = performance.now();
  await markLeased(session);
  while (!(await tryAdvisory(session))) {
    const other = await runLockHolder(pool);
    if (!wait) throw locked(other);
    await pause(signal);
    const silent = other?.leased === true && !(await lease.isAlive(other.pid).catch(() => true));
    if (!silent) silentSince = performance.now();
    else if (performance.now() - silentSince > redis!.leaseMs) await endSession(pool, other.pid);
  }
}

/** The time varies, so that those who wait do not all ask at the same moment. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  await sleep(100 + Math.random() * 200, undefined, signal === undefined ? {} : { signal });
}
