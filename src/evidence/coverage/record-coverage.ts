import type { ClientBase } from 'pg';
import { recordLostRows } from './lost-rows.js';
import { errorMeasures, orderMeasures, phaseMeasures, type RowDay, unlistedMeasure } from './measures.js';

/** Rows that are counted: by which days, and what of each. */
interface Source {
  readonly days: Readonly<Partial<Record<RowDay, string>>>;
  readonly family: string;
  /** Measure -> SQL of what a row adds to it. */
  readonly measures: Readonly<Record<string, string>>;
  readonly from: string;
}

const named = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

const orderDays = { created: 'created_day', finished: 'finished_day', inspected: 'inspected_day' } as const;

const sources: readonly Source[] = [
  { days: orderDays, family: 'familia', measures: named(orderMeasures), from: 'order_coverage' },
  {
    days: { inspected: 'inspected_day' },
    family: 'familia',
    measures: named(errorMeasures),
    from: 'error_coverage',
  },
  { days: orderDays, family: `'?'`, measures: { [unlistedMeasure]: '1' }, from: 'unlisted_order' },
  {
    days: { phase: 'month' },
    family: 'familia',
    measures: {
      [phaseMeasures[0]]: 'phases',
      [phaseMeasures[1]]:
        'CASE WHEN EXISTS (SELECT FROM fases_catalogo c WHERE c.fase_id = x.fase_id) THEN phases ELSE 0 END',
      [phaseMeasures[2]]: 'cardinality(seconds)',
    },
    from: 'agg_phase_month',
  },
];

/** Counts, within the publishing transaction, which rows the new state lost, and what it has of what it should have. */
export async function recordCoverage(client: ClientBase, runId: number, base: number | null): Promise<void> {
  await recordRoutesAndLag(client);
  await recordLostRows(client, runId, base);
  await countCoverage(client);
}

/** The same for a state whose aggregates changed without a run. */
export async function recountCoverage(client: ClientBase): Promise<void> {
  await recordRoutesAndLag(client);
  await countCoverage(client);
}

/** What the views need to know of products, and of all orders together. */
async function recordRoutesAndLag(client: ClientBase): Promise<void> {
  await client.query('DELETE FROM coverage_route');
  await client.query(`
    INSERT INTO coverage_route (produto_id, steps)
    SELECT produtofase_produto_id, count(*)::integer FROM fases_standard_modelos
    WHERE produtofase_produto_id IS NOT NULL GROUP BY 1`);
  await client.query(`
    UPDATE coverage_inspection_lag SET days = (
      SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY finished_day - first_inspection_day) FROM agg_order
      WHERE finished_day >= first_inspection_day)`);
}

/** By month and family. The aggregates must be refreshed, and the issues kept. */
async function countCoverage(client: ClientBase): Promise<void> {
  await client.query('DELETE FROM coverage');
  for (const source of sources) await client.query(sumsOf(source));
  await client.query(lostSums);
}

/** All measures of a source in one pass, then turned into a row each. */
function sumsOf({ days, family, measures, from }: Source): string {
  const clocks = Object.entries(days).map(([day, column]) => `('${day}', x.${column})`);
  const names = Object.keys(measures);
  const sums = names.map((name, place) => `sum(${measures[name]}) AS m${place}`);
  const turned = names.map((name, place) => `('${name}', s.m${place})`);
  return `
    INSERT INTO coverage (placed_by, month, familia, measure, rows)
    SELECT s.placed_by, s.month, s.familia, v.measure, v.rows
    FROM (
      SELECT d.placed_by, coalesce(date_trunc('month', d.day)::date, '-infinity') AS month, ${family} AS familia, ${sums.join(', ')}
      FROM ${from} x CROSS JOIN LATERAL (VALUES ${clocks.join(', ')}) d(placed_by, day)
      GROUP BY 1, 2, 3
    ) s CROSS JOIN LATERAL (VALUES ${turned.join(', ')}) v(measure, rows)
    WHERE v.rows > 0`;
}

const lostSums = `
  INSERT INTO coverage (placed_by, month, familia, measure, rows)
  SELECT d.placed_by, coalesce(date_trunc('month', d.day)::date, '-infinity'), familia, 'lost_' || table_name, sum(rows)
  FROM lost_rows x
  CROSS JOIN LATERAL (VALUES ('created', x.created_day), ('finished', x.finished_day), ('inspected', x.inspected_day)) d(placed_by, day)
  GROUP BY 1, 2, 3, 4`;
