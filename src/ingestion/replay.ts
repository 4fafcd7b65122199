import type { Pool } from 'pg';
import { derivedRules } from '../contract/factory/index.js';
import { type Sheet, sheets } from '../contract/index.js';
import { stateAfter } from '../evidence/diff/lineage.js';
import type { Thresholds } from '../evidence/index.js';
import { runFailure } from '../platform/errors/run.js';
import type { AsOf } from '../source/as-of.js';
import { rederiveErrors, rederivePhases } from './derive/rederive.js';
import { type Rejected, stageRejects } from './load/stage-rejects.js';
import { createRunStaging, dropStaging, tuneForStaging } from './load/staging.js';
import { type LockedRunOptions, lockedRun, withCancel } from './locked-run.js';
import { forgetGone } from './merge/compare.js';
import type { MergeContext } from './merge/context.js';
import { mergeSheet } from './merge/merge-sheet.js';
import { prepareSheet } from './merge/prepare.js';
import { beginPublishing, checkAndPublish } from './publish-state.js';
import { mustReconcile } from './reconcile/check-counts.js';
import { endUnchanged, type NewRun, type Published, type RunHead, readRunHead } from './records/runs.js';
import {
  carryOverFindings,
  countIssues,
  countRows,
  forgetRejects,
  hasChanged,
  readSheetRuns,
  readStoredRejects,
  type SheetRun,
} from './records/sheet-runs.js';
import { sheetRunWithoutFile } from './records/without-file.js';
import { resultOfRun } from './result.js';
import { type Ingested, readIngested } from './run.js';
import type { RunContext } from './run-context.js';
import { StageTimes } from './stage-times.js';

export interface ReplayOptions extends LockedRunOptions {
  /** The run whose rejects are to be judged again. */
  readonly run: number;
  readonly thresholds?: Thresholds;
}

export interface Replayed extends Ingested {
  /** Rejects that were left alone because a later dump has brought the sheet again: sheet -> rows. */
  readonly superseded: ReadonlyMap<string, number>;
}

/** Judges the kept rejects of a run again, under today's contract and without the workbook, as a run of its own. */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { pool } = options.database;
  const superseded = new Map<string, number>();
  let rejects: ReadonlyMap<string, Rejected[]> = new Map();
  const ingested = await lockedRun(options, {
    name: 'replay',
    describe: async (published) => {
      const source = await chooseSource(options, published);
      rejects = await currentRejects(pool, published!, source.runId, superseded);
      return newRun(source, published!);
    },
    work: async (context) => {
      const records = await withCancel(options, context.session, () => judgeAgain(options, context, rejects));
      return { result: await resultOfRun(pool, context.runId, records), sheets: records, drift: [] };
    },
    recover: ({ runId }) => readIngested(pool, runId),
  });
  return { ...ingested, superseded };
}

async function chooseSource({ database, run }: ReplayOptions, published: Published | null): Promise<RunHead> {
  const source = await readRunHead(database.pool, await stateAfter(database.pool, run));
  if (published !== null) return source;
  throw runFailure('NOTHING_PUBLISHED');
}

function newRun(source: RunHead, published: Published): NewRun {
  return {
    kind: 'replay',
    sourceRunId: source.runId,
    sourceName: source.sourceName,
    workbookSha256: published.workbookSha256,
    workbookBytes: null,
    requestedAsOf: published.requestedAsOf,
    // All rows but the replayed ones are as they were judged then.
    contractVersion: published.contractVersion,
    forced: false,
    baseRunId: published.runId,
  };
}

/** The rejects of the sheets that no later dump has brought again. Throws where there are none, saying why. */
async function currentRejects(
  pool: Pool,
  published: Published,
  source: number,
  superseded: Map<string, number>,
): Promise<Map<string, Rejected[]>> {
  const current = new Map<string, Rejected[]>();
  const publishedSheets = await readSheetRuns(pool, published.runId);
  for (const [sheet, rows] of await readStoredRejects(pool, source)) {
    if (publishedSheets.get(sheet)?.held_run_id === source) current.set(sheet, rows);
    else superseded.set(sheet, rows.length);
  }
  if (current.size > 0) return current;
  if (superseded.size === 0) {
    throw runFailure('NOTHING_TO_REPLAY', { run: source });
  }
  throw runFailure('SUPERSEDED', { run: source, sheets: [...superseded.keys()] });
}

async function judgeAgain(
  options: ReplayOptions,
  context: RunContext,
  rejects: ReadonlyMap<string, Rejected[]>,
): Promise<SheetRun[]> {
  const { session, runId } = context;
  const published = context.published!;
  const asOf: AsOf = { moment: published.asOf, origin: published.asOfOrigin };
  const times = new StageTimes(context);
  await dropStaging(session);
  await tuneForStaging(session);
  try {
    await times.enter('extract');
    await createRunStaging(session, runId);
    const badColumns = new Map<Sheet, ReadonlySet<string>>();
    for (const sheet of sheets) {
      const rows = rejects.get(sheet.sheet);
      if (rows !== undefined) badColumns.set(sheet, await stageRejects(session, runId, sheet, rows));
    }

    await beginPublishing(session);
    await times.enter('merge');
    const records: SheetRun[] = [];
    for (const sheet of sheets)
      records.push(
        await replaySheet(context, sheet, rejects.get(sheet.sheet) ?? [], badColumns.get(sheet), asOf),
      );

    if (nothingCame(records)) {
      await session.query('ROLLBACK');
      await endUnchanged(context.database.pool, runId, published);
      return records;
    }
    await times.enter('derive');
    // The run will say that its rows are of today's rules.
    const { moment } = asOf;
    const mayBeOlder = !published.sameRules;
    await rederivePhases(session, { asOf: moment, baseAsOf: moment, mayBeOlder });
    await rederiveErrors(session);

    await times.enter('reconcile');
    await checkAndPublish(context, { asOf, sheets: records, thresholds: options.thresholds, times });
    return records;
  } catch (error) {
    await session.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    await dropStaging(session).catch(() => {});
  }
}

async function replaySheet(
  context: RunContext,
  sheet: Sheet,
  rows: readonly Rejected[],
  badColumns: ReadonlySet<string> | undefined,
  asOf: AsOf,
): Promise<SheetRun> {
  const { session, runId } = context;
  const started = performance.now();
  const coreBefore = await countRows(session, sheet.table);
  const held = context.publishedSheets.get(sheet.sheet);
  // The rejects and issues of all other rows are carried over.
  await carryOverFindings(session, context.published!.runId, runId, sheet.sheet);
  await forgetRejects(session, runId, sheet.sheet, rows);
  const merge: MergeContext = {
    client: session,
    runId,
    sheet,
    asOf: asOf.moment,
    firstRun: false,
    badColumns: badColumns ?? new Set(),
    dayFirst: new Set(),
    assumedOrders: [],
    rule: derivedRules(asOf.moment).get(sheet.table) ?? null,
  };
  const counts = rows.length === 0 ? nothing : await mergePart(merge, rows.length, coreBefore);
  const core_rows = await countRows(session, sheet.table);
  const accepted = counts.inserted + counts.updated + counts.unchanged;
  const kept = core_rows - accepted;
  mustReconcile([
    {
      sheet: sheet.sheet,
      rows: rows.length,
      staged: rows.length,
      ...counts,
      kept,
      coreBefore,
      coreAfter: core_rows,
    },
  ]);
  context.onProgress({ kind: 'merged', sheet: sheet.sheet, skipped: rows.length === 0 });
  const issues = await countIssues(session, runId, sheet.sheet);
  const all = { ...counts, kept, rows: rows.length, core_rows, issues, skipped: rows.length === 0 };
  return sheetRunWithoutFile(sheet, held, all, (performance.now() - started) / 1000);
}

/** Every row is judged as before, and core holds what came of it: there is nothing to publish. */
function nothingCame(records: readonly SheetRun[]): boolean {
  return records.every((one) => !hasChanged(one));
}

const nothing = {
  inserted: 0,
  updated: 0,
  unchanged: 0,
  duplicates: 0,
  rejected: 0,
  gone: 0,
  moved: 0,
  returned: 0,
};

/** The merge of some rows of a sheet: what they do not speak of stays. */
async function mergePart(merge: MergeContext, rows: number, coreRowsBefore: number): Promise<typeof nothing> {
  const prepared = await prepareSheet({ ...merge, repeatedKeys: null });
  await forgetGone(merge);
  const { kept: _, ...counts } = await mergeSheet(merge, { ...prepared, gone: 0 }, rows, coreRowsBefore);
  const unchanged = rows - counts.duplicates - counts.rejected - counts.inserted - counts.updated;
  return { ...counts, unchanged };
}
