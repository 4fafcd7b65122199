import {
  type Cell,
  DateSerial,
  QuotedText,
  type Row,
  writeWorkbookBytes,
} from '../../workbook/write/index.js';
import { looksLikeFormula } from './guard.js';
import type { ExportTable } from './table.js';

/** Of compression: half the time of the usual 6, a tenth more bytes. */
const level = 4;
/**
 * So many rows are gathered before the sheet is begun: if these are all, its top can say how far it reaches, and
 * readers need not look twice.
 */
const heldRows = 10_000;

/** A workbook in pieces: the rows in one sheet, where they came from in another. No cell is ever a formula. */
export async function* xlsx(table: ExportTable): AsyncGenerator<Buffer> {
  const names = Object.keys(table.row.shape);
  const rows = await holdBack(rowsOf(table, names));
  const origin = originOf(table);
  const sheets = [
    {
      name: 'Dados',
      content: () => ({
        columns: names.map((name) => ({ width: Math.max(name.length + 2, 18) })),
        hasHeader: true,
        ...rows,
      }),
    },
    {
      name: 'Origem',
      content: () => ({
        columns: [{ width: 30 }, { width: 100 }],
        hasHeader: false,
        rowCount: origin.length,
        blocks: [origin],
      }),
    },
  ];
  yield* writeWorkbookBytes(sheets, { boundedTexts: true, savedAt: null, level });
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

async function* rowsOf({ pages }: ExportTable, names: readonly string[]): Blocks {
  yield [names];
  for await (const rows of pages) yield rows.map((one) => names.map((name) => cellOf(one[name])));
}

function originOf({ origin }: ExportTable): Row[] {
  const filters = Object.entries(origin.filters).filter(([, value]) => value !== undefined);
  return [
    ['resposta', cellOf(origin.title)],
    ['endereço', origin.path],
    ...filters.map(([name, value]) => [`filtro ${name}`, cellOf(value)]),
    ...origin.facts.map(([name, value]) => [name, cellOf(value)]),
  ];
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
