-- Boats of one product that passed their first inspection in a period, and all their error lines, by the phase that is the first inspection.
-- In psql: \set from NULL \set to NULL \set produto_id 1 \set familia NULL \set first_inspection NULL
SELECT q.first_inspection, sum(q.boats)::int AS boats, sum(q.defects + q.mould_lines + q.passed_lines)::int AS lines
FROM periods_of(:from::date, :to::date) p
JOIN agg_period_quality q ON q.grain = p.grain AND q.start_day >= p.from_day AND q.start_day < p.before
WHERE q.produto_id = :produto_id::int
  AND (:familia::text IS NULL OR q.familia = :familia) AND (:first_inspection::int IS NULL OR q.first_inspection = :first_inspection)
GROUP BY q.first_inspection HAVING sum(q.boats) > 0
