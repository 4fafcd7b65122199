import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { Database } from '../database.js';

export interface LeadershipOptions {
  /** Processes with the same key compete for the same leadership. */
  readonly key: string;
  /** Called each time this process becomes the leader; what it returns is called when it no longer is. */
  onElected(): Promise<(lost: boolean) => Promise<void>>;
  onTrouble(error: unknown): void;
}

const askMs = 500;
const heartbeatMs = 2_000;
const patienceMs = 5_000;

/**
 * Of all processes that seek it one is the leader: it holds an advisory lock of the database, which is free again when
 * its session ends, so that a leader that dies or is cut off makes room. The function that comes back ends it.
 */
export function seekLeadership(database: Database, options: LeadershipOptions): () => Promise<void> {
  const stop = new AbortController();
  const ended = waitAndHold(database, options, stop.signal);
  return async () => {
    stop.abort();
    await ended;
  };
}

/** Whether there is a leader: without one, what waits goes on waiting. */
export async function hasLeader({ pool }: Pick<Database, 'pool'>, key: string): Promise<boolean> {
  const { rows } = await pool.query<{ taken: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_locks
       WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = hashtext($1)::oid AND objid = hashtext($2)::oid
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS taken`,
    ['prodplan vez', key],
  );
  return rows[0]!.taken;
}

async function waitAndHold(database: Database, options: LeadershipOptions, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      const session = await openSession(database);
      try {
        if (await take(session, options.key, stop)) await hold(session, options, stop);
      } finally {
        await Promise.race([session.end().catch(() => {}), pause(1_000)]);
      }
    } catch (error) {
      options.onTrouble(error);
    }
    await pause(askMs, stop);
  }
}

/** A machine that vanishes without a word is given up by the server after some ten seconds. */
async function openSession(database: Database): Promise<pg.Client> {
  const session = await database.connect('prodplan worker');
  await session.query(
    'SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3',
  );
  return session;
}

async function take(session: pg.Client, key: string, stop: AbortSignal): Promise<boolean> {
  while (!stop.aborted) {
    const { rows } = await session.query<{ taken: boolean }>(
      'SELECT pg_try_advisory_lock(hashtext($1), hashtext($2)) AS taken',
      ['prodplan vez', key],
    );
    if (rows[0]!.taken) return true;
    await pause(askMs, stop);
  }
  return false;
}

async function hold(session: pg.Client, options: LeadershipOptions, stop: AbortSignal): Promise<void> {
  const end = await options.onElected();
  let lost = false;
  try {
    while (!stop.aborted && !lost) {
      await pause(heartbeatMs, stop);
      if (!stop.aborted) lost = !(await answers(session));
    }
  } finally {
    await end(lost);
  }
}

async function answers(session: pg.Client): Promise<boolean> {
  const late = pause(patienceMs).then(() => false);
  return await Promise.race([
    session.query('SELECT 1').then(
      () => true,
      () => false,
    ),
    late,
  ]);
}

async function pause(ms: number, stop?: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { ref: stop !== undefined, ...(stop ? { signal: stop } : {}) }).catch(() => {});
}
