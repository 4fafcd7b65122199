import { noFamily, noTextClass } from './rules.js';
import { clear, inScope, type Scope } from './scope.js';

/** Errors by order, day, phases, severity and text. Texts and `agg_order` must be refreshed. */
export async function refreshErrors(scope: Scope): Promise<void> {
  const { client, asOf } = scope;
  // Filled by CREATE TABLE AS first: an INSERT ... SELECT may not use more than one processor.
  await client.query(`
    CREATE TEMP TABLE a_error_day ON COMMIT DROP AS
    SELECT e.ofch_of_id AS of_id, e.ofch_event_time::date AS day,
           coalesce(e.ofch_event_time_origin <> 'order_creation' AND e.ofch_event_time <= ${asOf}, false) AS has_trusted_day,
           o.produto_id, coalesce(o.familia, '${noFamily}') AS familia, coalesce(o.first_inspection, 0::smallint) AS first_inspection, o.first_inspection_day,
           coalesce(d.class, '${noTextClass}') AS class, e.ofch_fase_avaliacao AS fase_avaliacao,
           c.faseof_fase_id AS fase_culpada, e.ofch_gravidade AS gravidade, d.descricao_id,
           e.ofch_faseof_culpada IS NOT NULL AND c.faseof_id IS NULL AS culprit_is_missing, count(*)::int AS errors
    FROM erros_ordem_fabrico e
    LEFT JOIN fases_ordem_fabrico c ON c.faseof_id = e.ofch_faseof_culpada
    LEFT JOIN agg_order o ON o.of_id = e.ofch_of_id
    LEFT JOIN agg_error_text d ON d.descricao = e.ofch_descricao_erro
    WHERE ${inScope(scope, 'e.ofch_of_id')}
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13`);
  await clear(scope, 'agg_error_day');
  const columns =
    'of_id, day, has_trusted_day, produto_id, familia, first_inspection, first_inspection_day, class, fase_avaliacao, fase_culpada, gravidade, descricao_id, culprit_is_missing, errors';
  await client.query(
    `INSERT INTO agg_error_day (${columns}) SELECT ${columns} FROM a_error_day ORDER BY of_id, day`,
  );
  await client.query('DROP TABLE a_error_day');
}
