import { firstDaySql } from '../../contract/sql.js';
import { errorMeasures, orderMeasures, phaseMeasures, type RowDay, unlistedMeasure } from './measures.js';

/** Rows that are counted: by which days, and what of each. */
export interface CoverageSource {
  readonly days: Readonly<Partial<Record<RowDay, string>>>;
  readonly family: string;
  /** Measure -> SQL of what a row adds to it. */
  readonly measures: Readonly<Record<string, string>>;
  readonly from: string;
}

const named = (names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, name]));

const orderDays = { created: 'created_day', finished: 'finished_day', inspected: 'inspected_day' } as const;

/** What follows from an order, its errors, its product and the usual lag: `of_id` says whose a row is. */
export const ofOrders: readonly CoverageSource[] = [
  { days: orderDays, family: 'familia', measures: named(orderMeasures), from: 'order_coverage' },
  {
    days: { inspected: 'inspected_day' },
    family: 'familia',
    measures: named(errorMeasures),
    from: 'error_coverage',
  },
];

/** Everything else. */
export const ofOthers: readonly CoverageSource[] = [
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

/** All measures of a source in one pass, then turned into a row each. */
export function sumsOf({ days, family, measures, from }: CoverageSource): string {
  const clocks = Object.entries(days).map(([day, column]) => `('${day}', x.${column})`);
  const names = Object.keys(measures);
  const sums = names.map((name, place) => `sum(${measures[name]}) AS m${place}`);
  const turned = names.map((name, place) => `('${name}', s.m${place})`);
  return `
    SELECT s.placed_by, s.month, s.familia, v.measure, v.rows
    FROM (
      SELECT d.placed_by, coalesce(${firstDaySql('month', 'd.day')}, '-infinity') AS month, ${family} AS familia, ${sums.join(', ')}
      FROM ${from} x CROSS JOIN LATERAL (VALUES ${clocks.join(', ')}) d(placed_by, day)
      GROUP BY 1, 2, 3
    ) s CROSS JOIN LATERAL (VALUES ${turned.join(', ')}) v(measure, rows)
    WHERE v.rows > 0`;
}
