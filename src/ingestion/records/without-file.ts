import type { Sheet } from '../../contract/index.js';
import type { MergeCounts } from '../merge/context.js';
import type { SheetRun } from './sheet-runs.js';

/** The record of a sheet in a run that read no file: what core holds still comes from the run that read it. */
export function sheetRunWithoutFile(
  sheet: Sheet,
  held: SheetRun | undefined,
  counts: MergeCounts & Pick<SheetRun, 'rows' | 'core_rows' | 'issues' | 'skipped'>,
  merge_seconds: number,
): SheetRun {
  return {
    sheet: sheet.sheet,
    table_name: sheet.table,
    present: false,
    parts: held?.parts ?? [],
    sha256: null,
    held_sha256: held?.held_sha256 ?? null,
    held_run_id: held?.held_run_id ?? null,
    csv_bytes: null,
    gzip_bytes: null,
    rederived: 0,
    way: null,
    same_by_hash: 0,
    column_counts: held?.column_counts ?? null,
    seconds: { extract: 0, load: 0, merge: merge_seconds },
    ...counts,
  };
}
