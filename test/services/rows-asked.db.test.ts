import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readParams, type Service, services } from '../../src/services/index.js';
import type { TestDatabase } from '../support/database.js';
import { askFor, sampleFactory } from './factory.js';

const today = '(SELECT as_of::date FROM publication)';
const open = 'SELECT count(*) FROM agg_order WHERE is_open';
const errors = 'SELECT count(*) FROM erros_ordem_fabrico';
/** A day of finishing that can be believed; what has none may be of any period. */
const finished =
  'finished_day IS NOT NULL AND finished_at <= (SELECT as_of FROM publication) AND NOT finishes_before_creation';

type Within = (day: string) => string;
const ever: Within = () => 'true';
/** The 90 days up to the dump's: what headlines are of where nobody names another period. */
const lately: Within = (day) => `${day} > ${today} - 90 AND ${day} <= ${today}`;

const unlisted = (within: Within) => `SELECT count(*) FROM (
  SELECT min(f.faseof_fim)::date AS day FROM fases_ordem_fabrico f
  WHERE f.faseof_fase_id = 6 AND f.faseof_fim <= (SELECT as_of FROM publication)
    AND NOT EXISTS (SELECT FROM ordens_fabrico o WHERE o.of_id = f.faseof_of_id) GROUP BY f.faseof_of_id) u WHERE ${within('day')}`;
/** Lines by the day of their boat's first inspection, else by their own. */
const linesOf = (within: Within) => `SELECT coalesce(sum(errors), 0) FROM agg_error_day
  WHERE CASE WHEN first_inspection_day IS NOT NULL THEN ${within('first_inspection_day')} ELSE NOT has_trusted_day OR ${within('day')} END`;
/** Boats that passed their first inspection, and those that were finished without one. */
const boats = (within: Within) => `SELECT count(*) FROM agg_order
  WHERE CASE WHEN first_inspection_day IS NOT NULL THEN ${within('first_inspection_day')}
    ELSE state = 'DONE' AND ((${finished}) IS NOT TRUE OR ${within('finished_day')}) END`;
const quality = (within: Within) => [linesOf(within), boats(within), unlisted(within)];

const due = (within: Within) =>
  `SELECT count(*) FROM agg_order WHERE state <> 'SCRAPPED' AND due_day < ${today} AND ${within('due_day')}`;
const delivered = (within: Within) =>
  `SELECT count(*) FROM agg_order WHERE state = 'DONE' AND ((${finished}) IS NOT TRUE OR ${within('finished_day')})`;
const finishedWithoutDue = (within: Within) =>
  `SELECT count(*) FROM agg_order WHERE state = 'DONE' AND due_day IS NULL AND ${finished} AND ${within('finished_day')}`;
const deliveries = (within: Within) => [delivered(within), due(within), finishedWithoutDue(within), open];

/** Question -> all rows that it is about, counted apart. What an answer leaves out of them it must say. */
const rowsInQuestion: Readonly<Record<string, readonly string[]>> = {
  'prodplan.orders': ['SELECT count(*) FROM ordens_fabrico'],
  'prodplan.order_counts': ['SELECT count(*) FROM ordens_fabrico'],
  'prodplan.boats': ['SELECT count(*) FROM ordens_fabrico'],
  'prodplan.order': [
    'SELECT 1',
    'SELECT count(*) FROM fases_ordem_fabrico WHERE faseof_of_id = :order',
    `${errors} WHERE ofch_of_id = :order`,
  ],
  'prodplan.order_phases': [
    'SELECT count(*) FROM fases_ordem_fabrico WHERE faseof_of_id = :order',
    `${errors} WHERE ofch_of_id = :order`,
  ],
  'prodplan.phases': ['SELECT count(*) FROM fases_catalogo'],
  'prodplan.route': ['SELECT count(*) FROM fases_standard_modelos WHERE produtofase_produto_id = :product'],
  'prodplan.schedule': [open],
  'prodplan.bottlenecks': [
    open,
    `SELECT count(DISTINCT (f.faseof_fim::date, f.faseof_fase_id, f.faseof_of_id)) FROM fases_ordem_fabrico f
     WHERE f.faseof_fim::date IN (SELECT day FROM agg_day WHERE is_active AND day < ${today} AND day > ${today} - 365)`,
  ],
  'prodplan.waits': [
    `SELECT count(*) FROM fases_ordem_fabrico f JOIN ordens_fabrico o ON o.of_id = f.faseof_of_id
     WHERE ${lately('f.faseof_inicio::date')}`,
  ],
  'prodplan.lead_time': [
    `SELECT count(*) FROM agg_order WHERE state = 'DONE' AND lead_time_days IS NOT NULL AND ${lately('finished_day')}`,
  ],
  'prodplan.cumulative_flow': ['SELECT count(*) FROM ordens_fabrico'],
  'prodplan.ageing': [open],
  'prodplan.conformance': [
    `SELECT count(*) FROM agg_order WHERE state = 'DONE' AND lead_time_days IS NOT NULL AND ${lately('finished_day')}`,
  ],
  'prodplan.rework_cost': [
    `SELECT count(*) FROM agg_order WHERE state = 'DONE' AND lead_time_days IS NOT NULL AND ${lately('finished_day')}`,
  ],
  'prodplan.release': ['SELECT count(*) FROM ordens_fabrico'],
  'prodplan.shipments': [open],
  'prodplan.risk_queue': [open],
  'prodplan.forecast': [open],
  'prodplan.output': [open],
  // The finishes of its family in the year before.
  'prodplan.promise': [
    `SELECT count(*) FROM agg_order WHERE replace(familia, '?', 'other') = (SELECT replace(familia, '?', 'other') FROM agg_product WHERE produto_id = :product)
       AND finished_day >= ${today} - 365 AND finished_day < ${today} AND finished_day >= created_day`,
  ],
  'prodplan.risk_backtest': [
    // None, until the job has tried it.
    'SELECT coalesce(sum(orders), 0) FROM forecast_backtest_cutoff',
  ],
  // Refused, for now: of none.
  'prodplan.late_chance': ['SELECT 0'],
  'smartinventory.wip': [open],
  'smartinventory.wip_mass': [open],
  'smartinventory.gelcoat_theoretical_usage': ['SELECT count(*) FROM ordens_fabrico'],
  'quality.overview': quality(lately),
  'quality.by_product': quality(lately),
  'quality.lost_passes': quality(lately),
  'quality.trend': quality(ever),
  'quality.by_phase': quality(lately),
  'quality.pareto': [linesOf(lately)],
  'quality.heatmap': [linesOf(lately)],
  'quality.escape': [linesOf(lately)],
  'quality.risk': quality(ever),
  'quality.learning': ['SELECT count(*) FROM agg_order WHERE first_inspection_day IS NOT NULL'],
  'quality.standardised': quality(ever),
  'quality.defect_texts': ['SELECT sum(errors) FROM agg_error_day WHERE first_inspection_day IS NOT NULL'],
  'quality.defect_lines': [errors],
  'quality.defect_boats': [
    "SELECT coalesce(sum(errors), 0) FROM agg_error_day WHERE class IN ('BOAT_DEFECT', 'UNKNOWN')",
  ],
  'kpis.overview': deliveries(lately),
  'kpis.by_product': deliveries(lately),
  'kpis.by_phase': [
    `SELECT count(*) FROM fases_ordem_fabrico WHERE faseof_fim <= (SELECT as_of FROM publication)
       AND faseof_fim >= date_trunc('month', ${today}) - interval '2 months'`,
    open,
  ],
  'kpis.by_employee': [
    `SELECT count(*) FROM funcionarios_fase_ordem_fabrico w LEFT JOIN fases_ordem_fabrico f ON f.faseof_id = w.funcionariofaseof_faseof_id
     WHERE f.faseof_id IS NULL OR coalesce(f.faseof_fim, f.faseof_inicio) >= date_trunc('month', ${today}) - interval '2 months'
       AND coalesce(f.faseof_fim, f.faseof_inicio) <= (SELECT as_of FROM publication)`,
  ],
  'kpis.skill_coverage': [open, 'SELECT count(*) FROM funcionarios_fases_aptos'],
  'kpis.team_size': [
    `SELECT count(*) FROM fases_ordem_fabrico f JOIN fases_catalogo c ON c.fase_id = f.faseof_fase_id
     WHERE c.fase_de_producao AND NOT c.fase_automatica AND f.faseof_fim <= (SELECT as_of FROM publication) AND f.faseof_fim >= ${today} - 365`,
  ],
  'kpis.bonus': [
    `SELECT count(*) FROM fases_ordem_fabrico WHERE faseof_fim <= (SELECT as_of FROM publication)
       AND faseof_fim >= date_trunc('month', ${today}) - interval '2 months'`,
  ],
  'kpis.history': ['SELECT count(*) FROM kpi_snapshot'],
};

let test: TestDatabase;
let ids: { order: number; product: number };
beforeAll(async () => {
  test = await sampleFactory(500, 7);
  const one = async (sql: string): Promise<number> =>
    Number((await test.database.pool.query(sql)).rows[0].id);
  ids = {
    order: await one('SELECT of_id AS id FROM agg_order ORDER BY errors DESC, of_id LIMIT 1'),
    product: await one(
      'SELECT produto_id AS id FROM agg_order WHERE produto_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 1',
    ),
  };
});
afterAll(() => test.drop());

describe('the rows that an answer uses and those that it leaves out', () => {
  it.each(services.filter(({ rows }) => rows !== 'file').map((one) => [one.name, one] as const))(
    'are all that %s is about',
    async (name, service) => {
      const queries = rowsInQuestion[name];
      expect(queries, `${name} does not say here which rows it is about`).toBeDefined();
      const params: Record<string, string> = {};
      if (service.path.includes('{of_id}')) params.of_id = String(ids.order);
      if (service.path.includes('{produto_id}') || isRequired(service, 'produto_id'))
        params.produto_id = String(ids.product);
      if ('limit' in readParams(service, params)) params.limit = '1000';
      const { support } = await askFor(test.database.pool, name, params);
      let all = 0;
      for (const sql of queries!) all += await countOf(sql);
      const excluded = support.rows_excluded.reduce((sum, { rows }) => sum + rows, 0);
      expect({ used: support.rows_used, excluded, sum: support.rows_used + excluded }, name).toMatchObject({
        sum: all,
      });
    },
  );
});

function isRequired({ params }: Service, name: string): boolean {
  return params.shape[name] !== undefined && !params.shape[name].safeParse(undefined).success;
}

async function countOf(sql: string): Promise<number> {
  const text = sql.replaceAll(':order', String(ids.order)).replaceAll(':product', String(ids.product));
  return Number(Object.values((await test.database.pool.query(text)).rows[0])[0]);
}
