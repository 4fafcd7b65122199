-- The figures as they stood on each day, the latest first.
-- In psql: \set from NULL \set to NULL \set indicator NULL \set after_day NULL \set after_indicator NULL \set rows 51
SELECT dia AS day, indicador AS indicator, valor AS value, linhas AS rows, definicao AS definition, run_id::int AS run_id, as_of
FROM kpi_snapshot
WHERE dia >= coalesce(:from::date, '-infinity') AND dia <= coalesce(:to::date, 'infinity')
  AND (:indicator::text IS NULL OR indicador = :indicator)
  AND (:after_day::date IS NULL OR (-(dia - date '2000-01-01'), indicador COLLATE "C") > (-(:after_day::date - date '2000-01-01'), :after_indicator::text))
ORDER BY dia DESC, indicador COLLATE "C"
LIMIT :rows::int
