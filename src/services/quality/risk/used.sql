-- Boats and defects that are compared with each other, and those that cannot be: without a product, without a culprit.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL
SELECT coalesce(sum(q.boats) FILTER (WHERE is_asked), 0)::int AS boats_asked,
       coalesce(sum(q.boats + q.defects - q.defects_without_culprit) FILTER (WHERE q.produto_id IS NOT NULL), 0)::int AS rows_used,
       coalesce(sum(q.boats) FILTER (WHERE q.produto_id IS NULL), 0)::int AS boats_without_product,
       coalesce(sum(q.defects - q.defects_without_culprit) FILTER (WHERE q.produto_id IS NULL), 0)::int AS defects_without_product,
       coalesce(sum(q.defects_without_culprit), 0)::int AS defects_without_culprit
FROM periods_of(:from::date, :to::date) p
JOIN agg_period_quality q ON q.grain = p.grain AND q.start_day >= p.from_day AND q.start_day < p.before
CROSS JOIN LATERAL (SELECT (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia) AS is_asked) x
WHERE :first_inspection::int IS NULL OR q.first_inspection = :first_inspection
