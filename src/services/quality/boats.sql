-- Boats that passed their first inspection. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL
SELECT coalesce(sum(q.boats), 0)::int AS boats
FROM periods_of(:from::date, :to::date) p
JOIN agg_period_quality q ON q.grain = p.grain AND q.start_day >= p.from_day AND q.start_day < p.before
WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia)
  AND (:first_inspection::int IS NULL OR q.first_inspection = :first_inspection)
