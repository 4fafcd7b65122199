-- Boats that passed their first inspection in a period and their error lines, by the phase that is the first inspection.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL
SELECT q.first_inspection, sum(q.boats)::int AS orders_past_first_inspection, sum(q.boats_without_defect)::int AS orders_without_defect,
       sum(q.boats_without_severity_2)::int AS orders_without_severity_2, sum(q.boats_without_severity_3)::int AS orders_without_severity_3,
       sum(q.defects)::int AS defects, sum(q.defects_severity_1)::int AS severity_1, sum(q.defects_severity_2)::int AS severity_2,
       sum(q.defects_severity_3)::int AS severity_3, sum(q.defects_without_culprit)::int AS defects_without_culprit,
       sum(q.defects_culprit_missing)::int AS defects_culprit_missing,
       sum(q.defects_unknown)::int AS defects_unknown, sum(q.mould_lines)::int AS mould_lines,
       sum(q.passed_lines)::int AS passed_lines
FROM periods_of(:from::date, :to::date) p
JOIN agg_period_quality q ON q.grain = p.grain AND q.start_day >= p.from_day AND q.start_day < p.before
WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id)
  AND (:familia::text IS NULL OR q.familia = :familia) AND (:first_inspection::int IS NULL OR q.first_inspection = :first_inspection)
GROUP BY q.first_inspection HAVING sum(q.boats) > 0 ORDER BY q.first_inspection
