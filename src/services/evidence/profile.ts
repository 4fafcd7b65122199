import { z } from 'zod';
import { type Column, type Sheet, sheets } from '../../contract/index.js';
import { literal } from '../../contract/sql.js';
import { sqlFile } from '../answer/sql-file.js';
import { defineList } from '../service.js';
import { isEmployeeNumber } from './employee-numbers.js';

const query = sqlFile(import.meta.url, 'profile.sql');
const all = sheets as readonly Sheet[];
const tables = all.map((sheet) => sheet.table) as [string, ...string[]];

const row = z.object({
  table_name: z.string(),
  column_name: z.string(),
  header: z.string().describe('O cabeçalho no ficheiro'),
  kind: z.string(),
  unit: z.string(),
  about: z.string(),
  personal: z.boolean(),
  rows: z.int(),
  filled: z.int(),
  empty: z.int(),
  lowest: z
    .string()
    .nullable()
    .describe(
      'O menor valor; de um texto, o menor comprimento. Nunca de nomes; de números de funcionários só a quem pode ver nomes',
    ),
  highest: z.string().nullable(),
  mean: z.number().nullable().describe('Só de números e de sim/não (parte de sim)'),
});

type Measured = Pick<z.output<typeof row>, 'column_name' | 'filled' | 'lowest' | 'highest' | 'mean'>;

/** What the database can tell of each column: counts and ranges; of a person nothing but how often there is a name. */
export const profile = defineList({
  name: 'evidence.profile',
  heavy: true,
  path: '/api/profile',
  summary: 'Perfil das tabelas',
  method: 'De cada coluna: linhas preenchidas e vazias, menor e maior valor, média; os nomes não se mostram.',
  figures: [],
  params: z.strictObject({ table_name: z.enum(tables).describe('Só esta tabela').optional() }),
  row,
  gates: [],
  rows: 'file',
  references: [],
  queries: [query],
  async find({ client, maySeeNames }, { table_name }) {
    const data: z.output<typeof row>[] = [];
    for (const sheet of all.filter((one) => table_name === undefined || one.table === table_name)) {
      const columns = Object.entries(sheet.columns).map(([name, column]) => measureOf(name, column));
      const [found] = await query.rows<{ rows: number; columns: Measured[] }>(
        client,
        {},
        { table: sheet.table, columns: columns.join(', ') },
      );
      data.push(...found!.columns.map((one) => describe(sheet, one, found!.rows)));
    }
    const shown = maySeeNames ? data : data.map(withoutNumbers);
    const counted = new Map(data.map((one) => [one.table_name, one.rows]));
    return { data: shown, rowsUsed: [...counted.values()].reduce((sum, rows) => sum + rows, 0) };
  },
});

function measureOf(name: string, { kind, personal }: Column): string {
  const isNumber = kind === 'integer' || kind === 'decimal';
  const lowest = personal ? 'NULL' : kind === 'flag' ? `min(${name}::int)` : `min(${rangeOf(name, kind)})`;
  const highest = lowest.replace(/^min/, 'max');
  const mean = isNumber ? `avg(${name})` : kind === 'flag' ? `avg(${name}::int)` : 'NULL';
  return `jsonb_build_object('column_name', ${literal(name)}, 'filled', count(${name}), 'lowest', (${lowest})::text, 'highest', (${highest})::text, 'mean', (${mean})::float8)`;
}

function rangeOf(name: string, kind: Column['kind']): string {
  return kind === 'text' ? `length(${name})` : name;
}

function withoutNumbers(one: z.output<typeof row>): z.output<typeof row> {
  if (!isEmployeeNumber(one.table_name, one.column_name)) return one;
  return { ...one, lowest: null, highest: null, mean: null };
}

function describe(sheet: Sheet, one: Measured, rows: number): z.output<typeof row> {
  const { header, kind, unit, about, personal } = sheet.columns[one.column_name]!;
  return {
    table_name: sheet.table,
    header,
    kind,
    unit,
    about,
    personal,
    rows,
    empty: rows - one.filled,
    ...one,
  };
}
