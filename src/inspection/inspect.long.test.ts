import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Dump,
  dumpWorkbook,
  serial,
  smallDump,
  temporaryFolder,
  type WorkbookOptions,
  writeWorkbook,
} from '../../test/support/dump.js';
import { type CellValue, type SheetRows, xlsxParts, zip } from '../../test/support/xlsx-builder.js';
import { type CellClass, cellClasses } from './count/cell-class.js';
import type { ColumnProfile, Inspection } from './findings.js';
import { inspectFile, renderReports } from './index.js';

async function inspected(
  dump: Dump,
  workbook: WorkbookOptions = {},
  asOf: string | null = null,
): Promise<Inspection> {
  const path = await writeWorkbook(dumpWorkbook(dump, workbook));
  const found = await inspectFile(path, { asOf, scratch: tmpdir(), timeZone: 'Europe/Lisbon' });
  await rm(path);
  return found;
}

function columnOf({ profile }: Inspection, table: string, column: string): ColumnProfile {
  return profile.sheets.find((one) => one.table === table)!.columns.find((one) => one.column === column)!;
}

/** A cell, and what is to be found in it: the value, what the cell is, and how it breaks the contract. */
interface Known {
  readonly cell: CellValue;
  readonly is: CellClass;
  /** A number, a moment as ISO text, a text; null for none. */
  readonly value: number | string | null;
  readonly code?: string;
  readonly sentinel?: true;
}

const nothing: fc.Arbitrary<Known> = fc.constantFrom<Known>(
  { cell: null, is: 'empty', value: null },
  { cell: 'NULL', is: 'null_text', value: null },
  { cell: '  ', is: 'blank', value: null },
);

const smallId = fc.integer({ min: 1, max: 12 });
const id: fc.Arbitrary<Known> = fc.oneof(
  { weight: 6, arbitrary: smallId.map((n): Known => ({ cell: n, is: 'number', value: n })) },
  smallId.map((n): Known => ({ cell: ` ${n} `, is: 'number_text', value: n })),
  fc.constantFrom<Known>(
    { cell: 0, is: 'number', value: 0, code: 'OUT_OF_RANGE' },
    { cell: 1.5, is: 'number', value: 1.5, code: 'NOT_AN_INTEGER' },
    { cell: 'abc', is: 'text', value: 'abc', code: 'NOT_A_NUMBER' },
    { cell: true, is: 'boolean', value: 'TRUE', code: 'NOT_A_NUMBER' },
    { cell: '#N/A', is: 'text', value: '#N/A', code: 'CELL_ERROR' },
    { cell: { serial: 7 }, is: 'date', value: 7 },
  ),
  nothing,
);

const day = fc
  .integer({ min: 0, max: 60 })
  .map((n) => new Date(Date.UTC(2023, 2, 1 + n, n % 24)).toISOString().slice(0, 19));
const moment: fc.Arbitrary<Known> = fc.oneof(
  { weight: 5, arbitrary: day.map((text): Known => ({ cell: serial(text), is: 'date', value: text })) },
  day.map((text): Known => ({ cell: serial(text).serial, is: 'number', value: text })),
  day.map((text): Known => ({ cell: text.replace('T', ' '), is: 'date_text', value: text })),
  fc.constantFrom<Known>(
    { cell: '1900-01-01', is: 'date_text', value: null, sentinel: true },
    { cell: { serial: 1 }, is: 'date', value: null, sentinel: true },
    { cell: '1066-10-14', is: 'date_text', value: '1066-10-14T00:00:00', code: 'OUT_OF_RANGE' },
    { cell: 'ontem', is: 'text', value: 'ontem', code: 'NOT_A_DATE' },
    { cell: -3, is: 'number', value: '-3', code: 'NOT_A_DATE' },
  ),
  nothing,
);

const decimal: fc.Arbitrary<Known> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .double({ min: 0, max: 10_000, noNaN: true })
      .map((n): Known => ({ cell: n, is: 'number', value: n + 0 })),
  },
  fc.integer({ min: 0, max: 20 }).map((n): Known => ({ cell: n / 4, is: 'number', value: n / 4 })),
  fc.constantFrom<Known>(
    { cell: '0.25', is: 'number_text', value: 0.25 },
    { cell: -1, is: 'number', value: -1, code: 'OUT_OF_RANGE' },
    { cell: '1,5', is: 'text', value: '1,5', code: 'NOT_A_NUMBER' },
  ),
  nothing,
);

const text: fc.Arbitrary<Known> = fc.oneof(
  fc
    .constantFrom('Bolhas.', 'Pintura', 'água', 'Ç "x" <y>')
    .map((t): Known => ({ cell: ` ${t} `, is: 'text', value: t })),
  fc.constantFrom<Known>(
    { cell: 12, is: 'number', value: '12' },
    { cell: '12', is: 'number_text', value: '12' },
    { cell: '2023-01-01', is: 'date_text', value: '2023-01-01' },
    { cell: 'a\uFFFDb', is: 'text', value: 'a\uFFFDb', code: 'BAD_TEXT' },
  ),
  nothing,
);

/** Everything that a profile says of a column, by the simplest means. */
function bruteForce(
  cells: readonly Known[],
  kind: 'id' | 'timestamp' | 'decimal' | 'text',
  required: boolean,
  asOf: string,
) {
  const values = cells.flatMap((one) => (one.value === null ? [] : [one.value]));
  const numbers = values.filter((value) => typeof value === 'number').sort((a, b) => a - b);
  const isMoment = (value: unknown): value is string =>
    kind === 'timestamp' && /^\d{4}-.*T/.test(String(value));
  const moments = values.filter(isMoment).sort();
  const texts = values.filter((value): value is string => typeof value === 'string' && !isMoment(value));
  const classes = Object.fromEntries(
    cellClasses.map((name) => [name, cells.filter((one) => one.is === name).length]),
  );
  const breaks = new Map<string, number>();
  for (const one of cells) {
    const missing = one.value === null && !one.sentinel && required ? 'REQUIRED_MISSING' : undefined;
    const code = one.code ?? missing;
    if (code !== undefined) breaks.set(code, (breaks.get(code) ?? 0) + 1);
  }
  const rank = <T>(sorted: readonly T[], share: number): T =>
    sorted[Math.ceil(share * sorted.length - 1e-9) - 1]!;
  const ranks = <T>(sorted: readonly T[]) => ({
    p01: rank(sorted, 0.01),
    p05: rank(sorted, 0.05),
    p25: rank(sorted, 0.25),
    p50: rank(sorted, 0.5),
    p75: rank(sorted, 0.75),
    p95: rank(sorted, 0.95),
    p99: rank(sorted, 0.99),
  });
  const frequent = [...new Set(values)].map((value) => ({
    value,
    rows: values.filter((one) => one === value).length,
  }));
  const isText = (value: unknown): boolean => typeof value === 'string' && !isMoment(value);
  frequent.sort(
    (a, b) =>
      b.rows - a.rows || Number(isText(a.value)) - Number(isText(b.value)) || (a.value < b.value ? -1 : 1),
  );
  const months = new Map<string, number>();
  for (const one of moments)
    if (one > '1950') months.set(one.slice(0, 7), (months.get(one.slice(0, 7)) ?? 0) + 1);
  const lengths = texts.map((one) => one.length);
  return {
    cells: classes,
    null_rows: cells.filter((one) => one.value === null && !one.sentinel).length,
    sentinel_rows: cells.filter((one) => one.sentinel).length,
    distinct_values: new Set(values).size,
    distinct_standard_error: 0,
    top_values: frequent.filter((one) => one.rows > 1).slice(0, 10),
    breaks: Object.fromEntries([...breaks].sort()),
    numbers:
      numbers.length === 0
        ? null
        : {
            rows: numbers.length,
            min: numbers[0],
            max: numbers.at(-1),
            quantiles: ranks(numbers),
            quantile_error: 0,
          },
    dates:
      moments.length === 0
        ? null
        : {
            rows: moments.length,
            min: moments[0],
            max: moments.at(-1),
            quantiles: ranks(moments),
            future_rows: moments.filter((one) => one > asOf).length,
            resolution: 'second',
            midnight_rows: moments.filter((one) => one.endsWith('T00:00:00')).length,
            months: [...months].sort(),
          },
    texts:
      texts.length === 0
        ? null
        : {
            rows: texts.length,
            distinct_values: new Set(texts).size,
            shortest_characters: Math.min(...lengths),
            longest_characters: Math.max(...lengths),
            longest: texts.filter((one) => one.length === Math.max(...lengths)).sort()[0],
          },
  };
}

/** A profile in the same shape. */
function asFound(column: ColumnProfile) {
  const { cells, null_rows, sentinel_rows, distinct_values, distinct_standard_error, top_values, texts } =
    column;
  const { histogram: _, ...numbers } = column.numbers ?? { histogram: null };
  const { must_have_happened: __, ...dates } = column.dates ?? { must_have_happened: null };
  return {
    cells,
    null_rows,
    sentinel_rows,
    distinct_values,
    distinct_standard_error,
    top_values,
    breaks: Object.fromEntries(column.breaks.map((one) => [one.code, one.rows] as const).sort()),
    numbers: column.numbers === null ? null : numbers,
    dates: column.dates === null ? null : dates,
    texts,
  };
}

describe('the profile', () => {
  it('equals a count by hand, whatever the cells are', async () => {
    const row = fc.record({
      of_id: id,
      of_produto_id: id,
      of_data_criacao: moment,
      of_data_transporte: moment,
    });
    const model = fc.record({ produto_nome: text, produto_peso_desmolde: decimal });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 40 }),
        fc.array(model, { maxLength: 40 }),
        fc.boolean(),
        async (orders, models, inline) => {
          const asOf = '2023-04-01T12:00:00';
          // A cell in another column keeps a row from being none.
          const dump = {
            ordens_fabrico: orders.map((one) => ({ ...cellsOf(one), of_fase_id: 1 })),
            modelos: models.map((one) => ({ ...cellsOf(one), produto_qtd_gel_deck: 1 })),
          };
          const found = await inspected(dump, { inline }, asOf);
          const check = (
            table: string,
            column: string,
            cells: Known[],
            kind: Parameters<typeof bruteForce>[1],
          ) => {
            const profile = columnOf(found, table, column);
            expect(asFound(profile), column).toEqual(bruteForce(cells, kind, profile.required, asOf));
          };
          check(
            'ordens_fabrico',
            'of_id',
            orders.map((one) => one.of_id),
            'id',
          );
          check(
            'ordens_fabrico',
            'of_produto_id',
            orders.map((one) => one.of_produto_id),
            'id',
          );
          check(
            'ordens_fabrico',
            'of_data_criacao',
            orders.map((one) => one.of_data_criacao),
            'timestamp',
          );
          check(
            'ordens_fabrico',
            'of_data_transporte',
            orders.map((one) => one.of_data_transporte),
            'timestamp',
          );
          check(
            'modelos',
            'produto_nome',
            models.map((one) => one.produto_nome),
            'text',
          );
          check(
            'modelos',
            'produto_peso_desmolde',
            models.map((one) => one.produto_peso_desmolde),
            'decimal',
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('puts every number into the histogram or beside it', async () => {
    const weights = fc.array(fc.double({ min: 0, max: 10_000, noNaN: true }), {
      minLength: 1,
      maxLength: 300,
    });
    await fc.assert(
      fc.asyncProperty(weights, async (all) => {
        const found = await inspected({
          modelos: all.map((produto_peso_desmolde) => ({ produto_peso_desmolde })),
        });
        const { from, to, rows, rows_below, rows_above } = columnOf(found, 'modelos', 'produto_peso_desmolde')
          .numbers!.histogram!;
        expect(rows_below).toBe(all.filter((one) => one < from).length);
        expect(rows_above).toBe(all.filter((one) => one > to).length);
        expect(rows.reduce((sum, one) => sum + one, rows_below + rows_above)).toBe(all.length);
      }),
      { numRuns: 30 },
    );
  });
});

function cellsOf(row: Readonly<Record<string, Known>>): Record<string, CellValue> {
  return Object.fromEntries(Object.entries(row).map(([name, known]) => [name, known.cell]));
}

describe('the relationships', () => {
  const key = (known: Known): number | null =>
    known.code === undefined && typeof known.value === 'number' ? known.value : null;

  it('equal a count by hand', async () => {
    const rows = fc.record({
      orders: fc.array(id, { maxLength: 30 }),
      models: fc.array(id, { maxLength: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(rows, async ({ orders, models }) => {
        const found = await inspected({
          ordens_fabrico: orders.map((one) => ({ of_produto_id: one.cell, of_fase_id: 1 })),
          modelos: models.map((one) => ({ produto_id: one.cell, produto_nome: 'K1' })),
        });
        const keys = orders.map(key).filter((one) => one !== null);
        const parents = new Set(models.map(key).filter((one) => one !== null));
        const matched = keys.filter((one) => parents.has(one));
        const orphans = keys.filter((one) => !parents.has(one));
        const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
        const { counts } = found.relationships.references.find((one) => one.from.column === 'of_produto_id')!;
        const referred = [...parents].filter((one) => keys.includes(one)).length;
        expect(counts).toEqual({
          rows: keys.length,
          null_rows: orders.filter((one) => one.value === null).length,
          bad_rows: orders.filter((one) => one.code !== undefined).length,
          matched_rows: matched.length,
          matched_rows_share: share(matched.length, keys.length),
          distinct: new Set(keys).size,
          matched_distinct: new Set(matched).size,
          matched_distinct_share: share(new Set(matched).size, new Set(keys).size),
          orphan_rows: orphans.length,
          orphan_distinct: new Set(orphans).size,
          orphan_examples: [...new Set(orphans)]
            .map((one) => ({ key: one, rows: orphans.filter((other) => other === one).length }))
            .sort((a, b) => b.rows - a.rows || a.key - b.key)
            .slice(0, 10),
          parents: parents.size,
          parents_with_child: referred,
          parents_with_child_share: share(referred, parents.size),
        });
      }),
      { numRuns: 60 },
    );
  });

  it('count the dates that stand the wrong way round', async () => {
    const valid = (known: Known): string | null =>
      known.code === undefined && typeof known.value === 'string' ? known.value : null;
    const phases = fc.array(fc.record({ start: moment, end: moment }), { maxLength: 12 });
    const errorLine = fc.record({
      found: fc.integer({ min: 1, max: 14 }),
      culprit: fc.option(fc.integer({ min: 1, max: 14 })),
    });
    await fc.assert(
      fc.asyncProperty(phases, fc.array(errorLine, { maxLength: 12 }), async (times, errors) => {
        const { relationships } = await inspected({
          fases_ordem_fabrico: times.map(({ start, end }, n) => ({
            faseof_id: n + 1,
            faseof_inicio: start.cell,
            faseof_fim: end.cell,
          })),
          erros_ordem_fabrico: errors.map(({ found, culprit }) => ({
            ofch_of_id: 1,
            ofch_faseof_avaliacao: found,
            ofch_faseof_culpada: culprit ?? 'NULL',
          })),
        });
        const own = times.flatMap(({ start, end }) => pair(valid(start), valid(end)));
        const detected = errors.flatMap(({ found, culprit }) => {
          const [by, of] = [times[found - 1], culprit === null ? undefined : times[culprit - 1]];
          if (by === undefined || of === undefined) return [];
          return pair(valid(of.start) ?? valid(of.end), valid(by.end) ?? valid(by.start));
        });
        const counted = (code: string) => {
          const one = relationships.date_order.find((rule) => rule.code === code)!;
          return [one.compared_rows, one.broken_rows];
        };
        expect(counted('END_BEFORE_START')).toEqual([own.length, own.filter(([a, b]) => b < a).length]);
        expect(counted('DETECTION_BEFORE_CULPRIT')).toEqual([
          detected.length,
          detected.filter(([a, b]) => b < a).length,
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

function pair(earlier: string | null, later: string | null): [string, string][] {
  return earlier === null || later === null ? [] : [[earlier, later]];
}

describe('a small dump', () => {
  it('is described to the row', async () => {
    const found = await inspected(smallDump(), { modified: '2023-04-20T12:00:00Z' });
    const { profile, relationships } = found;
    expect(profile.sheets.map((one) => [one.table, one.rows])).toEqual([
      ['fases_catalogo', 5],
      ['modelos', 3],
      ['funcionarios', 3],
      ['funcionarios_fases_aptos', 3],
      ['fases_standard_modelos', 8],
      ['ordens_fabrico', 20],
      ['fases_ordem_fabrico', 80],
      ['funcionarios_fase_ordem_fabrico', 40],
      ['erros_ordem_fabrico', 10],
    ]);
    expect([profile.drift, profile.as_of_origin]).toEqual([[], 'workbook']);
    expect(profile.as_of).toBe('2023-04-20T13:00:00');
    expect(columnOf(found, 'fases_ordem_fabrico', 'faseof_peso')).toMatchObject({
      null_rows: 60,
      null_share: 0.75,
      cells: { null_text: 60, number: 20 },
      numbers: { min: 9.3, max: 9.3 },
    });
    expect(columnOf(found, 'funcionarios', 'funcionario_nome')).toMatchObject({
      masked: true,
      distinct_values: 2,
      top_values: [],
      texts: { longest: null },
    });
    expect(relationships.references).toHaveLength(14);
    for (const { counts } of relationships.references)
      expect(counts).toMatchObject({ matched_rows_share: 1, matched_distinct_share: 1, orphan_examples: [] });
  });

  it('is a finding, not an error, where sheets and columns are not those of the contract', async () => {
    const { profile, relationships } = await inspected(smallDump(), {
      edit: (all) => [
        ...all
          .filter((one) => one.name !== 'Modelos')
          .map((one) => {
            if (one.name === 'OrdensFabrico')
              return { ...one, hidden: true, rows: one.rows.map((row) => [...row, row[0]!, row[1]!]) };
            if (one.name === 'FasesOrdemFabrico')
              return { ...one, rows: one.rows.map((row) => row.slice(1)) };
            if (one.name === 'OrdemFabricoErros') return { ...one, rows: one.rows.slice(0, 1) };
            if (one.name === 'Fases')
              return {
                ...one,
                rows: one.rows.map((row, n) => [
                  ...row.slice(0, 2),
                  n === 0 ? row[2]! : 'NULL',
                  ...row.slice(3),
                  `x${n}`,
                ]),
              };
            return one.name === 'FasesStandardModelos'
              ? {
                  ...one,
                  rows: one.rows.map((row, n) => (n === 0 ? row : [String(row[0]), ...row.slice(1)])),
                }
              : one;
          }),
        { name: 'Folha1', rows: [['x']] },
      ],
    });
    expect(profile.drift.map((one) => [one.code, one.sheet, one.column])).toEqual([
      ['HIDDEN_SHEET', 'OrdensFabrico', null],
      ['UNKNOWN_SHEET', 'Folha1', null],
      ['UNKNOWN_COLUMN', 'Fases', 'x0'],
      ['DOUBLED_COLUMN', 'OrdensFabrico', 'Of_Id'],
      ['DOUBLED_COLUMN', 'OrdensFabrico', 'Of_DataCriacao'],
      ['MISSING_COLUMN', 'FasesOrdemFabrico', 'FaseOf_Id'],
      ['MISSING_SHEET', 'Modelos', null],
      ['NULL_COLUMN', 'Fases', 'Fase_Sequencia'],
      ['OTHER_KIND', 'FasesStandardModelos', 'ProdutoFase_ProdutoId'],
      ['EMPTY_SHEET', 'OrdemFabricoErros', null],
    ]);
    expect(profile.drift.at(-2)).toMatchObject({ cells: 8, share: 1, detail: 'number_text 8' });
    const status = relationships.references.map((one) => [one.from.column, one.status]);
    expect(status).toContainEqual(['of_produto_id', 'missing']);
    expect(status).toContainEqual(['funcionariofaseof_faseof_id', 'missing']);
    expect(status).toContainEqual(['faseof_of_id', 'counted']);
  });

  it('is read in every form that Excel has for a cell', async () => {
    let all: SheetRows[] = [];
    dumpWorkbook(smallDump(), {
      edit: (written) => {
        all = written;
        return written;
      },
    });
    const parts = xlsxParts(all, { date1904: true });
    const orders = parts.find((one) => one.name === 'xl/worksheets/sheet6.xml')!;
    const cells = [
      '<c r="A3" t="e"><v>#REF!</v></c>',
      '<c r="B3" t="d"><v>2023-03-05T10:00:00</v></c>',
      '<c r="C3" s="1"><v>0</v></c>',
      '<c r="D3" t="str"><f>A1</f><v>201</v></c>',
      '<c r="E3" t="b"><v>1</v></c>',
    ];
    orders.data = String(orders.data).replace(/(?<=<row r="3" spans="1:6">).*?(?=<\/row>)/, cells.join(''));
    const path = await writeWorkbook(zip(parts));
    const found = await inspectFile(path, { asOf: null, scratch: tmpdir(), timeZone: 'Europe/Lisbon' });
    const column = (name: string): ColumnProfile => columnOf(found, 'ordens_fabrico', name);
    expect(column('of_id')).toMatchObject({
      cells: { number: 19, error: 1 },
      breaks: [{ code: 'CELL_ERROR', rows: 1, rejects: true, examples: [{ row: 3, value: '#REF!' }] }],
    });
    expect(column('of_data_criacao')).toMatchObject({
      cells: { date: 20 },
      dates: { min: '2023-03-05T10:00:00' },
    });
    // Serial 0 of the 1904 system is the first day of 1904, which the contract does not admit.
    expect(column('of_data_acabamento')).toMatchObject({
      dates: { min: '1904-01-01T00:00:00' },
      breaks: [{ code: 'OUT_OF_RANGE', rows: 1, rejects: false }],
    });
    expect(column('of_produto_id')).toMatchObject({
      cells: { number: 19, number_text: 1 },
      distinct_values: 3,
    });
    expect(column('of_fase_id')).toMatchObject({
      cells: { number: 19, boolean: 1 },
      breaks: [{ code: 'NOT_A_NUMBER' }],
    });
    expect(column('of_data_transporte')).toMatchObject({ cells: { date: 19, empty: 1 } });
  });

  it('needs no clock to be looked at', async () => {
    const { profile } = await inspected({ modelos: [{ produto_id: 1 }] });
    expect([profile.as_of, profile.as_of_origin]).toEqual([null, null]);
  });
});

describe('a dump whose sheets stand in several parts', () => {
  /** The phases from the 41st on, with their columns the other way round. */
  const secondHalf = ({ rows: [header, ...rows] }: SheetRows): SheetRows => ({
    name: 'FasesOrdemFabrico (2)',
    rows: [header!, ...rows.slice(40)].map((row) => row.toReversed()),
  });
  const halves = (sheets: SheetRows[]): SheetRows[] =>
    sheets.flatMap((sheet) =>
      sheet.name === 'FasesOrdemFabrico'
        ? [{ ...sheet, rows: sheet.rows.slice(0, 41) }, secondHalf(sheet)]
        : [sheet],
    );

  function faulty(): Dump {
    const dump = smallDump();
    const rows = dump.fases_ordem_fabrico!;
    rows[3] = { ...rows[3]!, faseof_peso: 'muito' };
    rows[43] = { ...rows[43]!, faseof_peso: 'pouco' };
    rows[44] = { ...rows[44]!, faseof_fim: serial('2023-01-01') };
    return dump;
  }

  it('counts what the whole sheets give, and tells rows by their part', async () => {
    const whole = await inspected(faulty());
    const parts = await inspected(faulty(), { edit: halves });
    const folder = await temporaryFolder();
    const inTwo = ['A.xlsx', 'B.xlsx'].map((name) => join(folder, name));
    for (const [place, path] of inTwo.entries()) {
      const edit = (sheets: SheetRows[]) =>
        halves(sheets).filter(({ name }) => /Modelos|\(2\)/.test(name) === (place === 1));
      await writeFile(path, dumpWorkbook(faulty(), { edit, inline: place === 1 }));
    }
    const files = await inspectFile(inTwo.toReversed(), {
      asOf: null,
      scratch: tmpdir(),
      timeZone: 'Europe/Lisbon',
    });
    const phases = ({ profile }: Inspection) =>
      profile.sheets.find(({ sheet }) => sheet === 'FasesOrdemFabrico')!;
    const countsOnly = ({ columns }: ReturnType<typeof phases>) =>
      columns.map(({ breaks, ...rest }) => ({
        ...rest,
        breaks: breaks.map(({ code, rows }) => [code, rows]),
      }));
    for (const [found, place] of [
      [parts, ''],
      [files, 'B.xlsx: '],
    ] as const) {
      const second = `${place}FasesOrdemFabrico (2)`;
      const first = place === '' ? 'FasesOrdemFabrico' : 'A.xlsx: FasesOrdemFabrico';
      expect(countsOnly(phases(found))).toEqual(countsOnly(phases(whole)));
      expect(found.relationships.references).toEqual(whole.relationships.references);
      expect(phases(found).parts).toEqual([
        { sheet: first, header_row: 1, rows: 40 },
        { sheet: second, header_row: 1, rows: 40 },
      ]);
      expect(columnOf(found, 'fases_ordem_fabrico', 'faseof_peso').breaks[0]?.examples).toEqual([
        { row: 5, sheet: first, value: 'muito' },
        { row: 5, sheet: second, value: 'pouco' },
      ]);
      expect(
        found.relationships.date_order.find(({ code }) => code === 'END_BEFORE_START')?.examples,
      ).toMatchObject([{ row: 6, sheet: second }]);
      expect(found.profile.drift).toEqual(whole.profile.drift);
      expect([...renderReports(found).values()].join()).toContain(`em 2 partes: ${first} (40), `);
    }
    expect(files.profile.workbook).toMatchObject({
      name: 'A.xlsx + B.xlsx',
      workbooks: [{ name: 'A.xlsx' }, {}],
    });
  });

  it('tells parts that are missing, doubled or full', async () => {
    const edit = (sheets: SheetRows[]): SheetRows[] =>
      sheets.flatMap((sheet) => {
        const numbers = sheet.rows.map((_, n) => (n < sheet.rows.length - 1 ? n + 1 : 1_048_576));
        if (sheet.name === 'Fases') return [sheet, { ...sheet, name: 'Fases (3)' }];
        if (sheet.name === 'Modelos')
          return [sheet, { ...sheet, name: 'modelos (1)' }, { ...sheet, name: 'Modelos-2' }];
        return [sheet.name === 'Funcionarios' ? { ...sheet, numbers } : sheet];
      });
    const { profile } = await inspected(smallDump(), { edit });
    expect(profile.drift.map(({ code, sheet }) => `${code} ${sheet}`)).toEqual([
      'DOUBLED_SHEET modelos (1)',
      'UNNUMBERED_PART Modelos-2',
      'SHEET_PART_MISSING Fases (2)',
      'SHEET_FULL Funcionarios',
    ]);
  });
});
