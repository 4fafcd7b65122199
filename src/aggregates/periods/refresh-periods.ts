import type { ClientBase } from 'pg';
import { isBoatDefectSql } from '../../contract/factory/index.js';
import type { Scope } from '../scope.js';
import { adjustGrains, type Summed, writeGrains } from './grains.js';
import { deliveryFacts, type Fact, factRows, measuresOf, qualityFacts } from './product-facts.js';

/** Sums by day, month, year and in all, from the other aggregates, which must be refreshed; all written anew. */
export async function refreshPeriods({ client, asOf }: Pick<Scope, 'client' | 'asOf'>): Promise<void> {
  for (const one of periodTables(asOf)) await writeGrains(client, one);
  await writeFamilyDays(client);
}

/** The rows of `agg_ordem` and `agg_erro_dia` that a run touches: kept before they are refreshed, and after. */
const kept = {
  before: { agg_ordem: 'a_ordem_antes', agg_erro_dia: 'a_erro_antes' },
  after: { agg_ordem: 'a_ordem_depois', agg_erro_dia: 'a_erro_depois' },
} as const;

/** To be called before and after the orders and errors of `orders`, a table of (of_id), are refreshed. */
export async function keepFacts(client: ClientBase, orders: string, side: keyof typeof kept): Promise<void> {
  for (const [table, name] of Object.entries(kept[side])) {
    await client.query(`
      CREATE TEMP TABLE ${name} ON COMMIT DROP AS SELECT * FROM ${table} WHERE of_id IN (SELECT of_id FROM ${orders});
      ANALYZE ${name}`);
  }
}

/** The sums put right by what the touched orders added before and add now. */
export async function adjustPeriods(
  client: ClientBase,
  moments: Record<keyof typeof kept, string>,
): Promise<void> {
  // By hash: the planner does not know how many rows the grain of everything has, nor that few need be looked up.
  await client.query('SET LOCAL enable_nestloop = off; SET LOCAL enable_mergejoin = off');
  const before = periodTables(moments.before);
  const after = periodTables(moments.after);
  for (const [place, one] of after.entries())
    await adjustGrains(client, one, factsOf(before[place]!, 'before'), factsOf(one, 'after'));
  await writeFamilyDays(client, [...Object.values(kept.before), ...Object.values(kept.after)]);
  await client.query(
    `DROP TABLE ${[kept.before, kept.after].flatMap((one) => Object.values(one)).join(', ')}`,
  );
}

function factsOf({ facts }: Summed, side: keyof typeof kept): string {
  return facts.replace(
    /\bagg_(ordem|erro_dia)\b/g,
    (table) => kept[side][table as keyof (typeof kept)['before']],
  );
}

function periodTables(asOf: string): Summed[] {
  return [
    productTable('agg_periodo_qualidade', ['produto_id', 'familia', 'porta'], qualityFacts(asOf)),
    productTable('agg_periodo_entrega', ['produto_id', 'familia'], deliveryFacts(asOf)),
    {
      table: 'agg_periodo_erro',
      keys: ['familia', 'porta', 'classe', 'fase_avaliacao', 'fase_culpada', 'descricao_id'],
      measures: ['erros', 'erros_g1', 'erros_g2', 'erros_g3'],
      facts: errorFacts,
    },
    {
      table: 'agg_periodo_culpa',
      keys: ['produto_id', 'familia', 'porta', 'fase_culpada'],
      measures: ['ordens', 'ordens_g2', 'ordens_g3', 'erros', 'erros_g1', 'erros_g2', 'erros_g3'],
      facts: culpritFacts,
    },
    {
      table: 'agg_periodo_prazo',
      keys: ['familia', 'lead_dias'],
      measures: ['ordens'],
      facts: `SELECT dia_acabamento AS dia, familia, lead_dias, 1 AS ordens FROM agg_ordem
            WHERE estado = 'DONE' AND lead_dias IS NOT NULL`,
    },
  ];
}

function productTable(table: string, keys: readonly string[], facts: readonly Fact[]): Summed {
  return { table, keys, measures: measuresOf(facts), facts: factRows(facts, keys) };
}

const bySeverity = [1, 2, 3]
  .map((one) => `CASE WHEN gravidade = ${one} THEN erros ELSE 0 END AS erros_g${one}`)
  .join(', ');

const errorFacts = `
  SELECT dia_porta AS dia, familia, porta, classe, fase_avaliacao, fase_culpada, descricao_id, erros, ${bySeverity}
  FROM agg_erro_dia WHERE dia_porta IS NOT NULL`;

const boatDefects = `agg_erro_dia WHERE dia_porta IS NOT NULL AND ${isBoatDefectSql('classe')}`;

/** A boat none of whose defects names a culprit stands under null; one with both kinds only under its culprits. */
const culpritFacts = `
  SELECT dia_porta AS dia, produto_id, familia, porta, fase_culpada, 1 AS ordens, (pior >= 2)::int AS ordens_g2,
         (pior = 3)::int AS ordens_g3, 0 AS erros, 0 AS erros_g1, 0 AS erros_g2, 0 AS erros_g3
  FROM (
    SELECT of_id, dia_porta, produto_id, familia, porta, fase_culpada, coalesce(max(gravidade), 0) AS pior,
           count(fase_culpada) OVER (PARTITION BY of_id) AS culpadas
    FROM ${boatDefects} GROUP BY of_id, dia_porta, produto_id, familia, porta, fase_culpada
  ) e
  WHERE fase_culpada IS NOT NULL OR culpadas = 0
  UNION ALL
  SELECT dia_porta, produto_id, familia, porta, fase_culpada, 0, 0, 0, erros, ${bySeverity} FROM ${boatDefects}`;

/** All days, or those on which the kept orders and errors count. */
async function writeFamilyDays(client: ClientBase, touched?: readonly string[]): Promise<void> {
  const measures = measuresOf(qualityFacts(noMoment));
  const days = touched?.map((table) =>
    table.startsWith('a_ordem')
      ? `SELECT unnest(ARRAY[dia_porta, dia_acabamento]) FROM ${table}`
      : `SELECT unnest(ARRAY[dia_porta, dia]) FROM ${table}`,
  );
  const where = (column: string): string =>
    days === undefined ? 'true' : `${column} IN (${days.join(' UNION ALL ')})`;
  await client.query(`DELETE FROM agg_dia_qualidade WHERE ${where('dia')}`);
  await client.query(`
    INSERT INTO agg_dia_qualidade (dia, familia, porta, ${measures.join(', ')})
    SELECT inicio, familia, porta, ${measures.map((one) => `sum(${one})::int`).join(', ')}
    FROM agg_periodo_qualidade WHERE grao = 'dia' AND ${where('inicio')} GROUP BY inicio, familia, porta`);
}

/** Where only the names of the measures are asked for. */
const noMoment = 'NULL::timestamp';
