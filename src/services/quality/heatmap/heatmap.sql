-- Defects by detecting and culprit phase. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL
SELECT e.fase_avaliacao AS detecting_fase_id, a.fase_nome AS detecting_fase_nome,
       e.fase_culpada AS culprit_fase_id, c.fase_nome AS culprit_fase_nome, e.defects, e.severity_3
FROM (
  SELECT fase_avaliacao, fase_culpada, sum(erros)::int AS defects, sum(erros_g3)::int AS severity_3
  FROM erros_do_periodo(:from::date, :to::date, :produto_id::int)
  WHERE classe IN ('BOAT_DEFECT', 'UNKNOWN') AND (:familia::text IS NULL OR familia = :familia) AND (:porta::int IS NULL OR porta = :porta)
  GROUP BY 1, 2
) e
LEFT JOIN fases_catalogo a ON a.fase_id = e.fase_avaliacao
LEFT JOIN fases_catalogo c ON c.fase_id = e.fase_culpada
ORDER BY a.fase_sequencia, e.fase_avaliacao, c.fase_sequencia, e.fase_culpada
