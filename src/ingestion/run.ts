import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import type pg from 'pg';
import { keepEvidence, type Thresholds } from '../evidence/index.js';
import type { Database } from '../platform/database.js';
import { ProdplanError } from '../platform/errors.js';
import { acquireRunLock, runLockHolder } from '../platform/locks.js';
import { type AsOf, decideAsOf } from './as-of.js';
import { keepNewestExtracts } from './extract/retention.js';
import { explainFailure } from './failures.js';
import { dropStaging, tuneForStaging } from './load/staging.js';
import { deriveRun, mergeRun, reconcileRun } from './merge-run.js';
import { type Identity, identify } from './open-source.js';
import type { OnProgress, Stage } from './progress.js';
import { refuseOlder } from './reconcile/guards.js';
import { publish } from './records/publish.js';
import {
  beginRun,
  buryDeadRuns,
  endFailed,
  endUnchanged,
  enterStage,
  keepDrift,
  type Published,
  readPublished,
} from './records/runs.js';
import { hasChanged, readSheetRuns, type SheetRun, writeSheetRun } from './records/sheet-runs.js';
import { describeRun, type IngestResult, roundSeconds } from './result.js';
import type { RunContext } from './run-context.js';
import type { Drift } from './source/types.js';
import { stageSource } from './stage-source.js';

export interface IngestOptions {
  readonly database: Database;
  /** A workbook, or a folder that `extract` wrote. */
  readonly path: string;
  /** Where the CSV.gz files of each run are kept. */
  readonly extractsFolder: string;
  /** The factory's time zone: a workbook gives its own moment in UTC. */
  readonly timeZone: string;
  /** `--as-of`, as a moment. */
  readonly asOf?: string | null;
  readonly force?: boolean;
  readonly allowMissingSheets?: boolean;
  /** Wait for another run to end, instead of failing with `LOCKED`. */
  readonly wait?: boolean;
  /** Thresholds of gates in place of the declared ones. */
  readonly thresholds?: Thresholds;
  /** Called with the number of the run as soon as it is recorded. */
  readonly onRun?: (runId: number) => void;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

export interface Ingested {
  readonly result: IngestResult;
  readonly sheets: readonly SheetRun[];
  readonly drift: readonly Drift[];
}

/**
 * Takes one dump in, whole or not at all: inspect, extract and load, merge, derive, reconcile, publish. Throws a
 * `ProdplanError` that says why where it cannot; the run is then recorded as failed and readers see what they saw.
 */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  const began = performance.now();
  const identity = await identify(options.path);
  const session = await options.database.connect();
  try {
    await takeLock(options, session);
    const ingested = await ingestLocked(options, identity, session);
    return withTotal(ingested, (performance.now() - began) / 1000);
  } finally {
    // The lock goes with the session.
    await session.end().catch(() => {});
  }
}

/** The whole time, from the first byte of the file on. */
function withTotal(ingested: Ingested, total_seconds: number): Ingested {
  const { result } = ingested;
  return {
    ...ingested,
    result: { ...result, seconds: { ...result.seconds, total: roundSeconds(total_seconds) } },
  };
}

async function takeLock(options: IngestOptions, session: pg.Client): Promise<void> {
  await noticeDeath(session);
  const holder = `prodplan ingest ${hostname()} pid ${process.pid}`;
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

async function ingestLocked(
  options: IngestOptions,
  identity: Identity,
  session: pg.Client,
): Promise<Ingested> {
  const { database } = options;
  const { pool } = database;
  await buryDeadRuns(pool);
  const published = await readPublished(pool);
  const runId = await beginRun(pool, {
    sourceName: basename(identity.path),
    workbookSha256: identity.workbookSha256,
    workbookBytes: identity.sizeBytes,
    requestedAsOf: options.asOf ?? null,
    forced: options.force ?? false,
    baseRunId: published?.runId ?? null,
  });
  options.onRun?.(runId);
  try {
    if (published !== null && isUnchanged(options, identity, published))
      return await reportUnchanged(database, runId, published);
    const publishedSheets =
      published === null ? new Map<string, SheetRun>() : await readSheetRuns(pool, published.runId);
    const context: RunContext = {
      database,
      session,
      runId,
      published,
      publishedSheets,
      force: options.force ?? false,
      onProgress: options.onProgress ?? (() => {}),
      signal: options.signal ?? new AbortController().signal,
    };
    return await runStages(options, identity, context);
  } catch (error) {
    const failure = explainFailure(error, options.signal);
    const ended = await endFailed(pool, runId, failure).catch(() => true);
    if (ended) throw failure;
    // Only the answer to the COMMIT was lost: the dump is published.
    const sheets = [...(await readSheetRuns(pool, runId)).values()];
    return { result: await describeRun(pool, runId, sheets), sheets, drift: [] };
  }
}

/** The workbook of the published run, asked for in the same way: there is nothing to do. */
function isUnchanged(options: IngestOptions, identity: Identity, published: Published): boolean {
  return (
    options.force !== true &&
    published.sameRules &&
    published.workbookSha256 === identity.workbookSha256 &&
    published.requestedAsOf === (options.asOf ?? null)
  );
}

async function reportUnchanged({ pool }: Database, runId: number, published: Published): Promise<Ingested> {
  await endUnchanged(pool, runId, published);
  const sheets = [...(await readSheetRuns(pool, published.runId)).values()];
  return { result: await describeRun(pool, runId, sheets), sheets, drift: [] };
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
async function withCancel<T>(
  { database, signal }: Pick<IngestOptions, 'database' | 'signal'>,
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

/** The stages in order; a run that fails in them leaves nothing behind. */
async function runStages(options: IngestOptions, identity: Identity, context: RunContext): Promise<Ingested> {
  const { database, session, runId, signal } = context;
  const folder = join(options.extractsFolder, `run-${runId}`);
  let done: Pick<Ingested, 'sheets' | 'drift'>;
  try {
    done = await withCancel({ database, signal }, session, () =>
      publishDump(options, identity, context, folder),
    );
  } catch (error) {
    await session.query('ROLLBACK').catch(() => {});
    await dropStaging(session).catch(() => {});
    await rm(folder, { recursive: true, force: true }).catch(() => {});
    throw error;
  }
  await tidyUp(options, context, done.sheets);
  return { result: await describeRun(database.pool, runId, done.sheets), ...done };
}

/** Up to the COMMIT with which readers see the new dump. */
async function publishDump(
  options: IngestOptions,
  identity: Identity,
  context: RunContext,
  folder: string,
): Promise<Pick<Ingested, 'sheets' | 'drift'>> {
  const { session, runId, published } = context;
  const times = new StageTimes(context);
  await dropStaging(session);
  await tuneForStaging(session);

  await times.enter('inspect');
  const source = await identity.open({ allowMissingSheets: options.allowMissingSheets ?? false });
  try {
    await keepDrift(context.database.pool, runId, source.drift);

    await times.enter('extract');
    const staged = await stageSource(context, source, identity.workbookSha256, folder);
    const asOf = chooseAsOf(options, source.modified, staged.clock.activeDays());
    if (!context.force) refuseOlder(asOf.moment, published?.asOf ?? null);

    await session.query(
      `BEGIN; SET LOCAL synchronous_commit = on; SET LOCAL work_mem = '256MB'; SET LOCAL enable_nestloop = off`,
    );
    await times.enter('merge');
    const merged = await mergeRun(context, staged.sheets, asOf);

    await times.enter('derive');
    const rederived = await deriveRun(context, merged, asOf);

    await times.enter('reconcile');
    const sheets = await reconcileRun(context, merged, rederived);
    for (const one of sheets) await writeSheetRun(session, runId, one);

    await times.enter('check');
    await keepEvidence(session, {
      runId,
      base: published?.runId ?? null,
      asOf: asOf.moment,
      changedTables: new Set(sheets.filter(hasChanged).map((one) => one.tabela)),
      thresholds: options.thresholds ?? new Map(),
    });

    await times.enter('publish');
    context.signal.throwIfAborted();
    await publish(session, runId, asOf, times.seconds);
    await session.query('COMMIT');
    return { sheets, drift: source.drift };
  } finally {
    await source.close();
  }
}

function chooseAsOf(
  options: IngestOptions,
  modified: string | null,
  activeDays: Parameters<typeof decideAsOf>[0]['activeDays'],
): AsOf {
  return decideAsOf({ flag: options.asOf ?? null, modified, activeDays, timeZone: options.timeZone });
}

/** The dump is published; what is left is housekeeping that no reader waits for, and that the next run does again. */
async function tidyUp(
  options: IngestOptions,
  { session }: RunContext,
  sheetRuns: readonly SheetRun[],
): Promise<void> {
  try {
    await dropStaging(session);
    const changed = sheetRuns.filter(hasChanged);
    if (changed.length > 0) await session.query(`ANALYZE ${changed.map((one) => one.tabela).join(', ')}`);
    await keepNewestExtracts(options.extractsFolder);
  } catch {
    // A run that is published does not fail any more.
  }
}

/** Keeps how long each stage took, and tells where the run is. */
class StageTimes {
  readonly seconds: Record<string, number> = {};
  readonly #context: RunContext;
  #stage: Stage | null = null;
  #entered = performance.now();

  constructor(context: RunContext) {
    this.#context = context;
  }

  async enter(stage: Stage): Promise<void> {
    this.#close();
    this.#stage = stage;
    this.#context.onProgress({ kind: 'stage', stage, runId: this.#context.runId });
    await enterStage(this.#context.database.pool, this.#context.runId, stage);
  }

  #close(): void {
    const now = performance.now();
    if (this.#stage !== null) this.seconds[this.#stage] = (now - this.#entered) / 1000;
    this.#entered = now;
  }
}
