export type WorkbookErrorCode =
  /** There is no file of this name. */
  | 'FILE_NOT_FOUND'
  /** The operating system does not let us read it, or it is a folder. */
  | 'UNREADABLE_FILE'
  | 'NOT_A_ZIP'
  /** The binary format of Excel 97-2003. */
  | 'OLD_XLS'
  | 'ENCRYPTED_WORKBOOK'
  /** Excel's binary workbook. */
  | 'XLSB'
  | 'TRUNCATED'
  /** A checksum, a size or a record of the zip archive is wrong. */
  | 'CORRUPT'
  | 'UNSUPPORTED_COMPRESSION'
  /** One of the limits was passed. */
  | 'ZIP_BOMB'
  | 'NOT_A_WORKBOOK'
  /** A part is not the XML that it should be, or it contradicts another part. */
  | 'BAD_XML'
  /** A row stands there more than once, and a cell of it too. */
  | 'REPEATED_ROW';

/** Where in a sheet something is wrong, as exactly as it is known. */
export interface SheetPlace {
  /** The cell as `D1042`, else null. */
  readonly cell: string | null;
  /** The last cell that was read before in the row, where the cell itself is not known; else null. */
  readonly afterCell: string | null;
  /** Its row, as Excel numbers it; null where the row is not known. */
  readonly row: number | null;
  /** The last row that was read before, where the row itself is not known. */
  readonly afterRow: number;
}

/** A file that cannot be read as a workbook; the message says what is wrong and what to do. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly code: WorkbookErrorCode;
  /** Null where it is not of a sheet. */
  readonly place: SheetPlace | null;

  constructor(
    code: WorkbookErrorCode,
    message: string,
    options?: ErrorOptions,
    place: SheetPlace | null = null,
  ) {
    super(message, options);
    this.code = code;
    this.place = place;
  }
}

/** The error of a part whose XML cannot be used; the reader of the part puts its name in front. */
export function badXml(what: string): WorkbookError {
  return new WorkbookError('BAD_XML', what);
}

/** The error of something inside a part that passes its limit. */
export function tooLarge(what: string): WorkbookError {
  const message = `${what} is larger than any real workbook makes it. Do not trust this file.`;
  return new WorkbookError('ZIP_BOMB', message);
}

/** Names the part in an error that was found inside it. */
export function inPart(part: string, thrown: unknown): unknown {
  if (!(thrown instanceof WorkbookError) || thrown.code !== 'BAD_XML') return thrown;
  const message = `${part} cannot be read: ${thrown.message} Open the file in Excel and save it again.`;
  return new WorkbookError('BAD_XML', message, { cause: thrown });
}

/** Names the sheet, its part and the place in an error that was found while the sheet was read. */
export function inSheet(sheet: string, part: string, place: SheetPlace, thrown: unknown): unknown {
  if (!(thrown instanceof WorkbookError)) return thrown;
  const where = `Sheet ${sheet}, ${wordsFor(place)} (${part})`;
  const isOfXml = thrown.code === 'BAD_XML' || thrown.code === 'REPEATED_ROW';
  const remedy = isOfXml ? ' Open the file in Excel and save it again.' : '';
  const message = `${where} cannot be read: ${thrown.message}${remedy}`;
  return new WorkbookError(thrown.code, message, { cause: thrown }, place);
}

function wordsFor({ cell, afterCell, row, afterRow }: SheetPlace): string {
  if (cell !== null) return `cell ${cell}`;
  if (afterCell !== null) return `after cell ${afterCell}`;
  if (row !== null) return `row ${row}`;
  return afterRow > 0 ? `after row ${afterRow}` : 'before its first row';
}
