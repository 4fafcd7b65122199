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
  | 'BAD_XML';

/** A file that cannot be read as a workbook; the message says what is wrong and what to do. */
export class WorkbookError extends Error {
  override readonly name = 'WorkbookError';
  readonly code: WorkbookErrorCode;

  constructor(code: WorkbookErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
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
