import type { ClientBase } from 'pg';
import { firstDaySql } from '../../contract/sql.js';
import { noNumber } from '../rules.js';

/** How the sums of a table go from days to everything. */
export interface Summed {
  readonly table: string;
  /** Columns by which rows are told apart, besides `grain` and `start_day`. */
  readonly keys: readonly string[];
  readonly measures: readonly string[];
  /** SQL of rows (day, keys, measures), not yet summed; `day` is null where no day can be trusted. */
  readonly facts: string;
}

/** Writes all grains of a table anew: days from the facts, each coarser grain from the one below it. */
export async function writeGrains(
  client: ClientBase,
  { table, keys, measures, facts }: Summed,
): Promise<void> {
  const columns = ['grain', 'start_day', ...keys, ...measures].join(', ');
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
    SELECT CASE WHEN day IS NULL THEN 'no_day' ELSE 'day' END, coalesce(day, '-infinity'), ${keys.join(', ')}, ${sums}
    FROM (${facts}) f GROUP BY 1, 2, ${by} ORDER BY 2`);
  await client.query(fold(table, 'month', firstDaySql('month', 'start_day'), `grain = 'day'`));
  await client.query(fold(table, 'year', firstDaySql('year', 'start_day'), `grain = 'month'`));
  await client.query(fold(table, 'all', `'-infinity'::date`, `grain IN ('year', 'no_day')`));
}

/** The grains that a day adds to, finest first. */
const grains: readonly (readonly [string, string])[] = [
  [`CASE WHEN day IS NULL THEN 'no_day' ELSE 'day' END`, `coalesce(day, '-infinity')`],
  [`CASE WHEN day IS NOT NULL THEN 'month' END`, firstDaySql('month', 'day')],
  [`CASE WHEN day IS NOT NULL THEN 'year' END`, firstDaySql('year', 'day')],
  [`'all'`, `'-infinity'::date`],
];

/** Every grain of a table put right: the facts of `before` are taken out, those of `after` are put in. */
export async function adjustGrains(
  client: ClientBase,
  { table, keys, measures }: Summed,
  before: string,
  after: string,
): Promise<void> {
  const names = ['grain', 'start_day', ...keys];
  const sums = measures.map((one) => `sum(${one})::int AS ${one}`).join(', ');
  const signed = (facts: string, sign: string): string =>
    `SELECT day, ${keys.join(', ')}, ${measures.map((one) => `${sign}${one} AS ${one}`).join(', ')} FROM (${facts}) f`;
  const by = [...keys.keys()].map((place) => place + 3).join(', ');
  const any = measures.map((one) => `sum(${one}) <> 0`).join(' OR ');
  const parts = grains.map(
    ([grain, start]) => `SELECT * FROM (
      SELECT ${grain} AS grain, ${start} AS start_day, ${keys.join(', ')}, ${sums} FROM a_fact GROUP BY 1, 2, ${by} HAVING ${any}) g
      WHERE grain IS NOT NULL`,
  );
  await client.query(`
    CREATE TEMP TABLE a_fact ON COMMIT DROP AS
    SELECT day, ${keys.join(', ')}, ${sums} FROM (${signed(before, '-')} UNION ALL ${signed(after, '')}) f
    GROUP BY day, ${keys.join(', ')} HAVING ${any}`);
  await client.query(
    `CREATE TEMP TABLE a_grain ON COMMIT DROP AS ${parts.join(' UNION ALL ')}; ANALYZE a_grain`,
  );
  // A number stands for a key that is null, so that the join can use a hash: the grain `all` has too many rows to
  // compare each with each.
  const same = keys.map((name) => `${orNone(name, 't')} = ${orNone(name, 'd')}`);
  const match = ['t.grain = d.grain', 't.start_day = d.start_day', ...same].join(' AND ');
  await client.query(`
    CREATE TEMP TABLE a_sum ON COMMIT DROP AS
    SELECT d.*, t.ctid AS place, ${measures.map((one) => `coalesce(t.${one}, 0) + d.${one} AS n_${one}`).join(', ')}
    FROM a_grain d LEFT JOIN ${table} t ON ${match}`);
  await client.query(`DELETE FROM ${table} t USING a_sum d WHERE t.ctid = d.place`);
  await client.query(`
    INSERT INTO ${table} (${[...names, ...measures].join(', ')})
    SELECT ${names.join(', ')}, ${measures.map((one) => `n_${one}`).join(', ')} FROM a_sum
    WHERE ${measures.map((one) => `n_${one} <> 0`).join(' OR ')}`);
  await client.query('DROP TABLE a_fact, a_grain, a_sum');
}

/** Keys that are no numbers, or have one for what is missing. */
const neverNull: ReadonlySet<string> = new Set(['familia', 'class', 'first_inspection']);

/** A key without nulls, as SQL. */
function orNone(key: string, row: string): string {
  return neverNull.has(key) ? `${row}.${key}` : `coalesce(${row}.${key}, ${noNumber})`;
}
