-- Defects by phase, as culprit and as detector, and boats with a defect of the phase.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set boat_defect_classes '''{BOAT_DEFECT,UNKNOWN}'''
WITH errors AS MATERIALIZED (
  SELECT fase_avaliacao, fase_culpada, sum(errors) AS n, sum(errors_severity_1) AS g1, sum(errors_severity_2) AS g2, sum(errors_severity_3) AS g3
  FROM errors_of_period(:from::date, :to::date, :produto_id::int)
  WHERE class = ANY(:boat_defect_classes::text[]) AND (:familia::text IS NULL OR familia = :familia)
    AND (:first_inspection::int IS NULL OR first_inspection = :first_inspection)
  GROUP BY 1, 2
), caused AS (
  SELECT fase_culpada AS fase_id, sum(n)::int AS n, sum(g1)::int AS g1, sum(g2)::int AS g2, sum(g3)::int AS g3 FROM errors GROUP BY 1
), found AS (
  SELECT fase_avaliacao AS fase_id, sum(n)::int AS n FROM errors GROUP BY 1
), orders AS (
  SELECT c.fase_culpada AS fase_id, sum(c.orders)::int AS n
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_culprit c ON c.grain = p.grain AND c.start_day >= p.from_day AND c.start_day < p.before
  WHERE c.fase_culpada IS NOT NULL AND (:produto_id::int IS NULL OR c.produto_id = :produto_id)
    AND (:familia::text IS NULL OR c.familia = :familia) AND (:first_inspection::int IS NULL OR c.first_inspection = :first_inspection)
  GROUP BY 1
)
SELECT fase_id, f.fase_nome, coalesce(c.n, 0) AS defects_caused, coalesce(c.g1, 0) AS severity_1,
       coalesce(c.g2, 0) AS severity_2, coalesce(c.g3, 0) AS severity_3, coalesce(e.n, 0) AS defects_detected,
       coalesce(o.n, 0) AS orders_with_defect,
       (SELECT coalesce(sum(n), 0)::int FROM errors) AS all_defects,
       (SELECT coalesce(sum(n), 0)::int FROM errors WHERE fase_culpada IS NULL) AS without_culprit
FROM caused c FULL JOIN found e USING (fase_id) FULL JOIN orders o USING (fase_id)
LEFT JOIN fases_catalogo f USING (fase_id)
ORDER BY coalesce(c.n, 0) DESC, fase_id
