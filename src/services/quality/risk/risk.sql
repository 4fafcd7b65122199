-- Boats that passed their first inspection, by month, first inspection and product: of all months (grain 'month'), or of the days with which a
-- period begins and ends within a month (grain 'day').
-- In psql: \set grain '''month''' \set from NULL \set to NULL
WITH ranges AS (
  SELECT '-infinity'::date AS from_day, 'infinity'::date AS before WHERE :grain = 'month'
  UNION ALL SELECT from_day, before FROM periods_of(:from::date, :to::date) WHERE grain = 'day' AND :grain = 'day'
)
SELECT to_char(q.start_day, 'YYYY-MM') AS month, q.first_inspection, q.produto_id, nullif(q.familia, '?') AS familia, sum(q.boats)::int AS boats
FROM ranges t JOIN agg_period_quality q ON q.grain = :grain AND q.start_day >= t.from_day AND q.start_day < t.before
WHERE q.boats > 0
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
