import type pg from 'pg';
import type { Sheet } from '../contract/index.js';
import type { Database } from '../platform/database.js';
import type { ColumnCounts } from '../source/cells/index.js';
import type { LedgerHead, SheetLedger } from './ledger/index.js';
import type { Prepared } from './merge/prepare.js';
import type { OnProgress } from './progress.js';
import type { Published } from './records/runs.js';
import type { SheetRun } from './records/sheet-runs.js';

/** What every stage of a run shares. */
export interface RunContext {
  readonly database: Database;
  /** The session that holds the lock, stages and publishes; the lock dies with it. */
  readonly session: pg.Client;
  readonly runId: number;
  /** The fencing number: this run may publish only while no run has a higher one. */
  readonly fencingNumber: number;
  /** The state that readers see while this run works; null before the first publication. */
  readonly published: Published | null;
  /** The published run's record of each sheet, by name. */
  readonly publishedSheets: ReadonlyMap<string, SheetRun>;
  readonly force: boolean;
  /** All rows are judged and counted again, also those that stay as they were: asked for, or other rules judge them otherwise. */
  readonly looksAtAll: boolean;
  /** What the published dump's rows are compared with while the file is read, by sheet; empty where it is not to be used. */
  readonly ledgers: ReadonlyMap<string, LedgerHead>;
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
}

/**
 * Whether core holds what came of these very rows already, under the same rules. Rows that stand in other parts now are
 * judged again: what was found in them is told by the part and its row.
 */
export function isHeld(
  { published, publishedSheets, force }: RunContext,
  staged: Pick<StagedSheet, 'sheet' | 'sha256' | 'parts' | 'dates'>,
): boolean {
  const sha256 = contentSha256(staged);
  const held = publishedSheets.get(staged.sheet.sheet);
  return (
    sha256 !== null &&
    held?.held_sha256 === sha256 &&
    haveSameParts(held.parts, staged.parts) &&
    published?.sameRules === true &&
    !force
  );
}

/** Runs that were made before sheets had parts recorded none: each of their sheets counts as one part. */
function haveSameParts(held: SheetRun['parts'], parts: SheetRun['parts']): boolean {
  if (held.length === 0) return parts.length === 1;
  return (
    held.length === parts.length &&
    held.every((one, place) => {
      const other = parts[place]!;
      return one.workbook === other.workbook && one.sheet === other.sheet && one.rows === other.rows;
    })
  );
}

/** The checksum by which a sheet is known again; null where the CSV alone does not say what its cells mean. */
export function contentSha256({ sha256, dates }: Pick<StagedSheet, 'sha256' | 'dates'>): string | null {
  return dates.notDates.size > 0 ? null : sha256;
}

/** What became of the columns in which dates are written as `dd/mm/aaaa`. */
export interface StagedDates {
  /** They mean that. */
  readonly dayFirst: ReadonlySet<string>;
  /** Every one of those cells is a bad one. */
  readonly notDates: ReadonlySet<string>;
  /** They mean that, though no day proves it: the first row that has one. */
  readonly assumedOrders: readonly { readonly column: string; readonly rowNo: number }[];
}

/** A sheet that came in, as staged. */
export interface StagedSheet {
  readonly sheet: Sheet;
  /** Data rows that the reader saw, and rows that the server took. */
  readonly rows: number;
  readonly stagedRows: number;
  readonly sha256: string;
  readonly parts: SheetRun['parts'];
  readonly csvBytes: number;
  readonly gzipBytes: number;
  readonly badColumns: ReadonlySet<string>;
  readonly dates: StagedDates;
  /** What the cells of each column hold. */
  readonly columns: ReadonlyMap<string, ColumnCounts>;
  /** Name in the workbook of the cell in a data row and a column: `D1042`. */
  readonly address: (rowNo: number, column: string) => string;
  /** Null where core came from the same rows, so that there is nothing to merge. */
  readonly prepared: Prepared | null;
  /** Null where the sheet has none: its key is not made of numbers alone. */
  readonly ledger: SheetLedger | null;
  readonly seconds: { readonly extract: number; readonly load: number };
}
