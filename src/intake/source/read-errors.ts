import { fileFailure } from '../../platform/errors/file.js';
import type { ProdplanError } from '../../platform/errors.js';
import { WorkbookError } from '../../workbook/index.js';

/** The reader's own errors become errors of the input, its (English) words behind ours; anything else passes. */
export async function asInputError<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof WorkbookError ? inputError(place, error) : error;
  }
}

function inputError(place: string, error: WorkbookError): ProdplanError {
  const { code, message: said, place: within } = error;
  const options = { cause: error };
  if (code === 'FILE_NOT_FOUND') return fileFailure(code, { path: place, extracted: false }, options);
  if (code === 'UNREADABLE_FILE') return fileFailure(code, { path: place, reason: said }, options);
  return fileFailure(code, { place, within, said }, options);
}
