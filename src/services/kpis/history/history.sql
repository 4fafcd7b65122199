-- The figures as they stood on each day, the latest first. A state outside the chain of states that leads to the published
-- one was withdrawn: `withdrawn_by` is the latest rollback after it that went back to an earlier run.
-- In psql: \set from NULL \set to NULL \set indicator NULL \set after_day NULL \set after_indicator NULL \set rows 51
WITH RECURSIVE chain AS (
  SELECT r.run_id, CASE r.kind WHEN 'rollback' THEN r.source_run_id ELSE r.base_run_id END AS before
  FROM publication p JOIN ingestion_runs r USING (run_id)
  UNION ALL
  SELECT r.run_id, CASE r.kind WHEN 'rollback' THEN r.source_run_id ELSE r.base_run_id END
  FROM chain c JOIN ingestion_runs r ON r.run_id = c.before
), states AS (
  SELECT run_id, run_id AS state FROM ingestion_runs WHERE kind <> 'rollback'
  UNION ALL
  SELECT r.run_id, e.state FROM states e JOIN ingestion_runs r ON r.kind = 'rollback' AND r.source_run_id = e.run_id
)
SELECT k.day, k.indicator, k.value, k.rows, k.definition, k.run_id::int AS run_id, k.as_of,
       CASE WHEN e.state NOT IN (SELECT run_id FROM chain) THEN (
         SELECT max(b.run_id)::int FROM ingestion_runs b
         WHERE b.kind = 'rollback' AND b.status = 'completed' AND b.run_id > k.run_id AND b.source_run_id < k.run_id) END AS withdrawn_by
FROM kpi_snapshot k JOIN states e ON e.run_id = k.run_id
WHERE k.day >= coalesce(:from::date, '-infinity') AND k.day <= coalesce(:to::date, 'infinity')
  AND (:indicator::text IS NULL OR k.indicator = :indicator)
  AND (:after_day::date IS NULL OR (-(k.day - date '2000-01-01'), k.indicator COLLATE "C") > (-(:after_day::date - date '2000-01-01'), :after_indicator::text))
ORDER BY k.day DESC, k.indicator COLLATE "C"
LIMIT :rows::int
