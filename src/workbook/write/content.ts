import type { Row } from './cell.js';

export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  /** Numbers of this column are moments, counted in so many units a day from the end of 1899 on. */
  readonly momentsPerDay?: number | undefined;
  /** How numbers of this column are shown; left out: as they are. */
  readonly format?: ColumnFormat | undefined;
  /** Long texts go on in further lines of their cell. */
  readonly wraps?: boolean | undefined;
}

/** `integer`: 1 234; `decimal`: 1 234,50; `share`: 58,5 % of a number between 0 and 1. */
export type ColumnFormat = 'integer' | 'decimal' | 'share';

export interface SheetContent {
  readonly columns: readonly SheetColumn[];
  /** The first row is a header: it stays in sight. */
  readonly hasHeader: boolean;
  /**
   * With the header. Excel says at the top of a sheet how far it reaches. null: not known before the end; then nothing
   * is said, for readers believe what is said there and stop short, or make up empty rows.
   */
  readonly rowCount: number | null;
  /** The rows are a table that formulas and queries call by this name; the first row names its columns. */
  readonly table?: SheetTable;
  /** Rows in blocks, as they come. */
  readonly blocks: Iterable<Iterable<Row>> | AsyncIterable<Iterable<Row>>;
}

export interface SheetTable {
  /** Letters, digits and underscores; no two tables of a workbook may share one. */
  readonly name: string;
  /** The texts of the first row; no two are the same. */
  readonly columns: readonly string[];
}
