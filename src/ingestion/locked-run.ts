import type pg from 'pg';
import type { Database } from '../platform/database.js';
import type { ProdplanError } from '../platform/errors.js';
import {
  acquireRunLock,
  fenced,
  type LeaseState,
  newestFencingNumber,
  type RunLock,
} from '../platform/locks/index.js';
import { observe } from '../platform/metrics.js';
import { explainFailure } from './failures.js';
import { readHeads } from './ledger/index.js';
import type { OnProgress } from './progress.js';
import {
  beginRun,
  buryDeadRuns,
  endFailed,
  type NewRun,
  type Published,
  readPublished,
} from './records/runs.js';
import { readSheetRuns, type SheetRun } from './records/sheet-runs.js';
import type { RunContext } from './run-context.js';

export interface LockedRunOptions {
  readonly database: Database;
  readonly force?: boolean;
  /** Every row goes to the database and is counted again, even where the ledger of the published dump says that it is the same. */
  readonly wholeWay?: boolean;
  /** Wait for another run to end, instead of failing with `LOCKED`. */
  readonly wait?: boolean;
  /** Called with the number of the run as soon as it is recorded. */
  readonly onRun?: (runId: number) => void;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface LockedWork<T> {
  /** What the lock's holder is called: `ingest`. */
  readonly name: NewRun['kind'];
  /** How the run is recorded, by what is published when it begins. */
  describe(published: Published | null): Promise<NewRun> | NewRun;
  work(context: RunContext): Promise<T>;
  /** What to answer where the run was published and only the answer to its COMMIT was lost. */
  recover(context: RunContext): Promise<T>;
}

/**
 * Runs something that publishes: under the lock of the database, on a session of its own, recorded from its beginning
 * to its end. Whatever it throws is recorded and becomes a `ProdplanError` that says why.
 */
export async function lockedRun<T>(options: LockedRunOptions, work: LockedWork<T>): Promise<T> {
  const session = await options.database.connect();
  let lock: RunLock | null = null;
  try {
    lock = await takeLock(options, session, work.name);
    const result = await recordedRun(options, session, lock, work);
    observe.run(work.name, 'completed');
    return result;
  } finally {
    // The lock of the database is released when its session ends; only after that may the lock in Redis be released.
    await session.end().catch(() => {});
    await lock?.release();
  }
}

async function takeLock(options: LockedRunOptions, session: pg.Client, name: string): Promise<RunLock> {
  const { database, wait = false, signal, onProgress } = options;
  const onLease = (state: LeaseState): void => onProgress?.({ kind: 'warning', message: leaseWords[state] });
  try {
    return await withCancel(options, session, () =>
      acquireRunLock({
        database,
        session,
        name,
        wait,
        signal,
        onLease,
        onWaited: ({ waitedMs }) => observe.lockWait('run', waitedMs / 1000),
      }),
    );
  } catch (error) {
    throw explainFailure(error, signal);
  }
}

const leaseWords: Readonly<Record<LeaseState, string>> = {
  lost: 'A reserva em Redis perdeu-se; a carga continua, e só publica se nenhuma outra tiver começado.',
  held: 'A reserva em Redis está de novo nas mãos desta carga.',
};

async function recordedRun<T>(
  options: LockedRunOptions,
  session: pg.Client,
  lock: RunLock,
  { name, describe, work, recover }: LockedWork<T>,
): Promise<T> {
  const { database } = options;
  const { pool } = database;
  await buryDeadRuns(pool);
  const published = await readPublished(pool);
  const runId = await beginRun(pool, await describe(published), lock.fencingNumber);
  options.onRun?.(runId);
  const looksAtAll = published?.sameRules === false || options.force === true || options.wholeWay === true;
  const context: RunContext = {
    database,
    session,
    runId,
    fencingNumber: lock.fencingNumber,
    published,
    publishedSheets:
      published === null ? new Map<string, SheetRun>() : await readSheetRuns(pool, published.runId),
    force: options.force ?? false,
    looksAtAll,
    ledgers: published === null || looksAtAll ? new Map() : await readHeads(pool, published.runId),
    onProgress: options.onProgress ?? (() => {}),
    signal: options.signal ?? new AbortController().signal,
  };
  try {
    await lock.nameRun(runId);
    return await work(context);
  } catch (error) {
    const failure = await sayFenced(pool, lock, explainFailure(error, options.signal));
    const ended = await endFailed(pool, runId, failure).catch(() => true);
    if (ended) {
      observe.run(name, 'failed');
      throw failure;
    }
    return await recover(context);
  }
}

/**
 * Another run took this one for dead and has overtaken it: it ended our session and dropped our staging tables. That
 * is the cause of whatever error arrived here.
 */
async function sayFenced(
  pool: pg.Pool,
  { fencingNumber }: RunLock,
  failure: ProdplanError,
): Promise<ProdplanError> {
  const ours = ['DATABASE_LOST', 'DATABASE_UNREACHABLE', 'READ_ONLY_SERVER', 'UNEXPECTED'].includes(
    failure.code,
  );
  if (!ours) return failure;
  const newest = await newestFencingNumber(pool).catch(() => fencingNumber);
  return newest === fencingNumber ? failure : fenced(fencingNumber, newest, failure);
}

/**
 * An abort also cancels the statement that the session is at; else it would go on to its end. It is cancelled again
 * and again, for a cancellation that arrives between two statements is lost.
 */
export async function withCancel<T>(
  { database, signal }: Pick<LockedRunOptions, 'database' | 'signal'>,
  session: pg.Client,
  work: () => Promise<T>,
): Promise<T> {
  if (signal === undefined) return await work();
  signal.throwIfAborted();
  const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const cancel = (): void => {
    database.pool.query('SELECT pg_cancel_backend($1)', [rows[0]!.pid]).catch(() => {});
  };
  let repeated: NodeJS.Timeout | undefined;
  const onAbort = (): void => {
    cancel();
    repeated = setInterval(cancel, 250);
  };
  signal.addEventListener('abort', onAbort);
  try {
    return await work();
  } finally {
    clearInterval(repeated);
    signal.removeEventListener('abort', onAbort);
  }
}
