import { isBoatDefectSql, openStates, phase, stateSql } from '../contract/factory/index.js';
import { noFamily, normaliseSql, noTextClass } from './rules.js';
import { clear, inScope, type Scope } from './scope.js';

/** One row an order, from one pass over its phases. `agg_product` must be refreshed. */
export async function refreshOrders(scope: Scope): Promise<void> {
  const names = columns.map(([name]) => name).join(', ');
  // Filled by CREATE TABLE AS first: an INSERT ... SELECT may not use more than one processor.
  await scope.client.query(`
    CREATE TEMP TABLE a_order_new ON COMMIT DROP AS
    WITH phase_text AS MATERIALIZED (
      SELECT fase_id, ${normaliseSql('fase_nome')} AS text FROM fases_catalogo),
    f AS MATERIALIZED (${phasesByOrder(scope)}),
    route AS MATERIALIZED (
      SELECT produtofase_produto_id AS produto_id, bool_or(produtofase_fase_id = ${phase.demould}) AS demould,
             bool_or(produtofase_fase_id = ${phase.finalControl}) AS final_control
      FROM fases_standard_modelos GROUP BY 1),
    e AS MATERIALIZED (${errorsByOrder(scope)})
    SELECT ${columns.map(([name, sql]) => `${typeof sql === 'string' ? sql : sql(scope)} AS ${name}`).join(',\n      ')}
    FROM ordens_fabrico o
    LEFT JOIN f ON f.of_id = o.of_id
    LEFT JOIN e ON e.of_id = o.of_id
    LEFT JOIN route ON route.produto_id = o.of_produto_id
    LEFT JOIN agg_product p ON p.produto_id = o.of_produto_id
    LEFT JOIN phase_text t ON t.fase_id = o.of_fase_id
    WHERE ${inScope(scope, 'o.of_id')}`);
  await clear(scope, 'agg_order');
  await scope.client.query(
    `INSERT INTO agg_order (${names}) SELECT ${names} FROM a_order_new ORDER BY of_id`,
  );
  await scope.client.query('DROP TABLE a_order_new');
}

/** Texts must be refreshed. */
function errorsByOrder(scope: Scope): string {
  const defect = isBoatDefectSql(`coalesce(d.class, '${noTextClass}')`);
  const defects = (severity: number): string =>
    `(count(*) FILTER (WHERE ${defect} AND e.ofch_gravidade = ${severity}))::int`;
  return `
      SELECT e.ofch_of_id AS of_id, count(*)::int AS errors, (count(*) FILTER (WHERE e.ofch_gravidade = 3))::int AS severe,
             (count(*) FILTER (WHERE ${defect}))::int AS defects, ${defects(2)} AS defects_severity_2, ${defects(3)} AS defects_severity_3,
             (count(*) FILTER (WHERE d.class = 'MOULD'))::int AS mould_lines
      FROM erros_ordem_fabrico e LEFT JOIN agg_error_text d ON d.descricao = e.ofch_descricao_erro
      WHERE ${inScope(scope, 'e.ofch_of_id')} GROUP BY e.ofch_of_id`;
}

/** Only plain aggregates, so that PostgreSQL may compute them with all its processors. */
function phasesByOrder(scope: Scope): string {
  const { asOf } = scope;
  const here = 'r.faseof_fase_id = s.of_fase_id';
  const weight = (condition: string): string =>
    `max(r.faseof_peso) FILTER (WHERE r.faseof_peso > 0 AND ${condition})`;
  const at = (id: number): string => `r.faseof_fase_id = ${id}`;
  return `
    SELECT r.faseof_of_id AS of_id,
      count(*)::int AS phases,
      count(r.faseof_fim)::int AS done,
      (count(*) FILTER (WHERE r.faseof_inicio IS NOT NULL AND r.faseof_fim IS NULL))::int AS still_open,
      (count(*) FILTER (WHERE r.faseof_retorno))::int AS reworks,
      (count(r.faseof_fim) FILTER (WHERE r.faseof_retorno))::int AS reworks_done,
      bool_or(r.faseof_fase_id <> ${phase.notLaminated} AND coalesce(r.faseof_inicio, r.faseof_fim) IS NOT NULL) AS has_started,
      min(coalesce(r.faseof_inicio, r.faseof_fim)) FILTER (
        WHERE r.faseof_fase_id <> ${phase.notLaminated} AND coalesce(r.faseof_inicio, r.faseof_fim) <= ${asOf}) AS started_at,
      bool_or(${at(phase.demould)}) AS has_demould, bool_or(${at(phase.finalControl)}) AS has_final_control,
      min(r.faseof_fim) FILTER (WHERE ${at(phase.demould)} AND r.faseof_fim <= ${asOf})::date AS demould_day,
      min(r.faseof_fim) FILTER (WHERE ${at(phase.finalControl)} AND r.faseof_fim <= ${asOf})::date AS final_control_day,
      max(r.faseof_inicio) FILTER (WHERE r.faseof_inicio <= ${asOf}) AS last_start,
      max(r.faseof_fim) FILTER (WHERE r.faseof_fim <= ${asOf}) AS last_end,
      max(r.faseof_inicio) FILTER (WHERE ${here} AND r.faseof_inicio <= ${asOf}) AS start_here,
      max(r.faseof_inicio) FILTER (WHERE ${here} AND r.faseof_fim IS NULL AND r.faseof_inicio <= ${asOf}) AS open_here,
      bool_or(${here} AND r.faseof_inicio IS NOT NULL AND r.faseof_fim IS NULL) AS in_hand,
      greatest(max(r.faseof_inicio) FILTER (WHERE NOT coalesce(${here}, false) AND r.faseof_inicio <= ${asOf}),
               max(r.faseof_fim) FILTER (WHERE NOT coalesce(${here}, false) AND r.faseof_fim <= ${asOf})) AS last_elsewhere,
      greatest(max(r.faseof_inicio), max(r.faseof_fim)) AS last_date,
      max(r.faseof_sequencia)::int AS highest_sequence,
      coalesce(${weight(at(phase.finalControl))}, ${weight(at(phase.cut))}, ${weight(at(phase.demould))}, ${weight('true')}) AS weight
    FROM fases_ordem_fabrico r LEFT JOIN ordens_fabrico s ON s.of_id = r.faseof_of_id
    WHERE ${inScope(scope, 'r.faseof_of_id')} GROUP BY r.faseof_of_id`;
}

const state = stateSql('o', 'coalesce(f.has_started, false)');
const last = 'greatest(f.last_date, o.of_data_criacao, o.of_data_acabamento)';

/** The order's own phases tell, else the route of its product: a demoulding that is only missing on record stays the first inspection. */
const inspection = `CASE WHEN coalesce(f.has_demould, false) OR coalesce(route.demould, false) THEN ${phase.demould}
        WHEN coalesce(f.has_final_control, false) OR coalesce(route.final_control, false) THEN ${phase.finalControl} ELSE 0 END`;

/** Column of `agg_order` -> SQL. */
const columns: readonly (readonly [string, string | ((scope: Scope) => string)])[] = [
  ['of_id', 'o.of_id'],
  ['produto_id', 'o.of_produto_id'],
  ['familia', `coalesce(p.familia, '${noFamily}')`],
  ['fase_id', 'o.of_fase_id'],
  ['state', state],
  ['is_open', `(${state}) IN (${openStates.map((one) => `'${one}'`).join(', ')})`],
  ['created_day', 'o.of_data_criacao::date'],
  ['finished_at', 'o.of_data_acabamento'],
  ['finished_day', 'o.of_data_acabamento::date'],
  ['due_day', 'o.of_data_transporte::date'],
  [
    'lead_time_days',
    ({
      asOf,
    }) => `CASE WHEN (${state}) <> 'SCRAPPED' AND o.of_data_acabamento::date >= o.of_data_criacao::date AND o.of_data_acabamento <= ${asOf}
        THEN o.of_data_acabamento::date - o.of_data_criacao::date END`,
  ],
  ['started_at', 'f.started_at'],
  ['demould_day', 'f.demould_day'],
  ['final_control_day', 'f.final_control_day'],
  ['first_inspection', `(${inspection})::smallint`],
  [
    'first_inspection_day',
    `CASE ${inspection} WHEN ${phase.demould} THEN f.demould_day WHEN ${phase.finalControl} THEN f.final_control_day END`,
  ],
  [
    'phase_since',
    ({ asOf }) => `coalesce(f.open_here, greatest(f.start_here, f.last_elsewhere), f.last_end,
        CASE WHEN o.of_data_criacao <= ${asOf} THEN o.of_data_criacao END)`,
  ],
  ['phase_in_hand', 'coalesce(f.in_hand, false)'],
  ['last_activity_at', 'greatest(f.last_start, f.last_end)'],
  ['phases', 'coalesce(f.phases, 0)'],
  ['phases_done', 'coalesce(f.done, 0)'],
  ['phases_open', 'coalesce(f.still_open, 0)'],
  ['reworks', 'coalesce(f.reworks, 0)'],
  ['reworks_done', 'coalesce(f.reworks_done, 0)'],
  ['highest_sequence', 'f.highest_sequence'],
  ['errors', 'coalesce(e.errors, 0)'],
  ['severe_errors', 'coalesce(e.severe, 0)'],
  ...(['defects', 'defects_severity_2', 'defects_severity_3', 'mould_lines'] as const).map(
    (name) => [name, `coalesce(e.${name}, 0)`] as const,
  ),
  ['measured_kg', 'f.weight'],
  ['last_date', last],
  ['has_date_in_future', ({ asOf }) => `coalesce(${last} > ${asOf}, false)`],
  ['finishes_before_creation', 'coalesce(o.of_data_acabamento::date < o.of_data_criacao::date, false)'],
  [
    'search_text',
    "concat_ws(' ', o.of_id, coalesce(p.search_text, o.of_produto_id::text), lower(p.familia), t.text)",
  ],
];
