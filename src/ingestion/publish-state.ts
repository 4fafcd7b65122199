import { refreshAggregates } from '../aggregates/index.js';
import {
  type EvidenceContext,
  recordFindings,
  recordReferences,
  recordSupport,
  type Thresholds,
} from '../evidence/index.js';
import { lockCoreWrites } from '../platform/core-writes.js';
import { fewChanges } from '../platform/few-changes.js';
import { observe } from '../platform/metrics.js';
import type { AsOf } from '../source/as-of.js';
import type { FirstAggregates } from './first-aggregates.js';
import { rememberDueDays } from './records/due-days.js';
import { publish } from './records/publish.js';
import { rememberOrders } from './records/seen-orders.js';
import { hasChanged, type SheetRun, writeSheetRun } from './records/sheet-runs.js';
import type { RunContext } from './run-context.js';
import type { StageTimes } from './stage-times.js';

/** Begins the one transaction in which a run changes what readers see. */
export async function beginPublishing(session: RunContext['session']): Promise<void> {
  // First of all: nobody else may change core until our COMMIT.
  await session.query('BEGIN');
  await lockCoreWrites(session);
  await session.query(
    `SET LOCAL synchronous_commit = on; SET LOCAL work_mem = '256MB'; SET LOCAL enable_nestloop = off`,
  );
}

export interface NewState {
  readonly asOf: AsOf;
  readonly sheets: readonly SheetRun[];
  readonly thresholds: Thresholds | undefined;
  readonly times: StageTimes;
  /** The first aggregates, under way; null: they are brought up from core. */
  readonly aggregates?: FirstAggregates | null;
}

/** A few changed rows do not change what the planner knows of a table. */
function needsStatistics({ way, inserted, updated, gone, core_rows }: SheetRun): boolean {
  return way !== 'difference' || inserted + updated + gone > fewChanges * core_rows;
}

/**
 * What follows joins large tables that have just been written; without statistics it joins them the wrong way round.
 * Readers have them with the COMMIT. A tenth of the usual sample: autovacuum takes the whole one when it has time.
 */
async function refreshStatistics(session: RunContext['session'], tables: readonly string[]): Promise<void> {
  if (tables.length === 0) return;
  await session.query(`SET LOCAL default_statistics_target = 10; ANALYZE ${tables.join(', ')}`);
}

/** Records the sheets, measures what the new state can carry, brings the aggregates to it, and commits: from then on readers see it. */
export async function checkAndPublish(context: RunContext, state: NewState): Promise<void> {
  const { session, runId, published, looksAtAll } = context;
  const { asOf, sheets, thresholds, times, aggregates } = state;
  for (const one of sheets) await writeSheetRun(session, runId, one);
  await times.enter('check');
  const changed = sheets.filter(hasChanged);
  await refreshStatistics(
    session,
    changed.filter(needsStatistics).map((one) => one.table_name),
  );
  const base = published?.runId ?? null;
  await rememberDueDays(session, { runId, base, asOf: asOf.moment });
  const evidence: EvidenceContext = {
    runId,
    base,
    asOf: asOf.moment,
    looksAtAll,
    changedTables: new Set(changed.map((one) => one.table_name)),
    thresholds: thresholds ?? new Map(),
  };
  await recordReferences(session, evidence);
  // Beside the first aggregates, which are under way; later from what the aggregates know to be touched.
  if (aggregates) await recordFindings(session, evidence, null);
  await times.enter('aggregate');
  const beside = aggregates ? () => aggregates.finish() : null;
  const refreshed = await refreshAggregates(session, { runId, base, asOf: asOf.moment, beside });
  const touched = looksAtAll ? null : refreshed.touched;
  if (!aggregates) await recordFindings(session, evidence, touched);
  await recordSupport(session, evidence, touched);
  await times.enter('publish');
  context.signal.throwIfAborted();
  await publish(session, context, asOf, times.seconds);
  await rememberOrders(session, runId);
  await session.query('COMMIT');
  times.end();
  for (const one of sheets) observeRows(one);
}

/** Only what was published is counted: a run that failed has changed no row. */
function observeRows(run: SheetRun): void {
  for (const outcome of ['inserted', 'updated', 'unchanged', 'duplicates', 'rejected', 'gone'] as const) {
    observe.rows(run.sheet, outcome, run[outcome]);
  }
}
