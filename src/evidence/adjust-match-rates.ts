import type { ClientBase } from 'pg';
import { literal } from '../contract/sql.js';
import { byIndex } from '../platform/by-index.js';
import { type MatchRate, type ReferenceOf, worstOrphans } from './match-rates.js';
import { adjustValues, hasKeptValues, ofReference } from './reference-values.js';

/** Values of which a run changed rows, so that they may count otherwise. */
const affected = 'm_affected';

interface Sums {
  readonly null_rows: number;
  readonly rows: number;
  readonly matched_rows: number;
  readonly distinct_values: number;
  readonly matched_values: number;
  readonly parents: number;
  /** One of the affected values had no parent, or has none. */
  readonly any_orphan: boolean;
}

/**
 * What a reference counts now, from what it counted in `base` and from what the run changed on either side; `run_changes` must
 * name all of it. Equal to `countReference` over all rows, and quicker where the changes are few: only values that changed are
 * looked up.
 */
export async function adjustReference(
  client: ClientBase,
  runId: number,
  base: MatchRate,
  reference: ReferenceOf,
): Promise<MatchRate> {
  const { any_orphan, ...sums } = await byIndex(client, async () => {
    await findAffected(client, runId, reference);
    const isKept = hasKeptValues(reference);
    if (isKept) await adjustValues(client, reference, affected);
    const { rows } = await client.query<Sums>(
      sumsSql(runId, reference, isKept ? fromValues(reference) : fromRows(reference)),
    );
    return rows[0]!;
  });
  await client.query(`DROP TABLE ${affected}`);
  const all_rows = base.rows + sums.rows;
  const null_rows = base.null_rows + sums.null_rows;
  const now = {
    ...base,
    rows: all_rows,
    null_rows,
    referring_rows: all_rows - null_rows,
    matched_rows: base.matched_rows + sums.matched_rows,
    distinct_values: base.distinct_values + sums.distinct_values,
    matched_values: base.matched_values + sums.matched_values,
    parents: base.parents + sums.parents,
    parents_with_child: base.parents_with_child + sums.matched_values,
  };
  return any_orphan ? { ...now, orphan_examples: await worstOrphans(client, reference) } : now;
}

/**
 * (value, change: rows more or less with it, has_come and has_gone: whether its parent did); the null among them counts rows
 * without a value.
 */
async function findAffected(
  client: ClientBase,
  runId: number,
  { sheet, column, table, key }: ReferenceOf,
): Promise<void> {
  const side = (sign: 1 | -1, state: 'before' | 'after'): string =>
    `SELECT (${state}->>${literal(column)})::integer AS value, ${sign} AS change, false AS has_come, false AS has_gone FROM run_changes
     WHERE run_id = ${runId} AND table_name = ${literal(sheet.table)} AND ${state} IS NOT NULL`;
  const parent = (state: 'before' | 'after', other: 'before' | 'after'): string =>
    `SELECT (${state}->>${literal(key)})::integer, 0, ${state === 'after'}, ${state === 'before'} FROM run_changes
     WHERE run_id = ${runId} AND table_name = ${literal(table)} AND ${other} IS NULL`;
  await client.query(`
    CREATE TEMP TABLE ${affected} ON COMMIT DROP AS
    SELECT value, sum(change)::int AS change, bool_or(has_come) AS has_come, bool_or(has_gone) AS has_gone FROM (
      ${side(-1, 'before')} UNION ALL ${side(1, 'after')}
      UNION ALL ${parent('after', 'before')} UNION ALL ${parent('before', 'after')}) c
    GROUP BY value;
    ANALYZE ${affected}`);
}

/** Rows with each affected value, counted. */
function fromRows({ sheet, column }: ReferenceOf): string {
  return `SELECT a.value, a.change, a.has_come, a.has_gone, count(c.${column})::int AS n
    FROM ${affected} a LEFT JOIN ${sheet.table} c ON c.${column} = a.value WHERE a.value IS NOT NULL GROUP BY 1, 2, 3, 4`;
}

/** The same from what is kept. */
function fromValues(reference: ReferenceOf): string {
  return `SELECT a.value, a.change, a.has_come, a.has_gone, coalesce(v.rows, 0) AS n
    FROM ${affected} a LEFT JOIN reference_value v ON ${ofReference(reference, 'v')} AND v.value = a.value WHERE a.value IS NOT NULL`;
}

function sumsSql(runId: number, { table, key }: ReferenceOf, counted: string): string {
  return `
    WITH counted AS MATERIALIZED (${counted}),
    judged AS (
      SELECT a.n, a.n - a.change AS n_before, p.${key} IS NOT NULL AS is_parent,
             p.${key} IS NOT NULL AND NOT a.has_come OR a.has_gone AS was_parent
      FROM counted a LEFT JOIN ${table} p ON p.${key} = a.value)
    SELECT coalesce((SELECT sum(change) FROM ${affected}), 0)::int AS rows,
           coalesce((SELECT sum(change) FROM ${affected} WHERE value IS NULL), 0)::int AS null_rows,
           coalesce(sum(n * is_parent::int - n_before * was_parent::int), 0)::int AS matched_rows,
           coalesce(sum((n > 0)::int - (n_before > 0)::int), 0)::int AS distinct_values,
           coalesce(sum((n > 0 AND is_parent)::int - (n_before > 0 AND was_parent)::int), 0)::int AS matched_values,
           (SELECT coalesce(sum((before IS NULL)::int - (after IS NULL)::int), 0)::int FROM run_changes
            WHERE run_id = ${runId} AND table_name = ${literal(table)}) AS parents,
           coalesce(bool_or(n > 0 AND NOT is_parent OR n_before > 0 AND NOT was_parent), false) AS any_orphan
    FROM judged`;
}
