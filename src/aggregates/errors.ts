import { noFamily, noTextClass } from './rules.js';
import { clear, inScope, type Scope } from './scope.js';

/** Errors by order, day, phases, severity and text. Texts and `agg_ordem` must be refreshed. */
export async function refreshErrors(scope: Scope): Promise<void> {
  const { client, asOf } = scope;
  // Filled by CREATE TABLE AS first: an INSERT ... SELECT may not use more than one processor.
  await client.query(`
    CREATE TEMP TABLE a_erro_dia ON COMMIT DROP AS
    SELECT e.ofch_of_id AS of_id, e.ofch_event_time::date AS dia,
           coalesce(e.ofch_event_time_origin <> 'order_creation' AND e.ofch_event_time <= ${asOf}, false) AS data_fiavel,
           o.produto_id, coalesce(o.familia, '${noFamily}') AS familia, coalesce(o.porta, 0::smallint) AS porta, o.dia_porta,
           coalesce(d.classe, '${noTextClass}') AS classe, e.ofch_fase_avaliacao AS fase_avaliacao,
           c.faseof_fase_id AS fase_culpada, e.ofch_gravidade AS gravidade, d.descricao_id,
           e.ofch_faseof_culpada IS NOT NULL AND c.faseof_id IS NULL AS culpada_em_falta, count(*)::int AS erros
    FROM erros_ordem_fabrico e
    LEFT JOIN fases_ordem_fabrico c ON c.faseof_id = e.ofch_faseof_culpada
    LEFT JOIN agg_ordem o ON o.of_id = e.ofch_of_id
    LEFT JOIN agg_erro_descricao d ON d.descricao = e.ofch_descricao_erro
    WHERE ${inScope(scope, 'e.ofch_of_id')}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13`);
  await clear(scope, 'agg_erro_dia');
  const columns =
    'of_id, dia, data_fiavel, produto_id, familia, porta, dia_porta, classe, fase_avaliacao, fase_culpada, gravidade, descricao_id, culpada_em_falta, erros';
  await client.query(
    `INSERT INTO agg_erro_dia (${columns}) SELECT ${columns} FROM a_erro_dia ORDER BY of_id, dia`,
  );
  await client.query('DROP TABLE a_erro_dia');
}
