import { commandFailure } from '../platform/errors/command.js';
import { groupDigits } from '../platform/numbers.js';

/** An option that is a positive whole number. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw commandFailure('BAD_NUMBER', { text, lowest: 1, highest: null });
}

export function portNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535 && text.trim() !== '') return value;
  throw commandFailure('BAD_NUMBER', { text, lowest: 0, highest: 65_535 });
}

/** A number with the word that agrees with it: `1 alterada`, `2 alteradas`. */
export function counted(count: number, one: string, many: string): string {
  return `${groupDigits(count)} ${count === 1 ? one : many}`;
}

/** What differs in the rows of a table or a sheet: `1 nova, 2 alteradas, 1 saiu`. */
export function rowChangesText(rows: {
  readonly inserted: number;
  readonly updated: number;
  readonly gone: number;
}): string {
  return [
    counted(rows.inserted, 'nova', 'novas'),
    counted(rows.updated, 'alterada', 'alteradas'),
    counted(rows.gone, 'saiu', 'saíram'),
  ].join(', ');
}
