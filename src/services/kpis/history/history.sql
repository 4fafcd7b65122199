-- The figures as they stood on each day, the latest first. A state that the published one does not go on from was withdrawn
-- by a rollback: the last one since that went back behind it. A rollback has the state of the run that it goes back to.
-- In psql: \set from NULL \set to NULL \set indicator NULL \set after_day NULL \set after_indicator NULL \set rows 51
WITH RECURSIVE cadeia AS (
  SELECT r.run_id, CASE r.kind WHEN 'rollback' THEN r.source_run_id ELSE r.base_run_id END AS antes
  FROM publication p JOIN ingestion_runs r USING (run_id)
  UNION ALL
  SELECT r.run_id, CASE r.kind WHEN 'rollback' THEN r.source_run_id ELSE r.base_run_id END
  FROM cadeia c JOIN ingestion_runs r ON r.run_id = c.antes
), estados AS (
  SELECT run_id, run_id AS estado FROM ingestion_runs WHERE kind <> 'rollback'
  UNION ALL
  SELECT r.run_id, e.estado FROM estados e JOIN ingestion_runs r ON r.kind = 'rollback' AND r.source_run_id = e.run_id
)
SELECT k.dia AS day, k.indicador AS indicator, k.valor AS value, k.linhas AS rows, k.definicao AS definition, k.run_id::int AS run_id, k.as_of,
       CASE WHEN e.estado NOT IN (SELECT run_id FROM cadeia) THEN (
         SELECT max(b.run_id)::int FROM ingestion_runs b
         WHERE b.kind = 'rollback' AND b.status = 'completed' AND b.run_id > k.run_id AND b.source_run_id < k.run_id) END AS withdrawn_by
FROM kpi_snapshot k JOIN estados e ON e.run_id = k.run_id
WHERE k.dia >= coalesce(:from::date, '-infinity') AND k.dia <= coalesce(:to::date, 'infinity')
  AND (:indicator::text IS NULL OR k.indicador = :indicator)
  AND (:after_day::date IS NULL OR (-(k.dia - date '2000-01-01'), k.indicador COLLATE "C") > (-(:after_day::date - date '2000-01-01'), :after_indicator::text))
ORDER BY k.dia DESC, k.indicador COLLATE "C"
LIMIT :rows::int
