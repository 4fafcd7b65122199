-- Boats that have error lines which pass the filters, with how many, as two columns; the boats with most of them first.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set fase_id NULL \set gravidade NULL
-- \set classes '''{BOAT_DEFECT,UNKNOWN}''' \set descricao_id NULL \set detecting_fase_id NULL
WITH boats AS (
  SELECT e.of_id, sum(e.errors)::int AS rows
  FROM agg_error_day e
  WHERE (:from::date IS NULL OR e.first_inspection_day >= :from) AND (:to::date IS NULL OR e.first_inspection_day <= :to)
    AND e.class = ANY (:classes::text[]) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
    AND (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
    AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id) AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
  GROUP BY 1
)
SELECT count(*)::int AS orders, coalesce(sum(rows), 0)::int AS lines,
       coalesce(array_agg(of_id ORDER BY rows DESC, of_id DESC), '{}') AS of_id,
       coalesce(array_agg(rows ORDER BY rows DESC, of_id DESC), '{}') AS lines_of
FROM boats
