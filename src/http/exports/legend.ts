import type { Language } from '../../platform/errors/kinds.js';
import { codesOf } from './columns/codes.js';
import type { ExportColumn } from './columns/columns.js';

/** Definitions are kept in Portuguese alone: an English legend says so. */
const heads: Readonly<Record<Language, string[]>> = {
  pt: ['Coluna', 'Nome na API', 'Unidade', 'O que é', 'O que não diz'],
  en: [
    'Column',
    'Name in the API',
    'Unit (in Portuguese)',
    'What it is (in Portuguese)',
    'What it does not say (in Portuguese)',
  ],
};
const inTheApi: Readonly<Record<Language, string>> = { pt: 'Na API', en: 'In the API' };

/** What each column means, for who has only the file. The first line names the columns of this list itself. */
export function legendOf(columns: readonly ExportColumn[], language: Language = 'pt'): string[][] {
  return [heads[language], ...columns.map((one) => lineOf(one, language))];
}

function lineOf({ field, title, unit, definition, limits }: ExportColumn, language: Language): string[] {
  const codes = Object.entries(codesOf(field, language)).map(([code, word]) => `${word} (${code})`);
  const values = codes.length === 0 ? '' : `${inTheApi[language]}: ${codes.join(', ')}.`;
  return [title, field, unit, [definition, values].filter((text) => text !== '').join(' '), limits];
}
