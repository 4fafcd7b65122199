import type { ClientBase } from 'pg';
import { ofOrders, sumsOf } from './sources.js';

/** What the orders that a run touches counted in the state before it. */
export interface RememberedCoverage {
  /** Table of (of_id) with these orders. */
  readonly orders: string;
  /** The usual days between the first inspection and the finish; null where no order had both. */
  readonly lag: number | null;
}

const remembered = 'm_coverage_before';

/**
 * Keeps what these orders count, before the aggregates are refreshed, so that the sums can be put right afterwards. Null where
 * that cannot be told any more: the models, from which some of it comes, are those of the new state already.
 */
export async function rememberCoverage(
  client: ClientBase,
  runId: number,
  orders: string,
): Promise<RememberedCoverage | null> {
  const { rows } = await client.query<{ changed: boolean }>(
    `SELECT EXISTS (SELECT FROM run_changes WHERE run_id = $1 AND table_name = 'modelos') AS changed`,
    [runId],
  );
  if (rows[0]!.changed) return null;
  await client.query(`CREATE TEMP TABLE ${remembered} ON COMMIT DROP AS ${sumsOfOrders(orders)}`);
  return { orders, lag: await readLag(client) };
}

/** Puts the sums right by what the remembered orders count now; false, and nothing done, where all orders count otherwise. */
export async function adjustCoverage(
  client: ClientBase,
  { orders, lag }: RememberedCoverage,
): Promise<boolean> {
  const isSame = (await readLag(client)) === lag;
  if (isSame) {
    await client.query(`
      INSERT INTO coverage AS c (placed_by, month, familia, measure, rows)
      SELECT placed_by, month, familia, measure, sum(rows) FROM (
        SELECT placed_by, month, familia, measure, rows FROM (${sumsOfOrders(orders)}) now
        UNION ALL SELECT placed_by, month, familia, measure, -rows FROM ${remembered}) d
      GROUP BY 1, 2, 3, 4 HAVING sum(rows) <> 0
      ON CONFLICT (placed_by, month, familia, measure) DO UPDATE SET rows = c.rows + excluded.rows`);
    await client.query('DELETE FROM coverage WHERE rows = 0');
  }
  await client.query(`DROP TABLE ${remembered}`);
  return isSame;
}

function sumsOfOrders(orders: string): string {
  return ofOrders
    .map((source) =>
      sumsOf({
        ...source,
        from: `(SELECT * FROM ${source.from} WHERE of_id IN (SELECT of_id FROM ${orders}))`,
      }),
    )
    .join(' UNION ALL ');
}

async function readLag(client: ClientBase): Promise<number | null> {
  const { rows } = await client.query<{ days: number | null }>('SELECT days FROM coverage_inspection_lag');
  return rows[0]?.days ?? null;
}
