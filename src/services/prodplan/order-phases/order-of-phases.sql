-- The order whose phases are shown, and what belongs to none of them. \set of_id 897069
SELECT a.of_id, a.produto_id, NOT a.is_open AS closed, a.phases, a.errors,
       EXISTS (SELECT FROM fases_standard_modelos s WHERE s.produtofase_produto_id = a.produto_id) AS has_route,
       (SELECT count(*)::int FROM erros_ordem_fabrico e
        WHERE e.ofch_of_id = :of_id AND NOT EXISTS (
          SELECT FROM fases_ordem_fabrico f
          WHERE f.faseof_of_id = :of_id AND f.faseof_id IN (e.ofch_faseof_avaliacao, e.ofch_faseof_culpada))) AS errors_without_phase
FROM agg_order a
WHERE a.of_id = :of_id
