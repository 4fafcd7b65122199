import type { Scope } from './scope.js';

const columns = 'mes, produto_id, familia, ordens, abertas, deck_kg, casco_kg';

/**
 * Orders by month of creation and product, with what the model takes of gelcoat (0 is not filled in), from `agg_ordem`.
 * Built anew each time, for a model may change without any of its orders; only rows that differ are written.
 */
export async function refreshProductMonths({ client }: Pick<Scope, 'client'>): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE a_produto_mes ON COMMIT DROP AS
    SELECT g.mes, g.produto_id, g.familia, g.ordens, g.abertas,
           nullif(m.produto_qtd_gel_deck, 0)::float8 AS deck_kg, nullif(m.produto_qtd_gel_casco, 0)::float8 AS casco_kg
    FROM (SELECT date_trunc('month', dia_criacao)::date AS mes, produto_id, min(familia) AS familia, count(*)::int AS ordens,
                 (count(*) FILTER (WHERE aberta))::int AS abertas
          FROM agg_ordem GROUP BY 1, 2) g
    LEFT JOIN modelos m ON m.produto_id = g.produto_id`);
  const { rows } = await client.query<{ same: boolean }>(`
    SELECT NOT EXISTS ((TABLE a_produto_mes EXCEPT SELECT ${columns} FROM agg_produto_mes)
             UNION ALL (SELECT ${columns} FROM agg_produto_mes EXCEPT TABLE a_produto_mes)) AS same`);
  if (rows[0]?.same !== true) {
    await client.query('DELETE FROM agg_produto_mes');
    await client.query(`INSERT INTO agg_produto_mes (${columns}) TABLE a_produto_mes`);
  }
  await client.query('DROP TABLE a_produto_mes');
}
