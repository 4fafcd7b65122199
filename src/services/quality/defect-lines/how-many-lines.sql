-- Of how many lines the list is, on all its pages.
-- In psql: \set of_id NULL \set class NULL \set descricao_id NULL \set from NULL \set to NULL \set produto_id NULL \set familia NULL
-- \set first_inspection NULL \set fase_id NULL \set gravidade NULL \set detecting_fase_id NULL
SELECT coalesce(sum(e.errors), 0)::int AS lines
FROM agg_error_day e
WHERE (:of_id::int IS NULL OR e.of_id = :of_id) AND (:class::text IS NULL OR e.class = :class) AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
  AND (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
  AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
  AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:from::date IS NULL OR e.first_inspection_day >= :from) AND (:to::date IS NULL OR e.first_inspection_day <= :to)
