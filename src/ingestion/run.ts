import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import type pg from 'pg';
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
import { readSheetRuns, type SheetRun, writeSheetRun } from './records/sheet-runs.js';
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
  const holder = `prodplan ingest ${hostname()} pid ${process.pid}`;
  const lock = await acquireRunLock(session, { wait: options.wait ?? false, holder });
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
    return await withCancel(context, () => runStages(options, identity, context));
  } catch (error) {
    const failure = explainFailure(error, options.signal);
    await endFailed(pool, runId, failure).catch(() => {});
    throw failure;
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

/** An abort also cancels the statement that the session is at; else it would go on to its end. */
async function withCancel<T>({ database, session, signal }: RunContext, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { rows } = await session.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const cancel = (): void => {
    database.pool.query('SELECT pg_cancel_backend($1)', [rows[0]!.pid]).catch(() => {});
  };
  signal.addEventListener('abort', cancel);
  try {
    return await work();
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

async function runStages(options: IngestOptions, identity: Identity, context: RunContext): Promise<Ingested> {
  const { session, runId, published } = context;
  const { pool } = context.database;
  const times = new StageTimes(context);
  await dropStaging(session);
  await tuneForStaging(session);

  await times.enter('inspect');
  const source = await identity.open({ allowMissingSheets: options.allowMissingSheets ?? false });
  try {
    await keepDrift(pool, runId, source.drift);

    await times.enter('extract');
    const folder = join(options.extractsFolder, `run-${runId}`);
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
    const sheetRuns = await reconcileRun(context, merged, rederived);
    for (const one of sheetRuns) await writeSheetRun(session, runId, one);

    await times.enter('publish');
    context.signal.throwIfAborted();
    await publish(session, runId, asOf, times.seconds);
    await session.query('COMMIT');
    await tidyUp(options, context, sheetRuns);
    return {
      result: await describeRun(pool, runId, sheetRuns),
      sheets: sheetRuns,
      drift: source.drift,
    };
  } catch (error) {
    await session.query('ROLLBACK').catch(() => {});
    await dropStaging(session).catch(() => {});
    throw error;
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

/** The dump is published; what is left is housekeeping that no reader waits for. */
async function tidyUp(
  options: IngestOptions,
  { session }: RunContext,
  sheetRuns: readonly SheetRun[],
): Promise<void> {
  await dropStaging(session);
  const changed = sheetRuns.filter((one) => one.inserted + one.updated + one.gone + one.rederived > 0);
  if (changed.length > 0) await session.query(`ANALYZE ${changed.map((one) => one.tabela).join(', ')}`);
  await keepNewestExtracts(options.extractsFolder);
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
