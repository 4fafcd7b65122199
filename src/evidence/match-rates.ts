import type { ClientBase } from 'pg';
import { type Reference, type Sheet, sheets } from '../contract/index.js';
import { literal } from '../contract/sql.js';

/** One reference of the contract in one run, counted over all rows. */
export interface MatchRate {
  readonly tabela: string;
  readonly coluna: string;
  readonly refere_tabela: string;
  readonly refere_coluna: string;
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
 * Counts every reference for a run, within its publishing transaction. Where neither side changed since `base`, what
 * was counted then still holds and is carried over.
 */
export async function keepMatchRates(
  client: ClientBase,
  runId: number,
  changedTables: ReadonlySet<string>,
  base: number | null,
): Promise<void> {
  for (const reference of allReferences()) {
    const fresh =
      base === null || changedTables.has(reference.sheet.table) || changedTables.has(reference.table);
    if (!fresh && (await carryOver(client, runId, base, reference))) continue;
    await client.query(`INSERT INTO match_rates ${countReference(runId, reference)}`);
  }
}

async function carryOver(
  client: ClientBase,
  runId: number,
  base: number,
  { sheet, column }: ReferenceOf,
): Promise<boolean> {
  const result = await client.query(
    `INSERT INTO match_rates
     SELECT $1, tabela, coluna, refere_tabela, refere_coluna, rows, null_rows, referring_rows, matched_rows, distinct_values,
            matched_values, orphan_examples, parents, parents_with_child
     FROM match_rates WHERE run_id = $2 AND tabela = $3 AND coluna = $4`,
    [runId, base, sheet.table, column],
  );
  return (result.rowCount ?? 0) > 0;
}

/** Parents are unique by key, so that a referring value with a parent is a parent with a child. */
function countReference(runId: number, { sheet, column, table, key }: ReferenceOf): string {
  return `
    WITH child AS (SELECT ${column} AS value, count(*)::int AS n FROM ${sheet.table} GROUP BY ${column}),
         judged AS (SELECT c.value, c.n, p.${key} IS NOT NULL AS matched FROM child c LEFT JOIN ${table} p ON p.${key} = c.value)
    SELECT ${runId}, ${literal(sheet.table)}, ${literal(column)}, ${literal(table)}, ${literal(key)},
           coalesce(sum(n), 0), coalesce(sum(n) FILTER (WHERE value IS NULL), 0), coalesce(sum(n) FILTER (WHERE value IS NOT NULL), 0),
           coalesce(sum(n) FILTER (WHERE matched), 0), count(value), count(*) FILTER (WHERE matched),
           coalesce((SELECT jsonb_agg(jsonb_build_object('value', value, 'rows', n) ORDER BY n DESC, value)
                     FROM (SELECT value, n FROM judged WHERE NOT matched AND value IS NOT NULL ORDER BY n DESC, value LIMIT 5) worst), '[]'),
           (SELECT count(*) FROM ${table}), count(*) FILTER (WHERE matched)
    FROM judged`;
}

const columns = `tabela, coluna, refere_tabela, refere_coluna, rows, null_rows, referring_rows, matched_rows, distinct_values,
  matched_values, orphan_examples, parents, parents_with_child`;

export async function readMatchRates(client: Pick<ClientBase, 'query'>, runId: number): Promise<MatchRate[]> {
  const { rows } = await client.query<MatchRate>(
    `SELECT ${columns} FROM match_rates WHERE run_id = $1 ORDER BY tabela, coluna`,
    [runId],
  );
  return rows;
}
