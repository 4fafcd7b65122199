import { derivedRules } from '../contract/factory/index.js';
import { type Sheet, sheets } from '../contract/index.js';
import { netChanges, runsBetween, stateAfter } from '../evidence/diff/lineage.js';
import type { Thresholds } from '../evidence/index.js';
import { runFailure } from '../platform/errors/run.js';
import type { AsOf } from '../source/as-of.js';
import { rederiveErrors, rederivePhases } from './derive/rederive.js';
import { type LockedRunOptions, lockedRun, withCancel } from './locked-run.js';
import { restoreTable } from './merge/restore.js';
import { beginPublishing, checkAndPublish } from './publish-state.js';
import { mustReconcile } from './reconcile/check-counts.js';
import { type NewRun, type Published, type RunHead, readRunHead } from './records/runs.js';
import {
  carryOverFindings,
  countIssues,
  countRows,
  readSheetRuns,
  type SheetRun,
} from './records/sheet-runs.js';
import { sheetRunWithoutFile } from './records/without-file.js';
import { type Ingested, readIngested } from './run.js';
import type { RunContext } from './run-context.js';
import { StageTimes } from './stage-times.js';

export interface RollbackOptions extends LockedRunOptions {
  /** The run whose state is to be published again; null: the one before the published one. */
  readonly to: number | null;
  readonly thresholds?: Thresholds;
}

/** Publishes the state of an earlier run again, from `run_changes`, as a run of its own. */
export async function rollback(options: RollbackOptions): Promise<Ingested> {
  const { pool } = options.database;
  return await lockedRun(options, {
    name: 'rollback',
    describe: async (published) => {
      const target = await chooseTarget(options, published);
      return newRun(target, published!);
    },
    work: async (context) => {
      const target = await readRunHead(pool, (await readRunHead(pool, context.runId)).sourceRunId!);
      await withCancel(options, context.session, () => restoreState(options, context, target));
      return await readIngested(pool, context.runId);
    },
    recover: ({ runId }) => readIngested(pool, runId),
  });
}

async function chooseTarget(
  { database, to }: RollbackOptions,
  published: Published | null,
): Promise<RunHead> {
  if (published === null) {
    throw runFailure('NOTHING_PUBLISHED');
  }
  const wanted =
    to === null
      ? (await readRunHead(database.pool, published.runId)).baseRunId
      : await stateAfter(database.pool, to);
  if (wanted === null) {
    throw runFailure('NOTHING_BEFORE');
  }
  if (wanted >= published.runId) {
    throw runFailure('ALREADY_PUBLISHED', { run: wanted });
  }
  return await readRunHead(database.pool, wanted);
}

function newRun(target: RunHead, published: Published): NewRun {
  return {
    kind: 'rollback',
    sourceRunId: target.runId,
    sourceName: target.sourceName,
    workbookSha256: target.workbookSha256,
    workbookBytes: target.workbookBytes,
    requestedAsOf: target.requestedAsOf,
    // The run records the contract and the rules under which the state was made, so that the next dump is compared
    // with those.
    contractVersion: target.contractVersion,
    forced: false,
    baseRunId: published.runId,
  };
}

async function restoreState(options: RollbackOptions, context: RunContext, target: RunHead): Promise<void> {
  const { session, runId } = context;
  const published = context.published!;
  const asOf: AsOf = { moment: target.asOf!, origin: target.asOfOrigin! };
  const times = new StageTimes(context);
  try {
    await beginPublishing(session);
    await times.enter('merge');
    const runs = await runsBetween(session, target.runId, published.runId);
    const restored: SheetRun[] = [];
    const held = await readSheetRuns(session, target.runId);
    for (const sheet of sheets)
      restored.push(await restoreSheet(context, sheet, netChanges(runs), asOf, held.get(sheet.sheet)));

    await times.enter('derive');
    await rederivePhases(session, { asOf: asOf.moment, baseAsOf: published.asOf, mayBeOlder: true });
    await rederiveErrors(session);

    await times.enter('reconcile');
    for (const { sheet } of sheets) await carryOverFindings(session, target.runId, runId, sheet);
    const records: SheetRun[] = [];
    for (const one of restored)
      records.push({ ...one, issues: await countIssues(session, runId, one.sheet) });
    await checkAndPublish(context, { asOf, sheets: records, thresholds: options.thresholds, times });
  } catch (error) {
    await session.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function restoreSheet(
  { session, runId, onProgress }: RunContext,
  sheet: Sheet,
  changes: string,
  asOf: AsOf,
  held: SheetRun | undefined,
): Promise<SheetRun> {
  const started = performance.now();
  const coreBefore = await countRows(session, sheet.table);
  const rule = derivedRules(asOf.moment).get(sheet.table) ?? null;
  const counts = await restoreTable({ client: session, runId, sheet, rule, changes });
  const core_rows = await countRows(session, sheet.table);
  const unchanged = core_rows - counts.inserted - counts.updated;
  // The run that published this state first counted its rows: they must all be back.
  const rows = held?.core_rows ?? core_rows;
  mustReconcile([
    {
      sheet: sheet.sheet,
      rows,
      staged: rows,
      ...counts,
      unchanged,
      duplicates: 0,
      rejected: 0,
      kept: 0,
      coreBefore,
      coreAfter: core_rows,
    },
  ]);
  const skipped = counts.inserted + counts.updated + counts.gone === 0;
  onProgress({ kind: 'merged', sheet: sheet.sheet, skipped });
  const all = { ...counts, returned: counts.inserted, unchanged, duplicates: 0, rejected: 0, kept: 0 };
  const seconds = (performance.now() - started) / 1000;
  return sheetRunWithoutFile(sheet, held, { ...all, rows, core_rows, issues: {}, skipped }, seconds);
}
