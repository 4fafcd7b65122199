import { firstDaySql } from '../contract/sql.js';
import { noNumber } from './rules.js';
import type { Scope } from './scope.js';

const measures = ['familia', 'orders', 'still_open', 'deck_kg', 'hull_kg'];
const columns = ['month', 'produto_id', ...measures].join(', ');
const values = (row: string): string => measures.map((name) => `${row}.${name}`).join(', ');

/**
 * Orders by month of creation and product, with what the model takes of gelcoat (0 is not filled in), from `agg_order`.
 * Built anew each time, for a model may change without any of its orders; only rows that differ are written.
 */
export async function refreshProductMonths({ client }: Pick<Scope, 'client'>): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE a_product_month ON COMMIT DROP AS
    SELECT g.month, g.produto_id, g.familia, g.orders, g.still_open,
           nullif(m.produto_qtd_gel_deck, 0)::float8 AS deck_kg, nullif(m.produto_qtd_gel_casco, 0)::float8 AS hull_kg
    FROM (SELECT ${firstDaySql('month', 'created_day')} AS month, produto_id, min(familia) AS familia, count(*)::int AS orders,
                 (count(*) FILTER (WHERE is_open))::int AS still_open
          FROM agg_order GROUP BY 1, 2) g
    LEFT JOIN modelos m ON m.produto_id = g.produto_id`);
  await client.query(`
    CREATE TEMP TABLE a_different ON COMMIT DROP AS
    SELECT coalesce(n.month, a.month) AS month, coalesce(n.produto_id, a.produto_id) AS produto_id, n.familia, n.orders, n.still_open, n.deck_kg, n.hull_kg
    FROM agg_product_month a FULL JOIN a_product_month n ON ${sameKey('a', 'n')}
    WHERE (${values('a')}) IS DISTINCT FROM (${values('n')})`);
  await client.query(`DELETE FROM agg_product_month a USING a_different d WHERE ${sameKey('a', 'd')}`);
  await client.query(
    `INSERT INTO agg_product_month (${columns}) SELECT ${columns} FROM a_different WHERE familia IS NOT NULL`,
  );
  await client.query('DROP TABLE a_product_month, a_different');
}

/** Both may be null. */
function sameKey(one: string, other: string): string {
  return `coalesce(${one}.month, 'infinity') = coalesce(${other}.month, 'infinity')
      AND coalesce(${one}.produto_id, ${noNumber}) = coalesce(${other}.produto_id, ${noNumber})`;
}
