import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { fileFailure } from '../platform/errors/file.js';
import type { DumpFile } from './sheets/open-all.js';

/** More workbooks than this are no dump: a sheet of Excel's grid holds half a year of any factory at least. */
const mostWorkbooks = 50;

export interface NamedFile extends Omit<DumpFile, 'name'> {
  /** As it was given: where several have the same file name, this tells them apart. */
  readonly path: string;
}

/**
 * Puts the workbooks of one dump in the order of their names, numbers in them as numbers: the same files give the same
 * rows in the same order, whoever names them in whatever order. Throws `DOUBLED_WORKBOOK` and `TOO_MANY_WORKBOOKS`.
 */
export function inOrder(files: readonly NamedFile[]): DumpFile[] {
  if (files.length > mostWorkbooks) {
    throw fileFailure('TOO_MANY_WORKBOOKS', { count: files.length, most: mostWorkbooks });
  }
  refuseDoubled(files);
  const sorted = files.toSorted(
    (a, b) => byNumbers.compare(basename(a.path), basename(b.path)) || (a.sha256 < b.sha256 ? -1 : 1),
  );
  const names = sorted.map(({ path }) => basename(path));
  return sorted.map(({ path, ...file }, place) => {
    const name = names[place]!;
    const isAlone = names.indexOf(name) === names.lastIndexOf(name);
    return { ...file, name: isAlone ? name : path };
  });
}

const byNumbers = new Intl.Collator('en', { numeric: true });

/** Which set of workbooks it is: of one its own checksum; of several that of theirs, in an order of their own. */
export function sha256OfAll(files: readonly Pick<DumpFile, 'sha256'>[]): string {
  const sums = files.map(({ sha256 }) => sha256).toSorted();
  if (sums.length === 1) return sums[0]!;
  return createHash('sha256')
    .update(`prodplan-workbooks-1\n${sums.map((one) => `${one}\n`).join('')}`)
    .digest('hex');
}

const longestName = 200;

/** What a dump is called: by its workbooks. */
export function nameOfAll(files: readonly Pick<DumpFile, 'name'>[]): string {
  const names = files.map(({ name }) => basename(name));
  const all = names.join(' + ');
  return all.length <= longestName || names.length === 1 ? all : `${names[0]} + ${names.length - 1} livros`;
}

function refuseDoubled(files: readonly NamedFile[]): void {
  const seen = new Map<string, string>();
  for (const { path, sha256 } of files) {
    const before = seen.get(sha256);
    seen.set(sha256, path);
    if (before !== undefined) throw fileFailure('DOUBLED_WORKBOOK', { one: before, other: path });
  }
}
