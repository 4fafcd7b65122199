-- The boats of one product by the day of their first inspection, and their error lines on that same day.
-- In psql: \set produto_id 1 \set familia NULL \set first_inspection NULL
SELECT start_day AS day, date_trunc('week', start_day)::date AS week, boats, defects, mould_lines, passed_lines
FROM agg_period_quality
WHERE produto_id = :produto_id::int AND grain = 'day' AND (:familia::text IS NULL OR familia = :familia)
  AND (:first_inspection::int IS NULL OR first_inspection = :first_inspection)
