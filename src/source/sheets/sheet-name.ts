import { type Sheet, sheets } from '../../contract/index.js';
import { longestSheetName, partNameOf } from '../../contract/part-name.js';
import { normaliseHeader } from './header.js';
import type { PartName } from './types.js';

/** What the name of a sheet says: which sheet of the contract it is, or which part of one. */
export interface SheetName {
  readonly sheet: Sheet;
  /** From 1; the name alone is the first part. */
  readonly number: number;
  /** The name alone: such a sheet must have the headers. One with a number is a part only if it has them. */
  readonly isPlain: boolean;
}

/** `Name (2)`, `Name_2`, `Name 2`. Of four digits it is a year, and the sheet somebody's own. */
const numbered = /^(?:(.+?) ?\((\d{1,3})\)|(.+?)_(\d{1,3})|(.+?) (\d{1,3}))$/;

/**
 * Case and white space count as little as in headers; null: no sheet of the contract is called so. Where a number found
 * no room behind a long name, the end of the name has given way to it: the whole is then as long as Excel allows.
 */
export function readSheetName(name: string): SheetName | null {
  const plain = normaliseHeader(name);
  const whole = find(plain);
  if (whole !== undefined) return { sheet: whole, number: 1, isPlain: true };
  const [, a, an, b, bn, c, cn] = numbered.exec(plain) ?? [];
  const stem = a ?? b ?? c ?? '';
  const sheet = find(stem) ?? (name.length === longestSheetName ? findCut(stem) : undefined);
  const number = Number(an ?? bn ?? cn);
  return sheet === undefined || number === 0 ? null : { sheet, number, isPlain: false };
}

/** What the part that follows the last of these is to be called. */
export function nextPartName(sheet: Sheet, parts: readonly PartName[], ahead = 1): string {
  const last = readSheetName(parts.at(-1)!.sheet)?.number ?? parts.length;
  return partNameOf(sheet.sheet, last + ahead);
}

function findCut(stem: string): Sheet | undefined {
  const found = sheets.filter((known) => normaliseHeader(known.sheet).startsWith(stem));
  return found.length === 1 ? found[0] : undefined;
}

function find(normalised: string): Sheet | undefined {
  return sheets.find((known) => normaliseHeader(known.sheet) === normalised);
}
