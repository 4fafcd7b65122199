-- Every defect of a boat that passed its first inspection on a day or later, with its culprit and detecting phases and their days (since
-- 2000-01-01). What lies is judged where it is read. In psql: \set since NULL \set boat_defect_classes '''{BOAT_DEFECT,UNKNOWN}'''
SELECT o.first_inspection_day - DATE '2000-01-01' AS inspected_day, o.produto_id, o.familia, o.first_inspection, e.ofch_gravidade AS gravidade,
       c.faseof_fase_id AS fase_culpada, e.ofch_fase_avaliacao AS fase_avaliacao,
       coalesce(c.faseof_fim, c.faseof_inicio)::date - DATE '2000-01-01' AS culprit_day,
       coalesce(a.faseof_fim, a.faseof_inicio)::date - DATE '2000-01-01' AS detecting_day
FROM agg_order o
JOIN erros_ordem_fabrico e ON e.ofch_of_id = o.of_id
LEFT JOIN agg_error_text t ON t.descricao = e.ofch_descricao_erro
LEFT JOIN fases_ordem_fabrico c ON c.faseof_id = e.ofch_faseof_culpada
LEFT JOIN fases_ordem_fabrico a ON a.faseof_id = e.ofch_faseof_avaliacao
WHERE o.first_inspection_day IS NOT NULL AND (:since::date IS NULL OR o.first_inspection_day >= :since)
  AND coalesce(t.class, 'UNKNOWN') = ANY (:boat_defect_classes::text[])
