-- What one culprit phase did in a period: its defects, and the boats that have one, by the phase that is their first inspection.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set fase_id 1 \set boat_defect_classes '''{BOAT_DEFECT,UNKNOWN}'''
SELECT first_inspection, e.defects, e.severity_1, e.severity_2, e.severity_3, e.defects_unknown, c.with_defect, c.with_severity_2, c.with_severity_3
FROM (
  SELECT first_inspection, sum(errors)::int AS defects, sum(errors_severity_1)::int AS severity_1, sum(errors_severity_2)::int AS severity_2,
         sum(errors_severity_3)::int AS severity_3, coalesce(sum(errors) FILTER (WHERE class = 'UNKNOWN'), 0)::int AS defects_unknown
  FROM errors_of_period(:from::date, :to::date, :produto_id::int)
  WHERE fase_culpada = :fase_id::int AND class = ANY(:boat_defect_classes::text[])
    AND (:familia::text IS NULL OR familia = :familia) AND (:first_inspection::int IS NULL OR first_inspection = :first_inspection)
  GROUP BY first_inspection
) e JOIN (
  SELECT c.first_inspection, sum(c.orders)::int AS with_defect, sum(c.orders_severity_2)::int AS with_severity_2, sum(c.orders_severity_3)::int AS with_severity_3
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_culprit c ON c.grain = p.grain AND c.start_day >= p.from_day AND c.start_day < p.before
  WHERE c.fase_culpada = :fase_id::int AND (:produto_id::int IS NULL OR c.produto_id = :produto_id)
    AND (:familia::text IS NULL OR c.familia = :familia) AND (:first_inspection::int IS NULL OR c.first_inspection = :first_inspection)
  GROUP BY c.first_inspection
) c USING (first_inspection)
