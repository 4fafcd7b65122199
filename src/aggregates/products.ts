import { familySql } from '../contract/factory/index.js';
import { noFamily, normaliseSql } from './rules.js';
import type { Scope } from './scope.js';

/** One row a product; so few that they are always written anew, where anything differs. */
export async function refreshProducts({ client }: Pick<Scope, 'client'>): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE a_product ON COMMIT DROP AS
    SELECT id AS produto_id, m.produto_nome, coalesce(${familySql('m.produto_nome')}, '${noFamily}') AS familia,
           m.produto_id IS NOT NULL AS is_known, ${normaliseSql("concat_ws(' ', id, m.produto_nome)")} AS search_text,
           coalesce(o.orders, 0) AS orders
    FROM modelos m
    FULL JOIN (SELECT of_produto_id, count(*)::int AS orders FROM ordens_fabrico WHERE of_produto_id IS NOT NULL GROUP BY of_produto_id) o
      ON o.of_produto_id = m.produto_id
    CROSS JOIN LATERAL (SELECT coalesce(m.produto_id, o.of_produto_id) AS id) k`);
  await client.query(`
    DELETE FROM agg_product p WHERE NOT EXISTS (
      SELECT FROM a_product n WHERE n.produto_id = p.produto_id AND n.produto_nome IS NOT DISTINCT FROM p.produto_nome
        AND n.is_known = p.is_known AND n.orders = p.orders AND n.familia = p.familia AND n.search_text = p.search_text)`);
  await client.query(`
    INSERT INTO agg_product (produto_id, produto_nome, familia, is_known, search_text, orders)
    SELECT produto_id, produto_nome, familia, is_known, search_text, orders FROM a_product n
    WHERE NOT EXISTS (SELECT FROM agg_product p WHERE p.produto_id = n.produto_id)`);
  await client.query('DROP TABLE a_product');
}
