import type { ClientBase } from 'pg';
import { type Reference, type Sheet, sheets } from '../contract/index.js';
import { literal } from '../contract/sql.js';

/** One reference of the contract in one run, counted over all rows. */
export interface MatchRate {
  readonly table_name: string;
  readonly column_name: string;
  readonly referred_table: string;
  readonly referred_column: string;
  readonly rows: number;
  readonly null_rows: number;
  readonly referring_rows: number;
  readonly matched_rows: number;
  readonly distinct_values: number;
  readonly matched_values: number;
  readonly orphan_examples: readonly { readonly value: number; readonly rows: number }[];
  readonly parents: number;
  readonly parents_with_child: number;
}

/** Share of the referring rows that find their parent; null where nothing refers. */
export function rowRate(rate: Pick<MatchRate, 'matched_rows' | 'referring_rows'>): number | null {
  return rate.referring_rows === 0 ? null : rate.matched_rows / rate.referring_rows;
}

/** Share of the distinct values that find their parent: another figure, and often a very different one. */
export function valueRate(rate: Pick<MatchRate, 'matched_values' | 'distinct_values'>): number | null {
  return rate.distinct_values === 0 ? null : rate.matched_values / rate.distinct_values;
}

export interface ReferenceOf extends Reference {
  readonly sheet: Sheet;
}

/** Every reference of the contract. */
export function allReferences(): ReferenceOf[] {
  return (sheets as readonly Sheet[]).flatMap((sheet) => sheet.references.map((one) => ({ ...one, sheet })));
}

/**
 * Parents are unique by key, so that a referring value with a parent is a parent with a child. A plain SELECT, so that
 * PostgreSQL may count with all its processors: an INSERT ... SELECT may not.
 */
export async function countReference(
  client: Pick<ClientBase, 'query'>,
  { sheet, column, table, key }: ReferenceOf,
  child = `SELECT ${column} AS value, count(*)::int AS n FROM ${sheet.table} GROUP BY ${column}`,
): Promise<MatchRate> {
  const { rows } = await client.query<MatchRate>(`
    WITH child AS (${child}),
         judged AS (SELECT c.value, c.n, p.${key} IS NOT NULL AS matched FROM child c LEFT JOIN ${table} p ON p.${key} = c.value)
    SELECT ${literal(sheet.table)} AS table_name, ${literal(column)} AS column_name, ${literal(table)} AS referred_table, ${literal(key)} AS referred_column,
           coalesce(sum(n), 0)::int AS rows,
           coalesce(sum(n) FILTER (WHERE value IS NULL), 0)::int AS null_rows,
           coalesce(sum(n) FILTER (WHERE value IS NOT NULL), 0)::int AS referring_rows,
           coalesce(sum(n) FILTER (WHERE matched), 0)::int AS matched_rows,
           count(value)::int AS distinct_values,
           (count(*) FILTER (WHERE matched))::int AS matched_values,
           (SELECT count(*)::int FROM ${table}) AS parents,
           (count(*) FILTER (WHERE matched))::int AS parents_with_child
    FROM judged`);
  const rate = rows[0]!;
  const all = rate.matched_rows === rate.referring_rows;
  return { ...rate, orphan_examples: all ? [] : await worstOrphans(client, { sheet, column, table, key }) };
}

/** The values without a parent that most rows have, at most five. */
export async function worstOrphans(
  client: Pick<ClientBase, 'query'>,
  { sheet, column, table, key }: ReferenceOf,
): Promise<MatchRate['orphan_examples']> {
  const { rows } = await client.query<{ value: number; rows: number }>(`
    SELECT c.${column} AS value, count(*)::int AS rows FROM ${sheet.table} c
    WHERE c.${column} IS NOT NULL AND NOT EXISTS (SELECT FROM ${table} p WHERE p.${key} = c.${column})
    GROUP BY c.${column} ORDER BY count(*) DESC, c.${column} LIMIT 5`);
  return rows;
}

/** The columns of a rate, in the order of the table. */
export const rateColumns = `table_name, column_name, referred_table, referred_column, rows, null_rows, referring_rows, matched_rows, distinct_values,
  matched_values, orphan_examples, parents, parents_with_child`;

export async function readMatchRates(client: Pick<ClientBase, 'query'>, runId: number): Promise<MatchRate[]> {
  const { rows } = await client.query<MatchRate>(
    `SELECT ${rateColumns} FROM match_rates WHERE run_id = $1 ORDER BY table_name, column_name`,
    [runId],
  );
  return rows;
}
