import { codesOf } from './columns/codes.js';
import type { ExportColumn } from './columns/columns.js';

/** What each column means, for who has only the file. The first line names the columns of this list itself. */
export function legendOf(columns: readonly ExportColumn[]): string[][] {
  return [['Coluna', 'Nome na API', 'Unidade', 'O que é', 'O que não diz'], ...columns.map(lineOf)];
}

function lineOf({ field, title, unit, definition, limits }: ExportColumn): string[] {
  const codes = Object.entries(codesOf(field)).map(([code, word]) => `${word} (${code})`);
  const values = codes.length === 0 ? '' : `Na API: ${codes.join(', ')}.`;
  return [title, field, unit, [definition, values].filter((text) => text !== '').join(' '), limits];
}
