/** What a cell holds, and so how its bytes are to be read. */
export const CellKind = {
  empty: 0,
  number: 1,
  date: 2,
  shared: 3,
  text: 4,
  boolean: 5,
  error: 6,
  isoDate: 7,
  /** A formula without the result that the program which saved the file should have stored. It has no bytes. */
  formula: 8,
} as const;

/** One row, valid only during the callback: the object and its arrays are reused. */
export interface RowView {
  /** 1-based, as Excel shows it. */
  rowNumber: number;
  /** Entries 0..width-1 of `kind`, `start` and `end` are valid; a column without a cell is `CellKind.empty`. */
  width: number;
  kind: Uint8Array;
  /** For `CellKind.shared` the index into the shared strings, else the position of the first byte in `bytes`. */
  start: Int32Array;
  end: Int32Array;
  /**
   * UTF-8. Number and date: the number as it is written; boolean: `0` or `1`; error: `#N/A`; text: decoded;
   * isoDate: the ISO text as it is written.
   */
  bytes: Buffer;
}

/** Excel's own limit; a file that goes beyond it is not one. */
export const mostColumns = 16_384;
export const largestRowNumber = 0x7fff_ffff;

export function newRow(): RowView {
  return {
    rowNumber: 0,
    width: 0,
    kind: new Uint8Array(mostColumns),
    start: new Int32Array(mostColumns),
    end: new Int32Array(mostColumns),
    bytes: Buffer.alloc(0),
  };
}

/** What the cells refer to outside their sheet. */
export interface CellContext {
  readonly sharedCount: number;
  /** 1 for each cell style that shows its number as a date. */
  readonly dateStyles: Uint8Array;
}
