import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, type Sheet, sheets } from '../../src/contract/index.js';
import { castDayFirst, castExpression, stagingTable } from '../../src/contract/sql.js';
import { CopySink } from '../../src/ingestion/load/copy-sink.js';
import { type BadCell, Clock, formulaMark, normaliseCell, RowEncoder } from '../../src/source/cells/index.js';
import { CsvRows } from '../../src/source/sheets/csv-rows.js';
import { CellKind, type RowView, type SharedStrings, writeSerialDate } from '../../src/workbook/index.js';
import { onEveryServer, type TestServer } from '../support/database.js';

type Kind = keyof typeof CellKind;
interface Cell {
  readonly kind: Kind;
  readonly raw: string;
}

const numberText = fc.oneof(
  fc.integer({ min: -5, max: 40_000 }).map(String),
  fc.integer({ min: 0, max: 2 ** 31 }).map(String),
  fc.double({ min: 0, max: 2e6, noNaN: true }).map(String),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.tuple(fc.nat(99_999_999), fc.nat(999_999)).map(([whole, part]) => `${whole}.${part}`),
  fc.constantFrom(
    '007',
    '5.0',
    '1.',
    '.5',
    '-0',
    '0',
    '1',
    '1e3',
    '1E+2',
    '2.5e-9',
    '1e400',
    '--1',
    '0x10',
    '١',
    '9'.repeat(30),
  ),
  fc.constantFrom('60', '59', '0.99999', '2958465', '2958466', '45017.3499999', '99999999', '100000000'),
);

const someText = fc.oneof(
  numberText,
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.stringMatching(/^\s?(19|20)\d\d-[01]\d-[0-3]\d([T ][0-2]\d:[0-5]\d(:[0-5]\d(\.\d{1,3})?)?)?\s?$/),
  fc.constantFrom(
    'NULL',
    ' NULL ',
    'null',
    '',
    '  ',
    '\u00a0',
    '#N/A',
    '#REF!',
    '#1 da lista',
    'Sim',
    'FALSO',
    'não',
    '#FORMULA!',
    'Err:502',
  ),
  fc.stringMatching(/^\s?[0-3]\d\/[01]\d\/(19|20)\d\d( [0-2]\d:[0-5]\d(:[0-5]\d)?)?$/),
  fc.stringMatching(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:00:00([.,]\d{1,3})?(Z|[+-]0\d:?[0-5]\d)$/),
  fc.constantFrom(
    'a,b',
    'diz "olá"',
    'linha 1\nlinha 2',
    'a\r\nb',
    '\\.',
    'a\n\\.\nb',
    '\\N',
    'Zona do poço.',
    '1900-01-01',
  ),
  fc.constantFrom(
    'x'.repeat(4000),
    'x'.repeat(4001),
    'ç'.repeat(4000),
    '\ufeffBOM',
    'a\0b',
    '\ufffd',
    'fim\\',
  ),
);

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { arbitrary: numberText.map((raw) => ({ kind: 'number', raw }) as const), weight: 4 },
  { arbitrary: numberText.map((raw) => ({ kind: 'date', raw }) as const), weight: 3 },
  { arbitrary: someText.map((raw) => ({ kind: 'shared', raw }) as const), weight: 4 },
  { arbitrary: someText.map((raw) => ({ kind: 'text', raw }) as const), weight: 2 },
  { arbitrary: someText.map((raw) => ({ kind: 'isoDate', raw }) as const), weight: 1 },
  { arbitrary: fc.constantFrom('0', '1').map((raw) => ({ kind: 'boolean', raw }) as const), weight: 1 },
  {
    arbitrary: fc.constantFrom('#N/A', '#REF!', 'Err:502').map((raw) => ({ kind: 'error', raw }) as const),
    weight: 1,
  },
  { arbitrary: fc.constantFrom('empty', 'formula').map((kind) => ({ kind, raw: '' }) as const), weight: 1 },
);

/** Rows of one sheet, one cell for each of its columns. */
const rowsOf = (sheet: Sheet, count: number): fc.Arbitrary<Cell[][]> => {
  const width = Object.keys(sheet.columns).length;
  return fc.array(fc.array(cell, { minLength: width, maxLength: width }), {
    minLength: count,
    maxLength: count,
  });
};

interface Encoded {
  readonly csv: Buffer;
  readonly badCells: readonly BadCell[];
  readonly rows: number;
  /** Columns of dates that are read day first. */
  readonly dayFirst: ReadonlySet<string>;
}

function encode(sheet: Sheet, rows: readonly Cell[][]): Encoded {
  const { strings, indexOf } = sharedStringsOf(rows);
  const blocks: Buffer[] = [];
  const badCells: BadCell[] = [];
  const encoder = new RowEncoder({
    sheet,
    sources: Object.keys(sheet.columns).map((_, place) => place),
    sharedStrings: strings,
    date1904: false,
    clock: new Clock(),
    onBlock: (block) => blocks.push(block),
    onBadCell: (badCell) => badCells.push(badCell),
  });
  for (const [place, row] of rows.entries()) encoder.encode(viewOf(row, place + 2, indexOf));
  encoder.end();
  const csv = Buffer.concat(blocks);
  const readings = [...encoder.textDates];
  const names = Object.keys(sheet.columns);
  for (const [column] of readings.filter(([, { reading }]) => reading === 'not-dates'))
    badCells.push(...badDates(column, names.indexOf(column), fieldsOf(csv, names.length), badCells));
  const dayFirst = new Set(
    readings.flatMap(([name, { reading }]) => (reading === 'day-first' ? [name] : [])),
  );
  return { csv, badCells, rows: encoder.rows, dayFirst };
}

/** What a run finds in the staged column when it knows that its texts are no dates. */
function badDates(column: string, place: number, fields: string[][], known: readonly BadCell[]): BadCell[] {
  const bad = new Set(known.filter((one) => one.column === column).map(({ rowNo }) => rowNo));
  return fields.flatMap((row, nth) =>
    /^..\/..\/.{4}/s.test(row[place]!) && !bad.has(nth + 1)
      ? [{ rowNo: nth + 1, column, code: 'NOT_A_DATE' as const, value: row[place]!, rejects: false }]
      : [],
  );
}

function sharedStringsOf(rows: readonly Cell[][]): { strings: SharedStrings; indexOf: Map<string, number> } {
  const texts = new Set(rows.flat().flatMap(({ kind, raw }) => (kind === 'shared' ? [raw] : [])));
  const parts = [...texts].map((text) => Buffer.from(text));
  const offsets = new Uint32Array(parts.length + 1);
  for (const [place, part] of parts.entries()) offsets[place + 1] = offsets[place]! + part.length;
  const indexOf = new Map([...texts].map((text, place) => [text, place]));
  return { strings: { count: parts.length, bytes: Buffer.concat(parts), offsets }, indexOf };
}

function viewOf(row: readonly Cell[], rowNumber: number, indexOf: ReadonlyMap<string, number>): RowView {
  const parts = row.map(({ kind, raw }) => Buffer.from(kind === 'shared' ? '' : raw));
  const start = new Int32Array(row.length);
  const end = new Int32Array(row.length);
  let at = 0;
  for (const [place, part] of parts.entries()) {
    start[place] = at;
    end[place] = at += part.length;
    if (row[place]!.kind === 'shared') start[place] = indexOf.get(row[place]!.raw)!;
  }
  const kind = Uint8Array.from(row, (one) => CellKind[one.kind]);
  return { rowNumber, width: row.length, kind, start, end, bytes: Buffer.concat(parts) };
}

const isText = ({ kind }: Cell): boolean => kind === 'shared' || kind === 'text';
const factoryDate = /^(\d\d)\/(\d\d)\/(\d{4})( \d\d:\d\d(:\d\d)?)?$/;

/** The ISO form of a text in the factory's notation, null where it is no such date. */
function factoryMoment(text: string): string | null {
  const found = factoryDate.exec(text.trim());
  if (found === null) return null;
  const moment = `${found[3]}-${found[2]}-${found[1]}${found[4] ?? ' 00:00'}`.replace(' ', 'T');
  const time = new Date(`${moment}Z`);
  // JavaScript takes 24:00 for midnight.
  const isReal = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(moment.slice(0, 16));
  return isReal ? moment : null;
}

/** Whether a text of a column says that its dates are written in another order. */
function saysOtherOrder(column: Column, cell: Cell): boolean {
  if (!isText(cell)) return false;
  const { text, code } = normaliseCell(column, 'text', Buffer.from(cell.raw).toString('utf8'));
  if (code === null || code === 'OUT_OF_RANGE') return text !== '' && !column.sentinels.includes(text);
  const american = /^(\d\d)\/(\d\d)\/\d{4}(?!\d)/.exec(text);
  const iso = /^\d{4}-(\d\d)-(\d\d)(?!\d)/.exec(text);
  if (iso !== null) return Number(iso[1]) <= 12 && Number(iso[2]) <= 31;
  if (american === null || factoryMoment(text) !== null) return false;
  const [month, day] = [Number(american[1]), Number(american[2])];
  return month >= 1 && month <= 12 && day > 12 && day <= 31;
}

/** What becomes of a date in the factory's notation, by all the cells of its column. */
function dateText(
  column: Column,
  cell: Cell,
  all: readonly Cell[],
): { text: string; code: string | null } | null {
  if (column.kind !== 'timestamp' || !(isText(cell) || cell.kind === 'isoDate')) return null;
  const text = Buffer.from(cell.raw).toString('utf8').trim();
  const moment = factoryMoment(text);
  if (moment === null) return null;
  if (normaliseCell(column, 'text', moment).code !== null) return { text, code: 'OUT_OF_RANGE' };
  return { text, code: all.some((one) => saysOtherOrder(column, one)) ? 'NOT_A_DATE' : null };
}

/** What the general path makes of a cell; numbers and serials are first written in their exact form. */
function general(column: Column, { kind, raw }: Cell): { text: string; code: string | null } {
  const seen = Buffer.from(raw).toString('utf8');
  if (kind === 'empty') return { text: '', code: null };
  if (kind === 'formula') return { text: formulaMark, code: 'FORMULA_WITHOUT_RESULT' };
  if (kind === 'boolean' || kind === 'error') return normaliseCell(column, kind, seen);
  if (kind === 'isoDate') return normaliseCell(column, 'date', seen);
  if (kind === 'shared' || kind === 'text') return normaliseCell(column, 'text', seen);
  if (column.kind !== 'timestamp') return normaliseCell(column, 'number', exact(seen));
  const out = Buffer.alloc(40);
  const bytes = Buffer.from(raw);
  const end = writeSerialDate(out, 0, bytes, 0, bytes.length, false);
  return end < 0
    ? { text: raw, code: 'NOT_A_DATE' }
    : normaliseCell(column, 'date', out.toString('latin1', 0, end));
}

function exact(raw: string): string {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(raw) ? Number(raw) : Number.NaN;
  return Number.isFinite(value) ? String(value === 0 ? 0 : value) : raw;
}

function fieldsOf(csv: Buffer, width: number): string[][] {
  const found: string[][] = [];
  const reader = new CsvRows(width, (row) => {
    found.push(
      Array.from({ length: width }, (_, place) =>
        row.bytes.toString('utf8', row.start[place]!, row.end[place]!),
      ),
    );
  });
  reader.push(Buffer.from(csv));
  reader.end();
  return found;
}

/** Holds a field of the CSV against the general path; returns what is wrong with the cell, null for nothing. */
function expectField(column: Column, cell: Cell, field: string, all: readonly Cell[]): string | null {
  const { text, code } = dateText(column, cell, all) ?? general(column, cell);
  const told = `${column.header} of ${JSON.stringify(cell)}`;
  if (code === null) expect(field, told).toBe(text);
  else expect(field, told).not.toBe('');
  return code ?? (text === '' && column.required ? 'REQUIRED_MISSING' : null);
}

describe.each(sheets.map((sheet) => [sheet.sheet, sheet as Sheet] as const))('any cell of %s', (_, sheet) => {
  it('comes out of the fast path as the general path has it', () => {
    const columns = Object.entries(sheet.columns);
    // A first cell that is never empty keeps every row a row; the encoder drops rows without any value.
    fc.assert(
      fc.property(rowsOf(sheet, 12), (drawn) => {
        const rows = drawn.map((row) => [{ kind: 'number', raw: '7' } as const, ...row.slice(1)]);
        const { csv, badCells, rows: written } = encode(sheet, rows);
        expect(written).toBe(rows.length);
        const fields = fieldsOf(csv, columns.length);
        expect(fields).toHaveLength(rows.length);
        const found = badCells.map(({ rowNo, column, code }) => `${rowNo} ${column} ${code}`);
        const expected = rows.flatMap((row, nth) =>
          columns.flatMap(([name, column], place) => {
            const all = rows.map((other) => other[place]!);
            const code = expectField(column, row[place]!, fields[nth]![place]!, all);
            return code === null ? [] : [`${nth + 1} ${name} ${code}`];
          }),
        );
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 150 },
    );
  });
});

/** Loads arbitrary rows as a run does, and casts every cell that passed. */
async function expectCasts(server: TestServer): Promise<void> {
  const test = await server.create();
  const client = await test.database.connect();
  try {
    for (const [run, sheet] of (sheets as readonly Sheet[]).entries()) {
      const rows = fc.sample(rowsOf(sheet, 400), { numRuns: 1, seed: 20 + run })[0]!;
      const { csv, badCells, rows: written, dayFirst } = encode(sheet, rows);
      const sink = await CopySink.open(client, sheet, run);
      await sink.write(csv);
      await sink.finish();
      expect(sink.rows, sheet.sheet).toBe(written);
      for (const [name, column] of Object.entries(sheet.columns)) {
        const bad = badCells.filter((badCell) => badCell.column === name).map((badCell) => badCell.rowNo);
        const result = await client.query(
          `SELECT count(*)::int AS n FROM (SELECT CASE WHEN row_no = ANY ($1::int[]) THEN NULL
             ELSE ${(dayFirst.has(name) ? castDayFirst : castExpression)(name, column, 's')} END AS value FROM ${stagingTable(sheet, run)} s OFFSET 0) t
           WHERE value IS NULL OR value IS NOT NULL`,
          [bad],
        );
        expect(result.rows[0].n).toBe(written);
      }
    }
  } finally {
    await client.end();
    await test.drop();
  }
}

onEveryServer('whatever passes', (server) => {
  it('is taken by COPY to the row, and casts to the type of its column', async () => {
    await expectCasts(server);
  });
});
