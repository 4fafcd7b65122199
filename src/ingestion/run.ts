import { rm } from 'node:fs/promises';
import type { Thresholds } from '../evidence/index.js';
import type { Tripped } from '../platform/errors/guards.js';
import { messageOf } from '../platform/errors.js';
import { type AsOf, decideAsOf } from '../source/as-of.js';
import type { Clock } from '../source/cells/index.js';
import { type Identity, identifyFiles } from '../source/identify.js';
import type { Drift } from '../source/sheets/types.js';
import { extractFolderOf, leftExtracts, pruneExtracts } from './extract/retention.js';
import { FirstAggregates } from './first-aggregates.js';
import { guardStaged } from './guard-staged.js';
import { dropStaging, tuneForStaging } from './load/staging.js';
import { type LockedRunOptions, lockedRun, withCancel } from './locked-run.js';
import { deriveRun, mergeRun, reconcileRun } from './merge-run.js';
import { beginPublishing, checkAndPublish } from './publish-state.js';
import { olderDump, refuse, withTripped } from './reconcile/guards.js';
import { recordLedgers } from './record-ledgers.js';
import {
  endUnchanged,
  type NewRun,
  type Published,
  readDrift,
  recordAsOf,
  recordDrift,
} from './records/runs.js';
import { readSheetRuns, type SheetRun } from './records/sheet-runs.js';
import { type IngestResult, resultOfRun, roundSeconds } from './result.js';
import type { RunContext, StagedSheet } from './run-context.js';
import { type Staged, stageSource } from './stage-source.js';
import { StageTimes } from './stage-times.js';

export interface IngestOptions extends LockedRunOptions {
  /** A workbook, the workbooks of one dump, or a folder that `extract` wrote. */
  readonly path: string | readonly string[];
  /** Who it is, where the caller has begun to find out while the database was being opened. */
  readonly identity?: Promise<Identity>;
  /** Where the CSV.gz files of each run are kept. */
  readonly extractsFolder: string;
  /** The factory's time zone: a workbook gives its own moment in UTC. */
  readonly timeZone: string;
  /** `--as-of`, as a moment. */
  readonly asOf?: string | null;
  readonly allowMissingSheets?: boolean;
  /** Thresholds of gates in place of the declared ones. */
  readonly thresholds?: Thresholds;
}

export interface Ingested {
  readonly result: IngestResult;
  readonly sheets: readonly SheetRun[];
  readonly drift: readonly Drift[];
}

/**
 * Takes one dump in, whole or not at all: inspect, extract and load, merge, derive, reconcile, check, publish. Throws
 * a `ProdplanError` that says why where it cannot; the run is then recorded as failed and readers see what they saw.
 */
export async function ingest(options: IngestOptions): Promise<Ingested> {
  const began = performance.now();
  const identity = await (options.identity ?? identifyFiles(options.path));
  const ingested = await lockedRun(options, {
    name: 'ingest',
    describe: (published) => newRun(options, identity, published),
    work: (context) => {
      const { published } = context;
      if (published !== null && isUnchanged(options, identity, context, published))
        return reportUnchanged(context, published);
      return runStages(options, identity, context);
    },
    recover: ({ database, runId }) => readIngested(database.pool, runId),
  });
  return withTotal(ingested, (performance.now() - began) / 1000);
}

/** The whole time of the run. */
function withTotal(ingested: Ingested, total_seconds: number): Ingested {
  const { result } = ingested;
  return {
    ...ingested,
    result: { ...result, seconds: { ...result.seconds, total: roundSeconds(total_seconds) } },
  };
}

function newRun(options: IngestOptions, identity: Identity, published: Published | null): NewRun {
  return {
    kind: 'ingest',
    sourceName: identity.name,
    workbookSha256: identity.workbookSha256,
    workbookBytes: identity.sizeBytes,
    requestedAsOf: options.asOf ?? null,
    forced: options.force ?? false,
    baseRunId: published?.runId ?? null,
  };
}

/** The workbook of the published run, asked for in the same way: there is nothing to do. */
function isUnchanged(
  options: IngestOptions,
  identity: Identity,
  { publishedSheets }: RunContext,
  published: Published,
): boolean {
  const missing = published.kind === 'ingest' && [...publishedSheets.values()].some((one) => !one.present);
  return (
    (!missing || options.allowMissingSheets === true) &&
    options.force !== true &&
    published.sameRules &&
    published.workbookSha256 === identity.workbookSha256 &&
    published.requestedAsOf === (options.asOf ?? null)
  );
}

async function reportUnchanged({ database, runId }: RunContext, published: Published): Promise<Ingested> {
  await endUnchanged(database.pool, runId, published);
  const sheets = [...(await readSheetRuns(database.pool, published.runId)).values()];
  const drift = await readDrift(database.pool, published.runId);
  return { result: await resultOfRun(database.pool, runId, sheets), sheets, drift };
}

/** What a run that has ended did, from its record. */
export async function readIngested(pool: RunContext['database']['pool'], runId: number): Promise<Ingested> {
  const sheets = [...(await readSheetRuns(pool, runId)).values()];
  return { result: await resultOfRun(pool, runId, sheets), sheets, drift: await readDrift(pool, runId) };
}

/** The stages in order; a run that fails in them leaves nothing behind. */
async function runStages(options: IngestOptions, identity: Identity, context: RunContext): Promise<Ingested> {
  const { database, session, runId, signal } = context;
  const folder = extractFolderOf(options.extractsFolder, runId);
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
  await tidyUp(options, context);
  return { result: await resultOfRun(database.pool, runId, done.sheets), ...done };
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

  await times.enter('open');
  const source = await identity.open({
    allowMissingSheets: options.allowMissingSheets ?? false,
    scratch: options.extractsFolder,
  });
  let staged: Staged | undefined;
  try {
    await recordDrift(context.database.pool, runId, source.drift);

    await times.enter('extract');
    staged = await stageSource(context, source, identity.workbookSha256, folder);
    await identity.mustBeTheSame();
    const { sheets: guarded, tripped } = await guardStaged(context, staged.sheets, folder);
    const asOf = momentOf(options, source.modified, staged.clock, tripped);
    await recordAsOf(context.database.pool, runId, asOf);
    if (!context.force) refuse([...olderDump(asOf.moment, published?.asOf ?? null), ...tripped]);

    const sheets = await mergeAndPublish(options, context, times, { asOf, staged: guarded });
    return { sheets, drift: source.drift };
  } finally {
    for (const { ledger } of staged?.sheets ?? []) await ledger?.close();
    await source.close();
  }
}

/** The one transaction that changes core. */
async function mergeAndPublish(
  options: IngestOptions,
  context: RunContext,
  times: StageTimes,
  { asOf, staged }: { readonly asOf: AsOf; readonly staged: readonly StagedSheet[] },
): Promise<SheetRun[]> {
  const aggregates = context.published === null ? await FirstAggregates.begin(context, staged, asOf) : null;
  try {
    await beginPublishing(context.session);
    await times.enter('merge');
    const merged = await mergeRun(context, staged, asOf);

    await times.enter('derive');
    const rederived = await deriveRun(context, merged, asOf);

    await times.enter('reconcile');
    const sheets = await reconcileRun(context, merged, rederived);
    await recordLedgers(context, staged, sheets, asOf);
    await checkAndPublish(context, { asOf, sheets, thresholds: options.thresholds, times, aggregates });
    return sheets;
  } catch (error) {
    await aggregates?.abandon(error);
    throw error;
  }
}

/** A file whose dates are all bad has no moment either: then the reason is told as well. */
function momentOf(
  { asOf, timeZone }: IngestOptions,
  modified: string | null,
  clock: Clock,
  tripped: readonly Tripped[],
): AsOf {
  try {
    return decideAsOf({ flag: asOf ?? null, modified, activeDays: clock.activeDays(), timeZone });
  } catch (error) {
    throw withTripped(error, tripped);
  }
}

/** The dump is published; what is left is housekeeping that no reader waits for, and that the next run does again. */
async function tidyUp(options: IngestOptions, { session, onProgress }: RunContext): Promise<void> {
  try {
    await dropStaging(session);
    const left = await pruneExtracts(options.extractsFolder);
    if (left.length > 0) onProgress({ kind: 'warning', message: leftExtracts(left) });
  } catch (error) {
    // A run that is published does not fail any more.
    onProgress({ kind: 'warning', message: `A arrumação depois da carga falhou: ${messageOf(error)}.` });
  }
}
