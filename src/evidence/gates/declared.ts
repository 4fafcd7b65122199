import {
  classifiedTextsSql,
  familySql,
  finishedLateSql,
  isBoatDefectSql,
  namedFamilies,
  noFamily,
  phase,
} from '../../contract/factory/index.js';
import { completenessGates } from './completeness.js';
import type { Gate } from './gate.js';

/** Counts of phases from the aggregates, which know those alone that ended before the dump's moment, and from core those that end after it. SQL. */
function withPhasesToCome(ended: string, toCome: string, where: string): string {
  return `SELECT sum(total)::int AS total, sum(covered)::int AS covered, sum(hits)::int AS hits
    FROM (${ended} UNION ALL SELECT ${toCome} FROM fases_ordem_fabrico WHERE faseof_fim > :as_of AND ${where}) x`;
}

/** All gates. A figure names the one that it depends on. */
export const gates: readonly Gate[] = [
  {
    gate: 'employee_productivity',
    question: 'Quem fez o quê, e com que ritmo?',
    measured: 'registos de funcionários cuja fase existe',
    weighting: 'rows',
    threshold: 0.95,
    // Figures about people are either sound or not given.
    floor: 0.95,
    sql: `SELECT m.rows AS total, m.matched_rows AS covered,
            (SELECT count(*)::int FROM funcionarios_fase_ordem_fabrico w JOIN fases_ordem_fabrico f ON f.faseof_id = w.funcionariofaseof_faseof_id
             WHERE f.faseof_retorno) AS hits
          FROM match_rates m WHERE m.run_id = :run AND m.column_name = 'funcionariofaseof_faseof_id'`,
    fromAggregates: `SELECT m.rows AS total, m.matched_rows AS covered, (SELECT coalesce(sum(reworks), 0)::int FROM agg_employee_phase) AS hits
          FROM match_rates m WHERE m.run_id = :run AND m.column_name = 'funcionariofaseof_faseof_id'`,
    figure: 'parte do trabalho registado que foi retrabalho',
    remedy: 'Exporte FasesOrdemFabrico e FuncionariosFaseOrdemFabrico do mesmo período, inteiras.',
  },
  {
    gate: 'product_join',
    question: 'De que modelo é cada ordem?',
    measured: 'ordens cujo produto existe em Modelos',
    weighting: 'rows',
    threshold: 0.95,
    floor: 0.8,
    sql: `SELECT count(*)::int AS total, count(m.produto_id)::int AS covered,
            (count(*) FILTER (WHERE m.produto_peso_acabamento > 10))::int AS hits
          FROM ordens_fabrico o LEFT JOIN modelos m ON m.produto_id = o.of_produto_id`,
    figure: 'parte das ordens cujo modelo pesa, acabado, mais de 10 kg',
    asked: { total: ['orders'], covered: ['with_product'] },
    remedy:
      'Complete a folha Modelos com os produtos que as ordens nomeiam («prodplan check» mostra os que faltam).',
  },
  {
    gate: 'product_family',
    question: `De que família (${namedFamilies.join(', ')}, outra) é cada ordem?`,
    measured: 'ordens cujo modelo se conhece e tem nome',
    weighting: 'rows',
    threshold: 0.95,
    floor: 0.8,
    sql: `SELECT count(*)::int AS total, count(familia)::int AS covered, count(*) FILTER (WHERE familia = 'K1')::int AS hits
          FROM (SELECT ${familySql('m.produto_nome')} AS familia FROM ordens_fabrico o LEFT JOIN modelos m ON m.produto_id = o.of_produto_id) x`,
    fromAggregates: `SELECT count(*)::int AS total, (count(*) FILTER (WHERE familia <> '${noFamily}'))::int AS covered,
            (count(*) FILTER (WHERE familia = 'K1'))::int AS hits FROM agg_order`,
    figure: 'parte das ordens que são K1',
    asked: { total: ['orders'], covered: ['with_family'] },
    remedy: `A família lê-se da primeira palavra de Produto_Nome; o que não começa por ${namedFamilies[0]} ... ${namedFamilies.at(-1)} conta como «other».`,
  },
  {
    gate: 'culprit_attribution',
    question: 'Que fase causou cada erro?',
    measured: 'defeitos do barco com uma fase culpada que existe',
    weighting: 'rows',
    threshold: 0.9,
    floor: 0.5,
    // Lines about moulds and lines that passed name no culprit, nor should they.
    sql: `WITH counted AS MATERIALIZED (
            SELECT e.ofch_descricao_erro AS descricao, count(*) AS n, count(f.faseof_id) AS with_culprit,
                   count(*) FILTER (WHERE f.faseof_fase_id = ${phase.lamination}) AS da_laminagem
            FROM erros_ordem_fabrico e LEFT JOIN fases_ordem_fabrico f ON f.faseof_id = e.ofch_faseof_culpada GROUP BY 1)
          SELECT coalesce(sum(n), 0)::int AS total, coalesce(sum(with_culprit), 0)::int AS covered, coalesce(sum(da_laminagem), 0)::int AS hits
          FROM counted c JOIN (${classifiedTextsSql('SELECT descricao FROM counted')}) t ON t.descricao IS NOT DISTINCT FROM c.descricao
          WHERE ${isBoatDefectSql('t.class')}`,
    fromAggregates: `SELECT coalesce(sum(errors), 0)::int AS total, coalesce(sum(errors) FILTER (WHERE fase_culpada IS NOT NULL), 0)::int AS covered,
            coalesce(sum(errors) FILTER (WHERE fase_culpada = ${phase.lamination}), 0)::int AS hits
          FROM agg_error_day WHERE ${isBoatDefectSql('class')}`,
    figure: `parte dos defeitos do barco causados pela laminagem (fase ${phase.lamination})`,
    asked: { total: ['defects'], covered: ['defects_with_culprit'] },
    remedy: 'Peça que a fase culpada seja registada no ERP; os defeitos sem ela não se atribuem a ninguém.',
  },
  {
    gate: 'weight_coverage',
    question: 'Quanto pesa o que foi desmoldado?',
    measured: 'desmoldes acabados com peso medido acima de 0',
    weighting: 'rows',
    threshold: 0.9,
    floor: 0.5,
    sql: `SELECT count(*)::int AS total, (count(*) FILTER (WHERE faseof_peso > 0))::int AS covered, (count(*) FILTER (WHERE faseof_peso > 10))::int AS hits
          FROM fases_ordem_fabrico WHERE faseof_fase_id = ${phase.demould} AND faseof_is_done`,
    fromAggregates: withPhasesToCome(
      `SELECT coalesce(sum(phases), 0) AS total, coalesce(sum(weighed), 0) AS covered, coalesce(sum(weighed_over_10_kg), 0) AS hits
       FROM agg_phase_day WHERE fase_id = ${phase.demould}`,
      `count(*), count(*) FILTER (WHERE faseof_peso > 0), count(*) FILTER (WHERE faseof_peso > 10)`,
      `faseof_fase_id = ${phase.demould}`,
    ),
    figure: 'parte dos barcos desmoldados com mais de 10 kg',
    asked: { total: ['demoulded'], covered: ['weighed'] },
    remedy: 'Registe o peso no desmolde; 0 ou vazio quer dizer que não foi pesado.',
  },
  {
    gate: 'gelcoat_coverage',
    question: 'Quanto gelcoat levam as ordens, em teoria?',
    measured: 'ordens cujo modelo tem quantidade de gelcoat (deck e casco) acima de 0',
    weighting: 'rows',
    threshold: 0.9,
    floor: 0.6,
    sql: `SELECT count(*)::int AS total,
            (count(*) FILTER (WHERE m.produto_qtd_gel_deck > 0 AND m.produto_qtd_gel_casco > 0))::int AS covered,
            (count(*) FILTER (WHERE m.produto_qtd_gel_deck > 0 AND m.produto_qtd_gel_casco > 0 AND m.produto_qtd_gel_deck + m.produto_qtd_gel_casco > 2))::int AS hits
          FROM ordens_fabrico o LEFT JOIN modelos m ON m.produto_id = o.of_produto_id`,
    figure: 'parte das ordens que levam mais de 2 kg de gelcoat',
    asked: { total: ['orders'], covered: ['with_gelcoat'] },
    remedy: 'Preencha Produto_QtdGelDeck e Produto_QtdGelCasco na folha Modelos.',
  },
  {
    gate: 'due_date_coverage',
    question: 'Que ordens estão atrasadas ou em risco?',
    measured: 'ordens com dia de expedição previsto',
    weighting: 'rows',
    threshold: 0.9,
    floor: 0.6,
    sql: `SELECT count(*)::int AS total, count(of_data_transporte)::int AS covered,
            count(of_data_acabamento)::int AS figure_total, (count(*) FILTER (WHERE of_data_acabamento IS NOT NULL AND of_data_transporte IS NOT NULL))::int AS figure_covered,
            (count(*) FILTER (WHERE ${finishedLateSql('of_data_acabamento::date', 'of_data_transporte::date')}))::int AS hits
          FROM ordens_fabrico`,
    figure: 'parte das ordens acabadas que acabaram depois do dia previsto (dias, não instantes)',
    asked: { total: ['orders'], covered: ['with_due_day'] },
    remedy:
      'Preencha Of_DataTransporte. O ficheiro não diz se é a primeira promessa ou o último replaneamento.',
  },
  {
    gate: 'durations_usable',
    question: 'Quanto demora cada fase?',
    measured: 'fases acabadas com início e fim possíveis e mais de 0 minutos',
    weighting: 'rows',
    threshold: 0.9,
    floor: 0.6,
    sql: `SELECT count(*)::int AS total, (count(*) FILTER (WHERE faseof_duration_seconds > 0))::int AS covered,
            (count(*) FILTER (WHERE faseof_duration_seconds > 86400))::int AS hits
          FROM fases_ordem_fabrico WHERE faseof_is_done`,
    fromAggregates: withPhasesToCome(
      `SELECT (SELECT coalesce(sum(phases), 0) FROM agg_phase_day) AS total, coalesce(sum(n), 0) AS covered,
              coalesce(sum(n) FILTER (WHERE seconds > 86400), 0) AS hits
       FROM agg_phase_duration`,
      // An end that is yet to come gives no duration.
      'count(*), 0, 0',
      'true',
    ),
    figure: 'parte das fases que duraram mais de um dia',
    asked: { total: ['phases_ended'], covered: ['phases_with_duration'], byPhaseEnd: true },
    remedy: 'Registe o início e o fim de cada fase no momento em que acontecem.',
  },
  ...completenessGates,
  {
    gate: 'consumption',
    question: 'Quanto material se consumiu?',
    measured: 'nada: o ficheiro não tem consumos',
    weighting: 'rows',
    threshold: null,
    floor: 1,
    sql: null,
    figure: '',
    remedy:
      'Seria precisa uma folha com as saídas de armazém por ordem (material, quantidade, data); nenhuma das nove a tem.',
  },
];
