import type { Sheet } from '../../contract/index.js';
import type { RowView, SharedStrings } from '../../workbook/index.js';
import type { KnownSheet } from '../cells/index.js';

/** Something about the file that the contract does not foresee and that does no harm. */
export interface Drift {
  readonly code: 'UNKNOWN_SHEET' | 'UNKNOWN_COLUMN' | 'HIDDEN_SHEET';
  readonly sheet: string;
  readonly column: string | null;
  /** Of an unknown sheet: the sheet of the contract that it may go on with, as it has its headers, and rows below them. */
  readonly like?: string | undefined;
}

/** Where a part of a sheet stands in the file. */
export interface PartName {
  /** File name; null where the dump is one workbook. */
  readonly workbook: string | null;
  /** What the workbook calls the sheet. */
  readonly sheet: string;
}

/** A part of a sheet, one of one in nearly every file: the rows of a sheet of a workbook, with what they refer to. */
export interface SheetPart extends PartName {
  /** For each column of the contract, in its order, the column of the part's rows that holds it. */
  readonly sources: readonly number[];
  /** For each of them the workbook's name of that column, `D`; null for an extract that does not say. */
  readonly letters: readonly string[] | null;
  readonly sharedStrings: SharedStrings;
  readonly date1904: boolean;
}

/** A sheet of the contract, found in the source, with its columns matched by header. */
export interface SourceSheet {
  readonly sheet: Sheet;
  /** At least one, in the order of their rows. */
  readonly parts: readonly SheetPart[];
  /** Uncompressed size; progress is estimated from it. */
  readonly sizeBytes: number;
  /** Of a sheet that an extract holds. */
  readonly known?: KnownSheet;
  /** Streams the data rows of all parts, without the headers. */
  read(taker: RowTaker, options: ReadOptions): Promise<void>;
}

export interface RowTaker {
  /** Called for every part, also an empty one: the rows that follow are those of this part. */
  readonly onPart: (part: SheetPart) => void;
  readonly onRow: (row: RowView) => void;
}

export interface ReadOptions {
  readonly betweenChunks: () => Promise<void> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** One of the workbooks of a dump. */
export interface WorkbookFacts {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** Where rows come from: the workbooks of a dump, nearly always one, or a folder that `extract` wrote. */
export interface Source {
  /** File or folder name, without its path; of several workbooks their names. */
  readonly name: string;
  readonly sizeBytes: number;
  /** In the order in which they are read. */
  readonly workbooks: readonly WorkbookFacts[];
  readonly sheets: readonly SourceSheet[];
  /** Sheets of the contract that the source lacks. */
  readonly missing: readonly Sheet[];
  readonly drift: readonly Drift[];
  /** When the file says that it was last changed, W3CDTF; of several workbooks the latest; null where none says. */
  readonly modified: string | null;
  close(): Promise<void>;
}
