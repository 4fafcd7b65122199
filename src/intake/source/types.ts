import type { Sheet } from '../../contract/index.js';
import type { RowView, SharedStrings } from '../../workbook/index.js';
import type { KnownSheet } from '../cells/index.js';

/** Something about the file that the contract does not foresee and that does no harm. */
export interface Drift {
  readonly code: 'UNKNOWN_SHEET' | 'UNKNOWN_COLUMN' | 'HIDDEN_SHEET';
  readonly sheet: string;
  readonly column: string | null;
}

/** A sheet of the contract, found in the source, with its columns matched by header. */
export interface SourceSheet {
  readonly sheet: Sheet;
  /** For each column of the contract, in its order, the column of the source's rows that holds it. */
  readonly sources: readonly number[];
  /** Row of the header, as Excel numbers it; the data come after it. */
  readonly headerRow: number;
  /** Uncompressed size; progress is estimated from it. */
  readonly sizeBytes: number;
  /** Of a sheet that an extract holds. */
  readonly known?: KnownSheet;
  /** Streams the data rows, without the header. */
  read(onRow: (row: RowView) => void, options: ReadOptions): Promise<void>;
}

export interface ReadOptions {
  readonly betweenChunks: () => Promise<void> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Where rows come from: a workbook, or a folder that `extract` wrote. */
export interface Source {
  /** File or folder name, without its path. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly sheets: readonly SourceSheet[];
  /** Sheets of the contract that the source lacks. */
  readonly missing: readonly Sheet[];
  readonly drift: readonly Drift[];
  /** When the file says that it was last changed, W3CDTF; null where it does not say. */
  readonly modified: string | null;
  readonly sharedStrings: SharedStrings;
  readonly date1904: boolean;
  close(): Promise<void>;
}
