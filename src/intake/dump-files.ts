import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { ProdplanError } from '../platform/errors.js';
import type { DumpFile } from './source/open-all.js';

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
  if (files.length > mostWorkbooks) throw tooMany(files.length);
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
    if (before === undefined) continue;
    const which = before === path ? `${path} duas vezes` : `${before} e ${path}, que são iguais`;
    throw new ProdplanError(
      'input',
      'DOUBLED_WORKBOOK',
      `O mesmo livro foi indicado duas vezes: ${which}.`,
      'Indique cada livro da exportação uma só vez.',
    );
  }
}

function tooMany(count: number): ProdplanError {
  return new ProdplanError(
    'input',
    'TOO_MANY_WORKBOOKS',
    `São ${count} livros; uma exportação tem no máximo ${mostWorkbooks}.`,
    'Indique só os livros de uma exportação: os de cada dia carregam-se um dia de cada vez.',
  );
}
