import type { ClientBase } from 'pg';
import type { Scope } from '../scope.js';
import { writeGrains } from './grains.js';
import { deliveryFacts, factRows, measuresOf, qualityFacts } from './product-facts.js';

/**
 * Sums by day, month, year and in all, from the other aggregates, which must be refreshed.
 * All are written anew: what one order changes is spread over days and grains.
 */
export async function refreshPeriods({ client, asOf }: Pick<Scope, 'client' | 'asOf'>): Promise<void> {
  const products = { agg_periodo_qualidade: qualityFacts, agg_periodo_entrega: deliveryFacts(asOf) };
  for (const [table, facts] of Object.entries(products)) {
    const keys = ['produto_id', 'familia'];
    await writeGrains(client, { table, keys, measures: measuresOf(facts), facts: factRows(facts) });
  }
  await writeFamilyDays(client);
  await writeGrains(client, {
    table: 'agg_periodo_erro',
    keys: ['familia', 'fase_avaliacao', 'fase_culpada', 'descricao_id'],
    measures: ['erros', 'erros_g1', 'erros_g2', 'erros_g3'],
    facts: errorFacts,
  });
  await writeGrains(client, {
    table: 'agg_periodo_culpa',
    keys: ['produto_id', 'familia', 'fase_culpada'],
    measures: ['ordens', 'erros'],
    facts: culpritFacts,
  });
  await writeGrains(client, {
    table: 'agg_periodo_prazo',
    keys: ['familia', 'lead_dias'],
    measures: ['ordens'],
    facts: `SELECT dia_acabamento AS dia, familia, lead_dias, 1 AS ordens FROM agg_ordem
            WHERE estado = 'DONE' AND lead_dias IS NOT NULL`,
  });
}

const errorFacts = `
  SELECT CASE WHEN data_fiavel THEN dia END AS dia, familia, fase_avaliacao, fase_culpada, descricao_id, erros,
         CASE WHEN gravidade = 1 THEN erros ELSE 0 END AS erros_g1,
         CASE WHEN gravidade = 2 THEN erros ELSE 0 END AS erros_g2,
         CASE WHEN gravidade = 3 THEN erros ELSE 0 END AS erros_g3
  FROM agg_erro_dia`;

/** An order none of whose errors names a culprit stands under null; one with both kinds only under its culprits. */
const culpritFacts = `
  SELECT o.dia_desmolde AS dia, o.produto_id, o.familia, e.fase_culpada, 1 AS ordens, 0 AS erros
  FROM (
    SELECT of_id, fase_culpada, count(fase_culpada) OVER (PARTITION BY of_id) AS culpadas
    FROM agg_erro_dia GROUP BY of_id, fase_culpada
  ) e JOIN agg_ordem o ON o.of_id = e.of_id
  WHERE o.dia_desmolde IS NOT NULL AND (e.fase_culpada IS NOT NULL OR e.culpadas = 0)
  UNION ALL
  SELECT CASE WHEN data_fiavel THEN dia END, produto_id, familia, fase_culpada, 0, erros FROM agg_erro_dia`;

async function writeFamilyDays(client: ClientBase): Promise<void> {
  const measures = measuresOf(qualityFacts);
  await client.query('DELETE FROM agg_dia_qualidade');
  await client.query(`
    INSERT INTO agg_dia_qualidade (dia, familia, ${measures.join(', ')})
    SELECT inicio, familia, ${measures.map((one) => `sum(${one})::int`).join(', ')}
    FROM agg_periodo_qualidade WHERE grao = 'dia' GROUP BY inicio, familia`);
}
