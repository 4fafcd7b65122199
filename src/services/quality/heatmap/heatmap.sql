-- Defects by detecting and culprit phase. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL
-- \set gravidade NULL \set classes '''{BOAT_DEFECT,UNKNOWN}''' \set descricao_id NULL \set detecting_fase_id NULL
SELECT e.fase_avaliacao AS detecting_fase_id, a.fase_nome AS detecting_fase_nome,
       e.fase_culpada AS culprit_fase_id, c.fase_nome AS culprit_fase_nome, e.defects, e.severity_3
FROM (
  SELECT e.fase_avaliacao, e.fase_culpada,
         sum(CASE :gravidade::int WHEN 1 THEN e.errors_severity_1 WHEN 2 THEN e.errors_severity_2 WHEN 3 THEN e.errors_severity_3 ELSE e.errors END)::int AS defects,
         sum(CASE WHEN coalesce(:gravidade::int, 3) = 3 THEN e.errors_severity_3 ELSE 0 END)::int AS severity_3
  FROM errors_of_period(:from::date, :to::date, :produto_id::int) e
  WHERE e.class = ANY (:classes::text[]) AND (:familia::text IS NULL OR e.familia = :familia) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
  GROUP BY 1, 2
) e
LEFT JOIN fases_catalogo a ON a.fase_id = e.fase_avaliacao
LEFT JOIN fases_catalogo c ON c.fase_id = e.fase_culpada
WHERE e.defects > 0
ORDER BY a.fase_sequencia, e.fase_avaliacao, c.fase_sequencia, e.fase_culpada
