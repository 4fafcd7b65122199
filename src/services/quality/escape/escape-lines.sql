-- Every defect of a boat that passed its first inspection, with the place that its culprit, its detecting phase and demoulding have on the route
-- of the product as it is today, and the days of both phases (since 2000-01-01). What lies is judged where it is read. In psql: \set demould 6 \set boat_defect_classes '''{BOAT_DEFECT,UNKNOWN}'''
WITH places AS MATERIALIZED (
  SELECT produto_id, fase_id, min(place)::int AS place
  FROM (SELECT produtofase_produto_id AS produto_id, produtofase_fase_id AS fase_id,
               row_number() OVER (PARTITION BY produtofase_produto_id ORDER BY produtofase_sequencia, produtofase_fase_id) AS place
        FROM fases_standard_modelos) r
  GROUP BY 1, 2
)
SELECT o.first_inspection_day - DATE '2000-01-01' AS inspected_day, o.produto_id, o.familia, o.first_inspection, e.ofch_gravidade AS gravidade,
       c.faseof_fase_id AS fase_culpada, e.ofch_fase_avaliacao AS fase_avaliacao,
       pc.place AS culprit_place, pa.place AS detecting_place, pd.place AS demould_place,
       coalesce(c.faseof_fim, c.faseof_inicio)::date - DATE '2000-01-01' AS culprit_day,
       coalesce(a.faseof_fim, a.faseof_inicio)::date - DATE '2000-01-01' AS detecting_day
FROM erros_ordem_fabrico e
JOIN agg_order o ON o.of_id = e.ofch_of_id
LEFT JOIN agg_error_text t ON t.descricao = e.ofch_descricao_erro
LEFT JOIN fases_ordem_fabrico c ON c.faseof_id = e.ofch_faseof_culpada
LEFT JOIN fases_ordem_fabrico a ON a.faseof_id = e.ofch_faseof_avaliacao
LEFT JOIN places pc ON pc.produto_id = o.produto_id AND pc.fase_id = c.faseof_fase_id
LEFT JOIN places pa ON pa.produto_id = o.produto_id AND pa.fase_id = e.ofch_fase_avaliacao
LEFT JOIN places pd ON pd.produto_id = o.produto_id AND pd.fase_id = :demould::int
WHERE o.first_inspection_day IS NOT NULL AND coalesce(t.class, 'UNKNOWN') = ANY (:boat_defect_classes::text[])
