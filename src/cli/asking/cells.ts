import { stripVTControlCharacters } from 'node:util';
import { wordOf } from '../../http/exports/columns/codes.js';
import type { ExportColumn } from '../../http/exports/columns/columns.js';
import type { Language } from '../../platform/errors/kinds.js';
import { decimalText, groupDigits, percentText } from '../../platform/numbers.js';
import { wordsIn } from './words.js';

/** What stands in a column, as people read it. */
export function cellShown(
  { field, format }: Pick<ExportColumn, 'field' | 'format'>,
  value: unknown,
  language: Language,
): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return wordsIn(language)[value ? 'yes' : 'no'];
  const word = wordOf(field, value, language);
  if (typeof word === 'number') return numberText(word, format, language);
  return plainText(typeof word === 'string' ? word : JSON.stringify(word));
}

function numberText(value: number, format: ExportColumn['format'], language: Language): string {
  if (format === 'share') return percentText(value, 1, language);
  if (format === 'integer') return groupDigits(value, language);
  return format === 'decimal' ? decimalText(value, 1, language) : String(value);
}

/** A name in a workbook may hold what a terminal would obey. */
export function plainText(text: string): string {
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? momentShown(text) : text;
  return stripVTControlCharacters(moment)
    .replaceAll(/\p{Cc}|\p{Cf}/gu, ' ')
    .trim();
}

export function momentShown(moment: string): string {
  return moment.replace('T', ' ').slice(0, 16);
}
