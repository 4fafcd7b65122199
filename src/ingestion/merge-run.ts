import { derivedRules } from '../contract/factory/index.js';
import { type Sheet, sheets } from '../contract/index.js';
import { byIndex } from '../platform/by-index.js';
import { fewChanges } from '../platform/few-changes.js';
import type { AsOf } from '../source/as-of.js';
import { rederiveErrors, rederivePhases, rederiveTouchedErrors } from './derive/rederive.js';
import type { MergeContext, MergeCounts } from './merge/context.js';
import { mergeSheet } from './merge/merge-sheet.js';
import { mustReconcile, type SheetCounts } from './reconcile/check-counts.js';
import {
  type ColumnCountsRecord,
  carryOverFindings,
  countIssues,
  countRows,
  type SheetRun,
} from './records/sheet-runs.js';
import { contentSha256, isHeld, type RunContext, type StagedSheet } from './run-context.js';

/** A sheet of the contract on its way through the merge. */
interface SheetWork {
  readonly sheet: Sheet;
  /** Null where the file lacks the sheet. */
  readonly staged: StagedSheet | null;
  /** What the published run recorded of it, null before the first. */
  readonly held: SheetRun | null;
  readonly skipped: boolean;
  readonly coreBefore: number;
  readonly merge: MergeContext;
}

interface Merged {
  readonly work: SheetWork;
  readonly counts: MergeCounts;
  readonly seconds: number;
}

/** Brings core to the state of the staged sheets, within the publishing transaction. */
export async function mergeRun(
  context: RunContext,
  staged: readonly StagedSheet[],
  asOf: AsOf,
): Promise<Merged[]> {
  const works: SheetWork[] = [];
  for (const sheet of sheets) works.push(await prepare(context, sheet, staged, asOf));
  const merged: Merged[] = [];
  for (const work of works) merged.push(await mergeOne(context, work));
  return merged;
}

async function prepare(
  context: RunContext,
  sheet: Sheet,
  staged: readonly StagedSheet[],
  asOf: AsOf,
): Promise<SheetWork> {
  const { session, runId } = context;
  const one = staged.find((candidate) => candidate.sheet === sheet) ?? null;
  const held = context.publishedSheets.get(sheet.sheet) ?? null;
  const coreBefore = one?.prepared?.coreRows ?? (await countRows(session, sheet.table));
  const rule = derivedRules(asOf.moment).get(sheet.table) ?? null;
  const merge = {
    client: session,
    runId,
    sheet,
    asOf: asOf.moment,
    firstRun: context.published === null,
    badColumns: one?.badColumns ?? new Set<string>(),
    dayFirst: one?.dates.dayFirst ?? new Set<string>(),
    assumedOrders: one?.dates.assumedOrders ?? [],
    rule,
  };
  return {
    sheet,
    staged: one,
    held,
    skipped: one === null || isHeld(context, one),
    coreBefore,
    merge,
  };
}

async function mergeOne(context: RunContext, work: SheetWork): Promise<Merged> {
  const started = performance.now();
  context.signal.throwIfAborted();
  const { merge, staged, skipped, coreBefore } = work;
  // A handful of rows is found by index; whole sheets are compared by hash.
  const isSmall = !skipped && staged!.ledger?.difference != null;
  const mergeIt = (): Promise<MergeCounts> => mergeSheet(merge, staged!.prepared!, staged!.rows, coreBefore);
  const counts = skipped
    ? await skip(context, work)
    : await (isSmall ? byIndex(context.session, mergeIt) : mergeIt());
  context.onProgress({ kind: 'merged', sheet: work.sheet.sheet, skipped: work.skipped });
  return { work, counts, seconds: (performance.now() - started) / 1000 };
}

const nothing: MergeCounts = {
  inserted: 0,
  updated: 0,
  unchanged: 0,
  duplicates: 0,
  rejected: 0,
  gone: 0,
  moved: 0,
  returned: 0,
  kept: 0,
};

/** The sheet is what core holds already, or it is missing: the table stays, the findings are carried over. */
async function skip(
  { session, runId }: RunContext,
  { sheet, staged, held, coreBefore }: SheetWork,
): Promise<MergeCounts> {
  if (staged === null || held === null) return { ...nothing, kept: coreBefore };
  if (held.held_run_id !== null) await carryOverFindings(session, held.held_run_id, runId, sheet.sheet);
  const source = held.present ? held : await heldCounts(session, held);
  const { duplicates, rejected } = source;
  return {
    ...nothing,
    duplicates,
    rejected,
    unchanged: staged.rows - duplicates - rejected,
    kept: coreBefore - (staged.rows - duplicates - rejected),
  };
}

/** What the run that last had the sheet counted, where the published run lacked it. */
async function heldCounts(
  session: RunContext['session'],
  held: SheetRun,
): Promise<{ duplicates: number; rejected: number }> {
  const { rows } = await session.query<{ duplicates: number; rejected: number }>(
    'SELECT duplicates, rejected FROM ingestion_sheet_runs WHERE run_id = $1 AND sheet = $2',
    [held.held_run_id, held.sheet],
  );
  return rows[0]!;
}

/** Derived columns that come from other sheets, or from the dump's moment, are computed anew where those changed. */
export async function deriveRun(
  context: RunContext,
  merged: readonly Merged[],
  asOf: AsOf,
): Promise<Map<string, number>> {
  const rederived = new Map<string, number>();
  if (context.published === null) return rederived;
  const changed = (table: string): boolean =>
    merged.some(
      ({ work, counts }) => work.sheet.table === table && counts.inserted + counts.updated + counts.gone > 0,
    );
  rederived.set(
    'fases_ordem_fabrico',
    await rederivePhases(context.session, {
      asOf: asOf.moment,
      baseAsOf: context.published.asOf,
      mayBeOlder: !context.published.sameRules,
    }),
  );
  const sourcesChanged =
    changed('fases_ordem_fabrico') || changed('ordens_fabrico') || !context.published.sameRules;
  if (sourcesChanged) rederived.set('erros_ordem_fabrico', await rederiveErrorsOf(context, merged));
  return rederived;
}

/** Of all lines, or of those whose phase or order this run changed, where these are few. */
async function rederiveErrorsOf(context: RunContext, merged: readonly Merged[]): Promise<number> {
  const { session, runId, looksAtAll } = context;
  const areFew = merged.every(
    ({ work, counts }) => counts.inserted + counts.updated + counts.gone <= fewChanges * work.coreBefore,
  );
  if (!areFew || looksAtAll) return await rederiveErrors(session);
  return await rederiveTouchedErrors(session, runId);
}

/** Counts core again and holds every figure against the others; throws where a row is unaccounted for. */
export async function reconcileRun(
  context: RunContext,
  merged: readonly Merged[],
  rederived: ReadonlyMap<string, number>,
): Promise<SheetRun[]> {
  const checked: SheetCounts[] = [];
  const runs: SheetRun[] = [];
  for (const one of merged) {
    const coreAfter = await rowsAfter(context, one.work);
    checked.push(countsOf(one, coreAfter));
    runs.push(await recordOf(context, one, coreAfter, rederived.get(one.work.sheet.table) ?? 0));
  }
  mustReconcile(checked);
  return runs;
}

/**
 * Rows of core now. Nobody but this run writes to it, and it has not written to a sheet that it skipped. Where few rows changed,
 * core was counted when they were compared with it (`prepareStaged`), and what was done to it is counted from the changes on
 * record, which other statements wrote; `check` and the next dump count all of it.
 */
async function rowsAfter({ session, runId }: RunContext, work: SheetWork): Promise<number> {
  if (work.skipped) return work.coreBefore;
  if (work.staged?.ledger?.difference == null) return await countRows(session, work.sheet.table);
  const { rows } = await session.query<{ more: number }>(
    `SELECT coalesce(sum((before IS NULL)::int - (after IS NULL)::int), 0)::int AS more FROM run_changes WHERE run_id = $1 AND table_name = $2`,
    [runId, work.sheet.table],
  );
  return work.coreBefore + rows[0]!.more;
}

function countsOf({ work, counts }: Merged, coreAfter: number): SheetCounts {
  const { inserted, updated, unchanged, duplicates, rejected, gone, kept } = counts;
  return {
    sheet: work.sheet.sheet,
    rows: work.staged?.rows ?? 0,
    staged: work.staged?.stagedRows ?? 0,
    inserted,
    updated,
    unchanged,
    duplicates,
    rejected,
    gone,
    kept,
    coreBefore: work.coreBefore,
    coreAfter,
  };
}

async function recordOf(
  context: RunContext,
  { work, counts, seconds }: Merged,
  core_rows: number,
  rederived: number,
): Promise<SheetRun> {
  const { sheet, staged, held, skipped } = work;
  return {
    sheet: sheet.sheet,
    table_name: sheet.table,
    present: staged !== null,
    skipped,
    sha256: staged?.sha256 ?? null,
    held_sha256: staged === null ? (held?.held_sha256 ?? null) : contentSha256(staged),
    held_run_id: staged === null ? (held?.held_run_id ?? null) : context.runId,
    csv_bytes: staged?.csvBytes ?? null,
    gzip_bytes: staged?.gzipBytes ?? null,
    rows: staged?.rows ?? 0,
    parts: staged?.parts ?? [],
    ...counts,
    core_rows,
    rederived,
    way: wayOf(staged, skipped),
    same_by_hash: staged?.prepared?.sameByHash ?? 0,
    issues: await countIssues(context.session, context.runId, sheet.sheet),
    column_counts: staged === null ? (held?.column_counts ?? null) : columnCountsOf(staged),
    seconds: {
      ...(staged?.seconds ?? { extract: 0, load: 0 }),
      prepare: staged?.prepared?.seconds ?? 0,
      merge: seconds,
    },
  };
}

function wayOf(staged: StagedSheet | null, skipped: boolean): SheetRun['way'] {
  if (staged === null) return 'missing';
  if (skipped) return 'same';
  return staged.ledger?.difference == null ? 'whole' : 'difference';
}

function columnCountsOf({ rows, columns }: StagedSheet): ColumnCountsRecord {
  const counts = [...columns].map(([name, { cells, bad, values }]) => [name, { cells, bad, values }]);
  return { rows, columns: Object.fromEntries(counts) };
}

export type { Merged };
