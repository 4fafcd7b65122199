import { noNumber } from './rules.js';
import type { Scope } from './scope.js';

const measures = ['familia', 'ordens', 'abertas', 'deck_kg', 'casco_kg'];
const columns = ['mes', 'produto_id', ...measures].join(', ');
const values = (row: string): string => measures.map((name) => `${row}.${name}`).join(', ');

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
  await client.query(`
    CREATE TEMP TABLE a_diferente ON COMMIT DROP AS
    SELECT coalesce(n.mes, a.mes) AS mes, coalesce(n.produto_id, a.produto_id) AS produto_id, n.familia, n.ordens, n.abertas, n.deck_kg, n.casco_kg
    FROM agg_produto_mes a FULL JOIN a_produto_mes n ON ${sameKey('a', 'n')}
    WHERE (${values('a')}) IS DISTINCT FROM (${values('n')})`);
  await client.query(`DELETE FROM agg_produto_mes a USING a_diferente d WHERE ${sameKey('a', 'd')}`);
  await client.query(
    `INSERT INTO agg_produto_mes (${columns}) SELECT ${columns} FROM a_diferente WHERE familia IS NOT NULL`,
  );
  await client.query('DROP TABLE a_produto_mes, a_diferente');
}

/** Both may be null. */
function sameKey(one: string, other: string): string {
  return `coalesce(${one}.mes, 'infinity') = coalesce(${other}.mes, 'infinity')
      AND coalesce(${one}.produto_id, ${noNumber}) = coalesce(${other}.produto_id, ${noNumber})`;
}
