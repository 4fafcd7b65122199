-- Boats with a defect of a culprit phase, by month, first inspection, product and phase; months and days as in the query of the boats.
-- In psql: \set grain '''month''' \set from NULL \set to NULL
WITH ranges AS (
  SELECT '-infinity'::date AS from_day, 'infinity'::date AS before WHERE :grain = 'month'
  UNION ALL SELECT from_day, before FROM periods_of(:from::date, :to::date) WHERE grain = 'day' AND :grain = 'day'
)
SELECT to_char(c.start_day, 'YYYY-MM') AS month, c.first_inspection, c.produto_id, c.fase_culpada AS fase_id, sum(c.orders)::int AS boats
FROM ranges t JOIN agg_period_culprit c ON c.grain = :grain AND c.start_day >= t.from_day AND c.start_day < t.before
WHERE c.fase_culpada IS NOT NULL AND c.orders > 0
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
