import type { Language } from '../../platform/errors/kinds.js';
import { plainDecimal } from '../../platform/numbers.js';
import { wordOf } from './columns/codes.js';
import { columnsOf } from './columns/columns.js';
import { guarded } from './guard.js';
import type { ExportTable } from './table.js';

/** Without it Excel reads UTF-8 as the code page of the machine. */
const byteOrderMark = '\uFEFF';

/**
 * A CSV as a spreadsheet in Portugal opens it by a double click: semicolons, decimal commas, titles in place of names,
 * words in place of codes, and not a line that is no row. Days keep the form that every country's Excel takes for one.
 */
export async function* csvForPeople(table: ExportTable, language: Language = 'pt'): AsyncGenerator<Buffer> {
  const columns = columnsOf(table.row, [], language);
  const field = fieldIn(language);
  yield Buffer.from(byteOrderMark + line(columns.map(({ title }) => field(title))));
  for await (const rows of table.pages) {
    const lines = rows.map((row) =>
      line(columns.map((one) => field(wordOf(one.field, row[one.field], language)))),
    );
    if (lines.length > 0) yield Buffer.from(lines.join(''));
  }
}

function line(fields: readonly string[]): string {
  return `${fields.join(';')}\r\n`;
}

/** The separators are those of the spreadsheet, which is Portugal's whatever the words are. */
const fieldIn =
  (language: Language) =>
  (value: unknown): string =>
    field(value, yesNo[language]);

const yesNo: Readonly<Record<Language, readonly [string, string]>> = {
  pt: ['sim', 'não'],
  en: ['yes', 'no'],
};

function field(value: unknown, [yes, no]: readonly [string, string]): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return plainDecimal(value);
  if (typeof value === 'boolean') return value ? yes : no;
  const text = typeof value === 'string' ? withBlank(value) : JSON.stringify(value);
  const safe = guarded(text);
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Excel takes `2023-04-30 16:30:00` for a moment, and with a T between for a text. */
function withBlank(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(text) ? text.replace('T', ' ') : text;
}
