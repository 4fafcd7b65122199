import { isBoatDefectSql, openStates, phase, stateSql } from '../contract/factory/index.js';
import { noFamily, normaliseSql, noTextClass } from './rules.js';
import { clear, inScope, type Scope } from './scope.js';

/** One row an order, from one pass over its phases. `agg_produto` must be refreshed. */
export async function refreshOrders(scope: Scope): Promise<void> {
  const names = columns.map(([name]) => name).join(', ');
  // Filled by CREATE TABLE AS first: an INSERT ... SELECT may not use more than one processor.
  await scope.client.query(`
    CREATE TEMP TABLE a_ordem_nova ON COMMIT DROP AS
    WITH fase_texto AS MATERIALIZED (
      SELECT fase_id, ${normaliseSql('fase_nome')} AS texto FROM fases_catalogo),
    f AS MATERIALIZED (${phasesByOrder(scope)}),
    rota AS MATERIALIZED (
      SELECT produtofase_produto_id AS produto_id, bool_or(produtofase_fase_id = ${phase.demould}) AS desmolde,
             bool_or(produtofase_fase_id = ${phase.finalControl}) AS controlo
      FROM fases_standard_modelos GROUP BY 1),
    e AS MATERIALIZED (${errorsByOrder(scope)})
    SELECT ${columns.map(([name, sql]) => `${typeof sql === 'string' ? sql : sql(scope)} AS ${name}`).join(',\n      ')}
    FROM ordens_fabrico o
    LEFT JOIN f ON f.of_id = o.of_id
    LEFT JOIN e ON e.of_id = o.of_id
    LEFT JOIN rota ON rota.produto_id = o.of_produto_id
    LEFT JOIN agg_produto p ON p.produto_id = o.of_produto_id
    LEFT JOIN fase_texto t ON t.fase_id = o.of_fase_id
    WHERE ${inScope(scope, 'o.of_id')}`);
  await clear(scope, 'agg_ordem');
  await scope.client.query(
    `INSERT INTO agg_ordem (${names}) SELECT ${names} FROM a_ordem_nova ORDER BY of_id`,
  );
  await scope.client.query('DROP TABLE a_ordem_nova');
}

/** Texts must be refreshed. */
function errorsByOrder(scope: Scope): string {
  const defect = isBoatDefectSql(`coalesce(d.classe, '${noTextClass}')`);
  const defects = (severity: number): string =>
    `(count(*) FILTER (WHERE ${defect} AND e.ofch_gravidade = ${severity}))::int`;
  return `
      SELECT e.ofch_of_id AS of_id, count(*)::int AS erros, (count(*) FILTER (WHERE e.ofch_gravidade = 3))::int AS graves,
             (count(*) FILTER (WHERE ${defect}))::int AS defeitos, ${defects(2)} AS defeitos_g2, ${defects(3)} AS defeitos_g3,
             (count(*) FILTER (WHERE d.classe = 'MOULD'))::int AS linhas_molde
      FROM erros_ordem_fabrico e LEFT JOIN agg_erro_descricao d ON d.descricao = e.ofch_descricao_erro
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
      count(*)::int AS fases,
      count(r.faseof_fim)::int AS concluidas,
      (count(*) FILTER (WHERE r.faseof_inicio IS NOT NULL AND r.faseof_fim IS NULL))::int AS abertas,
      (count(*) FILTER (WHERE r.faseof_retorno))::int AS retornos,
      (count(r.faseof_fim) FILTER (WHERE r.faseof_retorno))::int AS retornos_concluidos,
      bool_or(r.faseof_fase_id <> ${phase.notLaminated} AND coalesce(r.faseof_inicio, r.faseof_fim) IS NOT NULL) AS comecada,
      min(coalesce(r.faseof_inicio, r.faseof_fim)) FILTER (
        WHERE r.faseof_fase_id <> ${phase.notLaminated} AND coalesce(r.faseof_inicio, r.faseof_fim) <= ${asOf}) AS iniciada_em,
      bool_or(${at(phase.demould)}) AS tem_desmolde, bool_or(${at(phase.finalControl)}) AS tem_controlo,
      min(r.faseof_fim) FILTER (WHERE ${at(phase.demould)} AND r.faseof_fim <= ${asOf})::date AS dia_desmolde,
      min(r.faseof_fim) FILTER (WHERE ${at(phase.finalControl)} AND r.faseof_fim <= ${asOf})::date AS dia_controlo,
      max(r.faseof_inicio) FILTER (WHERE r.faseof_inicio <= ${asOf}) AS ultimo_inicio,
      max(r.faseof_fim) FILTER (WHERE r.faseof_fim <= ${asOf}) AS ultimo_fim,
      max(r.faseof_inicio) FILTER (WHERE ${here} AND r.faseof_inicio <= ${asOf}) AS inicio_aqui,
      max(r.faseof_inicio) FILTER (WHERE ${here} AND r.faseof_fim IS NULL AND r.faseof_inicio <= ${asOf}) AS aberta_aqui,
      bool_or(${here} AND r.faseof_inicio IS NOT NULL AND r.faseof_fim IS NULL) AS em_curso,
      greatest(max(r.faseof_inicio) FILTER (WHERE NOT coalesce(${here}, false) AND r.faseof_inicio <= ${asOf}),
               max(r.faseof_fim) FILTER (WHERE NOT coalesce(${here}, false) AND r.faseof_fim <= ${asOf})) AS ultima_noutras,
      greatest(max(r.faseof_inicio), max(r.faseof_fim)) AS ultima_data,
      max(r.faseof_sequencia)::int AS maior_sequencia,
      coalesce(${weight(at(phase.finalControl))}, ${weight(at(phase.cut))}, ${weight(at(phase.demould))}, ${weight('true')}) AS peso
    FROM fases_ordem_fabrico r LEFT JOIN ordens_fabrico s ON s.of_id = r.faseof_of_id
    WHERE ${inScope(scope, 'r.faseof_of_id')} GROUP BY r.faseof_of_id`;
}

const state = stateSql('o', 'coalesce(f.comecada, false)');
const last = 'greatest(f.ultima_data, o.of_data_criacao, o.of_data_acabamento)';

/** The order's own phases tell, else the route of its product: a demoulding that is only missing on record stays the gate. */
const gate = `CASE WHEN coalesce(f.tem_desmolde, false) OR coalesce(rota.desmolde, false) THEN ${phase.demould}
        WHEN coalesce(f.tem_controlo, false) OR coalesce(rota.controlo, false) THEN ${phase.finalControl} ELSE 0 END`;

/** Column of `agg_ordem` -> SQL. */
const columns: readonly (readonly [string, string | ((scope: Scope) => string)])[] = [
  ['of_id', 'o.of_id'],
  ['produto_id', 'o.of_produto_id'],
  ['familia', `coalesce(p.familia, '${noFamily}')`],
  ['fase_id', 'o.of_fase_id'],
  ['estado', state],
  ['aberta', `(${state}) IN (${openStates.map((one) => `'${one}'`).join(', ')})`],
  ['dia_criacao', 'o.of_data_criacao::date'],
  ['acabada_em', 'o.of_data_acabamento'],
  ['dia_acabamento', 'o.of_data_acabamento::date'],
  ['dia_previsto', 'o.of_data_transporte::date'],
  [
    'lead_dias',
    ({
      asOf,
    }) => `CASE WHEN (${state}) <> 'SCRAPPED' AND o.of_data_acabamento::date >= o.of_data_criacao::date AND o.of_data_acabamento <= ${asOf}
        THEN o.of_data_acabamento::date - o.of_data_criacao::date END`,
  ],
  ['iniciada_em', 'f.iniciada_em'],
  ['dia_desmolde', 'f.dia_desmolde'],
  ['dia_controlo', 'f.dia_controlo'],
  ['porta', `(${gate})::smallint`],
  [
    'dia_porta',
    `CASE ${gate} WHEN ${phase.demould} THEN f.dia_desmolde WHEN ${phase.finalControl} THEN f.dia_controlo END`,
  ],
  [
    'fase_desde',
    ({ asOf }) => `coalesce(f.aberta_aqui, greatest(f.inicio_aqui, f.ultima_noutras), f.ultimo_fim,
        CASE WHEN o.of_data_criacao <= ${asOf} THEN o.of_data_criacao END)`,
  ],
  ['fase_em_curso', 'coalesce(f.em_curso, false)'],
  ['ultima_actividade', 'greatest(f.ultimo_inicio, f.ultimo_fim)'],
  ['fases', 'coalesce(f.fases, 0)'],
  ['fases_concluidas', 'coalesce(f.concluidas, 0)'],
  ['fases_abertas', 'coalesce(f.abertas, 0)'],
  ['retornos', 'coalesce(f.retornos, 0)'],
  ['retornos_concluidos', 'coalesce(f.retornos_concluidos, 0)'],
  ['maior_sequencia', 'f.maior_sequencia'],
  ['erros', 'coalesce(e.erros, 0)'],
  ['erros_graves', 'coalesce(e.graves, 0)'],
  ...(['defeitos', 'defeitos_g2', 'defeitos_g3', 'linhas_molde'] as const).map(
    (name) => [name, `coalesce(e.${name}, 0)`] as const,
  ),
  ['peso_medido', 'f.peso'],
  ['ultima_data', last],
  ['data_futura', ({ asOf }) => `coalesce(${last} > ${asOf}, false)`],
  ['data_contraditoria', 'coalesce(o.of_data_acabamento::date < o.of_data_criacao::date, false)'],
  [
    'texto_pesquisa',
    "concat_ws(' ', o.of_id, coalesce(p.texto_pesquisa, o.of_produto_id::text), lower(p.familia), t.texto)",
  ],
];
