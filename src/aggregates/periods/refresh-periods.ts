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

/** The rows of `agg_order` and `agg_error_day` that a run touches: kept before they are refreshed, and after. */
const kept = {
  before: { agg_order: 'a_order_before', agg_error_day: 'a_error_before' },
  after: { agg_order: 'a_order_after', agg_error_day: 'a_error_after' },
} as const;

/** To be called before and after the orders and errors of `orders`, a table of (of_id), are refreshed. */
export async function copyFacts(client: ClientBase, orders: string, side: keyof typeof kept): Promise<void> {
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
    /\bagg_(order|error_day)\b/g,
    (table) => kept[side][table as keyof (typeof kept)['before']],
  );
}

function periodTables(asOf: string): Summed[] {
  return [
    productTable('agg_period_quality', ['produto_id', 'familia', 'first_inspection'], qualityFacts(asOf)),
    productTable('agg_period_delivery', ['produto_id', 'familia'], deliveryFacts(asOf)),
    {
      table: 'agg_period_error',
      keys: ['familia', 'first_inspection', 'class', 'fase_avaliacao', 'fase_culpada', 'descricao_id'],
      measures: ['errors', 'errors_severity_1', 'errors_severity_2', 'errors_severity_3'],
      facts: errorFacts,
    },
    {
      table: 'agg_period_culprit',
      keys: ['produto_id', 'familia', 'first_inspection', 'fase_culpada'],
      measures: [
        'orders',
        'orders_severity_2',
        'orders_severity_3',
        'errors',
        'errors_severity_1',
        'errors_severity_2',
        'errors_severity_3',
      ],
      facts: culpritFacts,
    },
  ];
}

function productTable(table: string, keys: readonly string[], facts: readonly Fact[]): Summed {
  return { table, keys, measures: measuresOf(facts), facts: factRows(facts, keys) };
}

const bySeverity = [1, 2, 3]
  .map((one) => `CASE WHEN gravidade = ${one} THEN errors ELSE 0 END AS errors_severity_${one}`)
  .join(', ');

const errorFacts = `
  SELECT first_inspection_day AS day, familia, first_inspection, class, fase_avaliacao, fase_culpada, descricao_id, errors, ${bySeverity}
  FROM agg_error_day WHERE first_inspection_day IS NOT NULL`;

const boatDefects = `agg_error_day WHERE first_inspection_day IS NOT NULL AND ${isBoatDefectSql('class')}`;

/** A boat none of whose defects names a culprit stands under null; one with both kinds only under its culprits. */
const culpritFacts = `
  SELECT first_inspection_day AS day, produto_id, familia, first_inspection, fase_culpada, 1 AS orders, (worst >= 2)::int AS orders_severity_2,
         (worst = 3)::int AS orders_severity_3, 0 AS errors, 0 AS errors_severity_1, 0 AS errors_severity_2, 0 AS errors_severity_3
  FROM (
    SELECT of_id, first_inspection_day, produto_id, familia, first_inspection, fase_culpada, coalesce(max(gravidade), 0) AS worst,
           count(fase_culpada) OVER (PARTITION BY of_id) AS culprits
    FROM ${boatDefects} GROUP BY of_id, first_inspection_day, produto_id, familia, first_inspection, fase_culpada
  ) e
  WHERE fase_culpada IS NOT NULL OR culprits = 0
  UNION ALL
  SELECT first_inspection_day, produto_id, familia, first_inspection, fase_culpada, 0, 0, 0, errors, ${bySeverity} FROM ${boatDefects}`;

/** All days, or those on which the kept orders and errors count. */
async function writeFamilyDays(client: ClientBase, touched?: readonly string[]): Promise<void> {
  const measures = measuresOf(qualityFacts(noMoment));
  const days = touched?.map((table) =>
    table.startsWith('a_order')
      ? `SELECT unnest(ARRAY[first_inspection_day, finished_day]) FROM ${table}`
      : `SELECT unnest(ARRAY[first_inspection_day, day]) FROM ${table}`,
  );
  const where = (column: string): string =>
    days === undefined ? 'true' : `${column} IN (${days.join(' UNION ALL ')})`;
  await client.query(`DELETE FROM agg_day_quality WHERE ${where('day')}`);
  await client.query(`
    INSERT INTO agg_day_quality (day, familia, first_inspection, ${measures.join(', ')})
    SELECT start_day, familia, first_inspection, ${measures.map((one) => `sum(${one})::int`).join(', ')}
    FROM agg_period_quality WHERE grain = 'day' AND ${where('start_day')} GROUP BY start_day, familia, first_inspection`);
}

/** Where only the names of the measures are asked for. */
const noMoment = 'NULL::timestamp';
