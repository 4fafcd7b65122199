import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { fileFailure } from '../../platform/errors/file.js';
import { httpFailure } from '../../platform/errors/http.js';
import { makeFolder } from '../../platform/folders.js';

/** A workbook that lies in the inbox folder already. Whatever links and dots say, it may lie nowhere else. */
export async function fileInInbox(inbox: string, path: string): Promise<string> {
  makeFolder(inbox, 0o700);
  const root = await realpath(inbox);
  const wanted = isAbsolute(path) ? path : join(root, path);
  // What lies outside is refused alike whether it exists or not.
  if (!isBelow(root, wanted) && !isBelow(inbox, wanted)) throw httpFailure('OUTSIDE_INBOX');
  const real = await realpath(wanted).catch(() => {
    throw fileFailure('FILE_NOT_FOUND', { path, extracted: false });
  });
  if (!isBelow(root, real)) throw httpFailure('OUTSIDE_INBOX');
  if (!(await stat(real)).isFile()) throw fileFailure('NOT_A_FILE', { path, what: 'no_file' });
  return real;
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
