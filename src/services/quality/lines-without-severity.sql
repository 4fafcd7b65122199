-- Error lines without a severity, of the boats that passed their first inspection in a period: any of them may be of the one asked for.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set fase_id NULL
-- \set classes '''{BOAT_DEFECT,UNKNOWN}''' \set descricao_id NULL \set detecting_fase_id NULL
SELECT coalesce(sum(e.errors - e.errors_severity_1 - e.errors_severity_2 - e.errors_severity_3), 0)::int AS lines
FROM errors_of_period(:from::date, :to::date, :produto_id::int) e
WHERE e.class = ANY (:classes::text[]) AND (:familia::text IS NULL OR e.familia = :familia) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
  AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id) AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
  AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
