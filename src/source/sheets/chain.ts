import type { Sheet } from '../../contract/index.js';
import { contractFailure } from '../../platform/errors/contract.js';
import type { ProdplanError } from '../../platform/errors.js';

/** A sheet that may be a part of a sheet of the contract. */
export interface Link {
  /** Which workbook of the dump it stands in, from 0. */
  readonly file: number;
  /** Its number among the parts, from 1. */
  readonly number: number;
  /** How it is called in messages. */
  readonly place: string;
}

export interface Chain<T extends Link> {
  /** In the order in which they are read. */
  readonly parts: readonly T[];
  /** Those whose number another one had before them. */
  readonly skipped: readonly T[];
  /** The names of these and of those others. */
  readonly doubled: readonly string[];
  /** Numbers that no part has, each with the part that comes after them. */
  readonly gaps: readonly { readonly number: number; readonly before: string }[];
}

/**
 * Puts the parts of one sheet in order. Their numbers may run through all workbooks of the dump, in whatever order
 * these stand; or each workbook begins with 1 anew, or goes on where the one before it ended.
 */
export function chain<T extends Link>(links: readonly T[]): Chain<T> {
  const runsThrough = new Set(links.map(({ number }) => number)).size === links.length;
  const ordered = links.toSorted((a, b) =>
    runsThrough ? a.number - b.number : a.file - b.file || a.number - b.number,
  );
  const parts: T[] = [];
  const skipped: T[] = [];
  const doubled = new Set<string>();
  const gaps: Chain<T>['gaps'][number][] = [];
  for (const link of ordered) {
    const before = parts.at(-1);
    const beginsAnew = before !== undefined && before.file !== link.file && link.number === 1;
    const expected = before === undefined || beginsAnew ? 1 : before.number + 1;
    if (link.number < expected) {
      skipped.push(link);
      doubled.add(before!.place).add(link.place);
      continue;
    }
    for (let number = expected; number < link.number; number++) gaps.push({ number, before: link.place });
    parts.push(link);
  }
  return { parts, skipped, doubled: [...doubled], gaps };
}

/** The error for parts of sheets that are missing between others, naming all of them. */
export function partsMissing(
  gaps: readonly { readonly sheet: Sheet; readonly number: number; readonly before: string }[],
): ProdplanError {
  const told = gaps.map(({ sheet, number, before }) => ({ sheet: sheet.sheet, number, before }));
  return contractFailure('SHEET_PART_MISSING', { gaps: told });
}
