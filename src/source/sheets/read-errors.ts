import { type FilePlace, fileFailure } from '../../platform/errors/file.js';
import type { ProdplanError } from '../../platform/errors.js';
import { WorkbookError } from '../../workbook/index.js';

/** The reader's own errors become errors of the input, its (English) words behind ours; anything else passes. */
export async function asInputError<T>(place: string | FilePlace, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw inputError(typeof place === 'string' ? { file: place, sheet: null } : place, error);
  }
}

function inputError(place: FilePlace, error: WorkbookError): ProdplanError {
  const { code, message: said, place: within } = error;
  const options = { cause: error };
  if (code === 'FILE_NOT_FOUND') return fileFailure(code, { path: place.file, extracted: false }, options);
  if (code === 'UNREADABLE_FILE') return fileFailure(code, { path: place.file, reason: said }, options);
  return fileFailure(code, { ...place, within, said }, options);
}
