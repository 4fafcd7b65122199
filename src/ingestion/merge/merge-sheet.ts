import { applyChanges } from './apply.js';
import type { MergeContext, MergeCounts } from './context.js';
import { firstLoad } from './first-load.js';
import type { Prepared } from './prepare.js';
import {
  recordAssumedDateOrders,
  recordBadCells,
  recordContradictions,
  recordRejects,
} from './record-findings.js';

/**
 * Brings a core table to the state of its prepared sheet, by set-based SQL within the caller's transaction.
 * `coreRowsBefore`: rows that core held before this run.
 */
export async function mergeSheet(
  context: MergeContext,
  prepared: Prepared,
  stagedRows: number,
  coreRowsBefore: number,
): Promise<MergeCounts> {
  const { duplicates, rejected, kept } = prepared;
  const anyExcluded = duplicates + rejected > 0;
  const counts = context.firstRun
    ? await firstLoad(context, prepared, stagedRows)
    : { duplicates, rejected, kept, ...(await mergeChanges(context, kept, coreRowsBefore)) };
  if (rejected > 0) await recordRejects(context);
  if (context.badColumns.size > 0) await recordBadCells(context);
  await recordContradictions(context, anyExcluded);
  await recordAssumedDateOrders(context);
  return counts;
}

async function mergeChanges(
  context: MergeContext,
  kept: number,
  coreRowsBefore: number,
): Promise<Omit<MergeCounts, 'duplicates' | 'rejected' | 'kept'>> {
  const applied = await applyChanges(context);
  // Counted from what core held, not from what is left over of the file: the reconciliation compares the two.
  return { ...applied, unchanged: coreRowsBefore - applied.gone - applied.updated - kept };
}
