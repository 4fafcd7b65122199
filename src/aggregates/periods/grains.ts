import type { ClientBase } from 'pg';
import { noNumber } from '../rules.js';

/** How the sums of a table go from days to everything. */
export interface Summed {
  readonly table: string;
  /** Columns by which rows are told apart, besides `grao` and `inicio`. */
  readonly keys: readonly string[];
  readonly measures: readonly string[];
  /** SQL of rows (dia, keys, measures), not yet summed; `dia` is null where no day can be trusted. */
  readonly facts: string;
}

/** Writes all grains of a table anew: days from the facts, each coarser grain from the one below it. */
export async function writeGrains(
  client: ClientBase,
  { table, keys, measures, facts }: Summed,
): Promise<void> {
  const columns = ['grao', 'inicio', ...keys, ...measures].join(', ');
  const sums = measures.map((one) => `sum(${one})::int`).join(', ');
  const by = [...keys.keys()].map((place) => place + 3).join(', ');
  const fold = (from: string, grain: string, start: string, where: string): string => `
    INSERT INTO ${table} (${columns})
    SELECT '${grain}', ${start}, ${keys.join(', ')}, ${sums} FROM ${from} WHERE ${where} GROUP BY 1, 2, ${by}`;
  // TRUNCATE would make readers wait for the whole transaction.
  await client.query(`DELETE FROM ${table}`);
  // In the order of the days, for periods are read: their rows then stand together.
  await client.query(`
    INSERT INTO ${table} (${columns})
    SELECT CASE WHEN dia IS NULL THEN 'sem_dia' ELSE 'dia' END, coalesce(dia, '-infinity'), ${keys.join(', ')}, ${sums}
    FROM (${facts}) f GROUP BY 1, 2, ${by} ORDER BY 2`);
  await client.query(fold(table, 'mes', `date_trunc('month', inicio)::date`, `grao = 'dia'`));
  await client.query(fold(table, 'ano', `date_trunc('year', inicio)::date`, `grao = 'mes'`));
  await client.query(fold(table, 'tudo', `'-infinity'::date`, `grao IN ('ano', 'sem_dia')`));
}

/** The grains that a day adds to, finest first. */
const grains: readonly (readonly [string, string])[] = [
  [`CASE WHEN dia IS NULL THEN 'sem_dia' ELSE 'dia' END`, `coalesce(dia, '-infinity')`],
  [`CASE WHEN dia IS NOT NULL THEN 'mes' END`, `date_trunc('month', dia)::date`],
  [`CASE WHEN dia IS NOT NULL THEN 'ano' END`, `date_trunc('year', dia)::date`],
  [`'tudo'`, `'-infinity'::date`],
];

/** Every grain of a table put right: the facts of `before` are taken out, those of `after` are put in. */
export async function adjustGrains(
  client: ClientBase,
  { table, keys, measures }: Summed,
  before: string,
  after: string,
): Promise<void> {
  const names = ['grao', 'inicio', ...keys];
  const sums = measures.map((one) => `sum(${one})::int AS ${one}`).join(', ');
  const signed = (facts: string, sign: string): string =>
    `SELECT dia, ${keys.join(', ')}, ${measures.map((one) => `${sign}${one} AS ${one}`).join(', ')} FROM (${facts}) f`;
  const by = [...keys.keys()].map((place) => place + 3).join(', ');
  const any = measures.map((one) => `sum(${one}) <> 0`).join(' OR ');
  const parts = grains.map(
    ([grain, start]) => `SELECT * FROM (
      SELECT ${grain} AS grao, ${start} AS inicio, ${keys.join(', ')}, ${sums} FROM a_facto GROUP BY 1, 2, ${by} HAVING ${any}) g
      WHERE grao IS NOT NULL`,
  );
  await client.query(`
    CREATE TEMP TABLE a_facto ON COMMIT DROP AS
    SELECT dia, ${keys.join(', ')}, ${sums} FROM (${signed(before, '-')} UNION ALL ${signed(after, '')}) f
    GROUP BY dia, ${keys.join(', ')} HAVING ${any}`);
  await client.query(
    `CREATE TEMP TABLE a_grao ON COMMIT DROP AS ${parts.join(' UNION ALL ')}; ANALYZE a_grao`,
  );
  // A key may be null, and must still be one to hash by: the grain of everything holds too many rows to try them all.
  const same = keys.map((name) => `${orNone(name, 't')} = ${orNone(name, 'd')}`);
  const match = ['t.grao = d.grao', 't.inicio = d.inicio', ...same].join(' AND ');
  await client.query(`
    CREATE TEMP TABLE a_soma ON COMMIT DROP AS
    SELECT d.*, t.ctid AS onde, ${measures.map((one) => `coalesce(t.${one}, 0) + d.${one} AS n_${one}`).join(', ')}
    FROM a_grao d LEFT JOIN ${table} t ON ${match}`);
  await client.query(`DELETE FROM ${table} t USING a_soma d WHERE t.ctid = d.onde`);
  await client.query(`
    INSERT INTO ${table} (${[...names, ...measures].join(', ')})
    SELECT ${names.join(', ')}, ${measures.map((one) => `n_${one}`).join(', ')} FROM a_soma
    WHERE ${measures.map((one) => `n_${one} <> 0`).join(' OR ')}`);
  await client.query('DROP TABLE a_facto, a_grao, a_soma');
}

/** Keys that are no numbers, or have one for what is missing. */
const neverNull: ReadonlySet<string> = new Set(['familia', 'classe', 'porta']);

/** A key without nulls, as SQL. */
function orNone(key: string, row: string): string {
  return neverNull.has(key) ? `${row}.${key}` : `coalesce(${row}.${key}, ${noNumber})`;
}
