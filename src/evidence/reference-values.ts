import type { ClientBase } from 'pg';
import { literal } from '../contract/sql.js';
import { countReference, type MatchRate, type ReferenceOf } from './match-rates.js';

/** Tables of some hundred rows, to which tables of a million refer by columns without an index. */
const smallTables: ReadonlySet<string> = new Set(['fases_catalogo', 'funcionarios']);

/** Whether the rows with each of its values are kept in `reference_value`: there are few values, and a scan would be needed to count one. */
export function hasKeptValues({ table }: ReferenceOf): boolean {
  return smallTables.has(table);
}

/** SQL condition: a row of `reference_value` is of this reference. */
export function ofReference({ sheet, column }: ReferenceOf, row: string): string {
  return `${row}.table_name = ${literal(sheet.table)} AND ${row}.column_name = ${literal(column)}`;
}

/** Counts the rows of every value anew, and from these the reference. */
export async function keepValues(client: ClientBase, reference: ReferenceOf): Promise<MatchRate> {
  const { sheet, column } = reference;
  // By CREATE TABLE AS, which PostgreSQL may spread over its processors.
  await client.query(`
    CREATE TEMP TABLE m_value ON COMMIT DROP AS
    SELECT ${column} AS value, count(*)::int AS n FROM ${sheet.table} GROUP BY ${column}`);
  const rate = await countReference(client, reference, 'SELECT value, n FROM m_value');
  await client.query(`
    DELETE FROM reference_value v WHERE ${ofReference(reference, 'v')};
    INSERT INTO reference_value (table_name, column_name, value, rows)
    SELECT ${literal(sheet.table)}, ${literal(column)}, value, n FROM m_value WHERE value IS NOT NULL;
    DROP TABLE m_value`);
  return rate;
}

/** Puts them right by the changes in `affected`, a table of (value, change). */
export async function adjustValues(
  client: ClientBase,
  reference: ReferenceOf,
  affected: string,
): Promise<void> {
  const { sheet, column } = reference;
  await client.query(`
    INSERT INTO reference_value AS v (table_name, column_name, value, rows)
    SELECT ${literal(sheet.table)}, ${literal(column)}, value, change FROM ${affected} WHERE value IS NOT NULL AND change <> 0
    ON CONFLICT (table_name, column_name, value) DO UPDATE SET rows = v.rows + excluded.rows;
    DELETE FROM reference_value v WHERE ${ofReference(reference, 'v')} AND v.rows = 0`);
}

/** How many rows all kept values have together; they are those of a state that counted as many. */
export async function sumOfValues(client: ClientBase, reference: ReferenceOf): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `SELECT coalesce(sum(rows), 0)::int AS rows FROM reference_value v WHERE ${ofReference(reference, 'v')}`,
  );
  return rows[0]!.rows;
}
