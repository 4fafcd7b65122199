import { hostname } from 'node:os';
import type pg from 'pg';
import type { Database } from '../platform/database.js';
import { ProdplanError } from '../platform/errors.js';
import { acquireRunLock, runLockHolder } from '../platform/locks.js';
import { observe } from '../platform/metrics.js';
import { explainFailure } from './failures.js';
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
  try {
    const asked = performance.now();
    await takeLock(options, session, work.name);
    observe.lockWait('run', (performance.now() - asked) / 1000);
    const result = await recordedRun(options, session, work);
    observe.run(work.name, 'completed');
    return result;
  } finally {
    // The lock goes with the session.
    await session.end().catch(() => {});
  }
}

async function takeLock(options: LockedRunOptions, session: pg.Client, name: string): Promise<void> {
  await noticeDeath(session);
  const holder = `prodplan ${name} ${hostname()} pid ${process.pid}`;
  const lock = await withCancel(options, session, () =>
    acquireRunLock(session, { wait: options.wait ?? false, holder }),
  ).catch((error: unknown) => {
    throw explainFailure(error, options.signal);
  });
  if (lock !== null) return;
  const other = await runLockHolder(options.database.pool);
  const who = other === null ? 'outro processo' : `«${other.holder}», desde ${other.since.toISOString()}`;
  throw new ProdplanError(
    'locked',
    'LOCKED',
    `Já está a decorrer outra carga: ${who}.`,
    'Espere que acabe e repita, ou use --wait para esperar por ela.',
  );
}

async function recordedRun<T>(
  options: LockedRunOptions,
  session: pg.Client,
  { name, describe, work, recover }: LockedWork<T>,
): Promise<T> {
  const { database } = options;
  const { pool } = database;
  await buryDeadRuns(pool);
  const published = await readPublished(pool);
  const runId = await beginRun(pool, await describe(published));
  options.onRun?.(runId);
  const context: RunContext = {
    database,
    session,
    runId,
    published,
    publishedSheets:
      published === null ? new Map<string, SheetRun>() : await readSheetRuns(pool, published.runId),
    force: options.force ?? false,
    onProgress: options.onProgress ?? (() => {}),
    signal: options.signal ?? new AbortController().signal,
  };
  try {
    return await work(context);
  } catch (error) {
    const failure = explainFailure(error, options.signal);
    const ended = await endFailed(pool, runId, failure).catch(() => true);
    if (ended) {
      observe.run(name, 'failed');
      throw failure;
    }
    return await recover(context);
  }
}

/**
 * The lock dies with the session, and the session with its client; a server that is busy with a statement looks
 * after its client only when asked to. Where its platform cannot, it finds out at the end of the statement.
 */
async function noticeDeath(session: pg.Client): Promise<void> {
  await session.query("SET client_connection_check_interval = '500ms'").catch(() => {});
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
