/** What a file may cost us; they are checked while it is inflated, not only against what it declares. */
export interface WorkbookLimits {
  /** Inflated bytes for one compressed byte. Real sheets reach 15, deflate itself ends at about 1030. */
  readonly ratio: number;
  /** The ratio is judged only above this many inflated bytes, so that small repetitive parts pass. */
  readonly ratioFloorBytes: number;
  /** Inflated bytes of one sheet. */
  readonly entryBytes: number;
  /** Bytes of XML of one row, or of one shared string. */
  readonly rowBytes: number;
  /** Packed bytes of all shared strings together. */
  readonly sharedStringsBytes: number;
  /** Inflated bytes of any other part: the list of sheets, the styles, the relations. */
  readonly partBytes: number;
}

const mebibyte = 1024 * 1024;

export const defaultLimits: WorkbookLimits = {
  ratio: 200,
  ratioFloorBytes: 64 * mebibyte,
  entryBytes: 8192 * mebibyte,
  rowBytes: 16 * mebibyte,
  sharedStringsBytes: 1024 * mebibyte,
  partBytes: 64 * mebibyte,
};
