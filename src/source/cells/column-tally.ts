import type { BadCell } from './codes.js';

/** What the cells of one column of a sheet hold; the cells of rows that are none do not count. */
export interface ColumnCounts {
  /** Cells that hold something, be it good or bad. */
  readonly cells: number;
  /** Those of them that break the contract. */
  readonly bad: number;
  /** Those that give a value: neither bad, nor a sentinel, nor a 0 that the contract takes for none. */
  readonly values: number;
  /** The first bad cell. */
  readonly firstBad: { readonly rowNo: number; readonly value: string | null } | null;
}

/** Counts the cells of a sheet, column by column. Only what is not ordinary costs time. */
export class ColumnTally {
  /** By column, in rows that count or not. */
  readonly empty: Uint32Array;
  /** Cells that hold something which stands for no value. */
  readonly none: Uint32Array;
  /** Rows without any value. */
  blankRows = 0;
  readonly #bad: Uint32Array;
  readonly #firstBad: ColumnCounts['firstBad'][];

  constructor(columns: number) {
    this.empty = new Uint32Array(columns);
    this.none = new Uint32Array(columns);
    this.#bad = new Uint32Array(columns);
    this.#firstBad = Array.from({ length: columns }, () => null);
  }

  addBad(column: number, { rowNo, value }: Pick<BadCell, 'rowNo' | 'value'>, cells = 1): void {
    this.#bad[column]! += cells;
    const first = this.#firstBad[column] ?? null;
    if (first === null || rowNo < first.rowNo) this.#firstBad[column] = { rowNo, value };
  }

  /** `rows`: those that count. */
  counts(column: number, rows: number): ColumnCounts {
    const cells = rows - (this.empty[column]! - this.blankRows);
    const bad = this.#bad[column]!;
    return { cells, bad, values: cells - bad - this.none[column]!, firstBad: this.#firstBad[column]! };
  }
}
