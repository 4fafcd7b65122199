import type { ColumnKind } from '../../contract/index.js';
import { groupDigitsUnbroken, percentText, plainDecimal } from '../../platform/numbers.js';
import type { SheetProfile } from '../findings.js';

/** A number with its decimal comma and no more digits than a reader wants; whole numbers stay whole. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return groupDigitsUnbroken(value).replace('-', '−');
  const shown = Math.abs(value) >= 0.001 ? String(Number(value.toPrecision(6))) : value.toExponential(2);
  return plainDecimal(shown).replace('-', '−');
}

/** A share as per cent: never 100 % or 0 % where it is not quite so. */
export function shareText(share: number | null): string {
  if (share === null) return '–';
  if (share > 0.9999 && share < 1) return '>\u202f99,99\u00a0%';
  if (share > 0 && share < 0.0001) return '<\u202f0,01\u00a0%';
  const digits = share === 0 || share === 1 ? 0 : share < 0.01 || share > 0.99 ? 2 : 1;
  return percentText(share, digits).replace(' ', '\u00a0');
}

/** `2023-04-30T17:00:00` as people write it; a day alone where it is midnight. */
export function momentWords(moment: string): string {
  return moment.endsWith('T00:00:00') ? moment.slice(0, 10) : moment.replace('T', ' ').replace(/:00$/, '');
}

/** Any value of a profile; an id is a name made of digits, and stays as it is. */
export function valueText(value: string | number | null, kind: ColumnKind | null): string {
  if (value === null) return '(oculto)';
  if (typeof value === 'number') return kind === 'id' ? String(value) : numberText(value);
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? momentWords(value) : value;
}

export function cut(text: string, characters: number): string {
  return text.length > characters ? `${text.slice(0, characters - 1).toWellFormed()}…` : text;
}

/** Where a sheet goes on in others: how many rows stand in each. */
export function partsText(parts: SheetProfile['parts']): string {
  if (parts === undefined) return '';
  return `, em ${parts.length} partes: ${parts.map(({ sheet, rows }) => `${sheet} (${groupDigitsUnbroken(rows)})`).join(', ')}`;
}
