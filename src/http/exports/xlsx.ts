import type { Language } from '../../platform/errors/kinds.js';
import {
  type Cell,
  DateSerial,
  QuotedText,
  type Row,
  writeWorkbookBytes,
} from '../../workbook/write/index.js';
import { wordOf } from './columns/codes.js';
import { columnsOf, type ExportColumn } from './columns/columns.js';
import { looksLikeFormula } from './guard.js';
import { legendOf } from './legend.js';
import { originOf } from './origin.js';
import type { ExportTable } from './table.js';

/** Of compression: half the time of the usual 6, a tenth more bytes. */
const level = 4;
/**
 * So many rows are gathered before the sheet is begun: if these are all, its top can say how far it reaches, and
 * readers need not look twice.
 */
const heldRows = 10_000;

const sheetNames = {
  pt: { rows: 'Dados', legend: 'Legenda', origin: 'Origem' },
  en: { rows: 'Data', legend: 'Legend', origin: 'Origin' },
} as const;

/**
 * A workbook in pieces: the rows as a table of one sheet, what its columns mean in another, where they came from in a
 * third. No cell is ever a formula.
 */
export async function* xlsx(table: ExportTable, language: Language = 'pt'): AsyncGenerator<Buffer> {
  const columns = columnsOf(table.row, table.figures, language);
  const rows = await holdBack(rowsOf(table, columns, language));
  const names = sheetNames[language];
  const sheets = [
    {
      name: names.rows,
      hasTable: true,
      content: () => ({
        columns: columns.map(({ title, format }) => ({ width: widthOf(title), format })),
        hasHeader: true,
        table: { name: stableName(table), columns: columns.map(({ title }) => title) },
        ...rows,
      }),
    },
    textSheet(names.legend, [26, 30, 12, 90, 60], legendOf(columns, language)),
    textSheet(names.origin, [30, 100], originOf(table, language)),
  ];
  yield* writeWorkbookBytes(sheets, { boundedTexts: true, savedAt: null, level });
}

/** A sheet to be read, whose first row names its columns. */
function textSheet(name: string, widths: readonly number[], lines: readonly (readonly string[])[]) {
  const rows = lines.map((line) => line.map(cellOf));
  const content = () => ({
    columns: widths.map((width) => ({ width, wraps: true })),
    hasHeader: true,
    rowCount: rows.length,
    blocks: [rows],
  });
  return { name, content };
}

/** A long title goes on in a second line. */
function widthOf(title: string): number {
  return Math.max(14, Math.min(28, title.length + 5));
}

/** The same in every file of this question: queries that were written for one take the next. */
function stableName({ name }: ExportTable): string {
  return name.replace(/-cargas?-.*$/, '').replaceAll(/\W/g, '_');
}

type Blocks = AsyncGenerator<readonly Row[]>;

/** The blocks, and how many rows they are in all where it is soon known. */
async function holdBack(blocks: Blocks): Promise<{ rowCount: number | null; blocks: AsyncIterable<Row[]> }> {
  const held: Row[] = [];
  let isAll = false;
  while (!isAll && held.length < heldRows) {
    const next = await blocks.next();
    isAll = next.done === true;
    if (!next.done) for (const row of next.value) held.push(row);
  }
  async function* all(): AsyncGenerator<Row[]> {
    yield held;
    for await (const block of blocks) yield [...block];
  }
  return { rowCount: isAll ? held.length : null, blocks: all() };
}

async function* rowsOf({ pages }: ExportTable, columns: readonly ExportColumn[], language: Language): Blocks {
  yield [columns.map(({ title }) => title)];
  const fields = columns.map(({ field }) => field);
  for await (const rows of pages)
    yield rows.map((one) => fields.map((field) => cellOf(wordOf(field, one[field], language))));
}

/** Numbers are numbers, days and moments of the factory are dates, texts are texts, never formulas. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const date = dateOf(text);
  if (date !== null) return date;
  return looksLikeFormula(text) ? new QuotedText(text) : text;
}

/** `2023-04-30` or `2023-04-30T16:30:00`; null for anything else. */
function dateOf(text: string): DateSerial | null {
  // Before March 1900 spreadsheets disagree: they believe in a 29 February of that year.
  if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d)?$/.test(text) || text < '1900-03-01') return null;
  const isDay = text.length === 10;
  const time = Date.parse(isDay ? text : `${text.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? null : new DateSerial(time / 86_400_000 + 25_569, isDay);
}
