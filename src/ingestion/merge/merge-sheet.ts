import { applyChanges } from './apply.js';
import { classify, countKept, delta } from './classify.js';
import type { MergeContext, MergeCounts } from './context.js';
import { type Excluded, excludeRows } from './exclude.js';
import { firstLoad } from './first-load.js';
import { keepBadCells, keepContradictions, keepRejects } from './keep-findings.js';
import { excluded } from './typed-rows.js';

/**
 * Brings a core table to the state of its staged sheet, by set-based SQL within the caller's transaction. Before it,
 * `findGone` must have run, except on the first run.
 */
export async function mergeSheet(context: MergeContext, stagedRows: number): Promise<MergeCounts> {
  const out = await excludeRows(context);
  const anyExcluded = out.duplicates + out.rejected > 0;
  const counts = context.firstRun
    ? await firstLoad(context, out, stagedRows)
    : await mergeChanges(context, out, anyExcluded);
  if (out.rejected > 0) await keepRejects(context);
  if (context.badColumns.size > 0) await keepBadCells(context);
  await keepContradictions(context, anyExcluded);
  await context.client.query(`DROP TABLE ${excluded}, m_shared`);
  return counts;
}

async function mergeChanges(
  context: MergeContext,
  out: Excluded,
  anyExcluded: boolean,
): Promise<MergeCounts> {
  const kept = out.rejected > 0 ? await countKept(context) : 0;
  await classify(context, anyExcluded);
  const applied = await applyChanges(context);
  await context.client.query(`DROP TABLE ${delta}`);
  // Counted from what core held, not from what is left over of the file: the reconciliation compares the two.
  const unchanged = context.coreRowsBefore - applied.gone - applied.updated - kept;
  return { ...out, ...applied, unchanged, kept };
}
