import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { tryLockCoreWrites } from '../platform/core-writes.js';
import { databaseFailure } from '../platform/errors/database.js';
import type { ProdplanError } from '../platform/errors.js';
import type { MaintenanceOptions } from './types.js';

/** How long one transaction may take, and how long it may wait for somebody else's lock: then it gives way. */
const limits = { statementMs: 60_000, lockMs: 2_000 } as const;

/** How often it asks for its slot, and how often it gives way to a lock before it throws `TABLES_LOCKED`. */
const pauseMs = 200;
const patience = 150;

const lockNotAvailable = '55P03';
const deadlockDetected = '40P01';

/** A session for maintenance: its death is noticed in the middle of a statement, and it never waits for long. */
export async function openSession({ database }: MaintenanceOptions, name: string): Promise<pg.Client> {
  const session = await database.connect(`prodplan ${name}`);
  // Where the platform cannot look after a client, the server finds out at the end of the statement.
  await session.query("SET client_connection_check_interval = '500ms'").catch(() => {});
  await session.query(
    `SET statement_timeout = ${limits.statementMs}; SET lock_timeout = ${limits.lockMs}; SET work_mem = '64MB'`,
  );
  return session;
}

/** What a transaction that had its slot gave; `stopped` where the signal came first. */
export type Slot<T> = { readonly done: true; readonly value: T } | { readonly done: false };

/**
 * One short transaction in which nobody else changes core. It waits for its slot without standing in a queue, so that
 * a run that comes meanwhile goes first, and gives way where somebody has locked what it needs.
 */
export async function takeSlot<T>(
  options: MaintenanceOptions,
  session: pg.Client,
  work: () => Promise<T>,
): Promise<Slot<T>> {
  for (let refused = 0; !options.signal?.aborted; ) {
    try {
      await session.query('BEGIN; SET LOCAL synchronous_commit = on');
      if (await tryLockCoreWrites(session)) {
        const value = await work();
        await session.query('COMMIT');
        return { done: true, value };
      }
      await session.query('ROLLBACK');
    } catch (error) {
      await session.query('ROLLBACK').catch(() => {});
      if (!isLocked(error)) throw error;
      refused += 1;
      if (refused >= patience) throw tablesLocked(error);
    }
    options.onProgress?.({ kind: 'waiting' });
    await sleep(pauseMs, undefined, options.signal ? { signal: options.signal } : {}).catch(() => {});
  }
  return { done: false };
}

function isLocked(error: unknown): boolean {
  return [lockNotAvailable, deadlockDetected].includes((error as { code?: string }).code ?? '');
}

function tablesLocked(cause: unknown): ProdplanError {
  return databaseFailure('TABLES_LOCKED', {}, { cause });
}
