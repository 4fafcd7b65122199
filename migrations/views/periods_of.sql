-- Cuts a period into whole years, whole months and days, so that sums of each grain add up to it; without a period it is all.
CREATE FUNCTION periods_of(first_day date, last_day date) RETURNS TABLE (grain text, from_day date, before date)
LANGUAGE sql IMMUTABLE ROWS 5 AS $$
  WITH edges AS (
    SELECT coalesce(first_day, '-infinity')::timestamp AS a, coalesce(last_day, 'infinity')::timestamp + interval '1 day' AS b
  ), whole AS (
    SELECT a, b,
           date_trunc('month', a + interval '1 month' - interval '1 day') AS m1, date_trunc('month', b) AS m2,
           date_trunc('year', a + interval '1 year' - interval '1 day') AS y1, date_trunc('year', b) AS y2
    FROM edges
  )
  SELECT v.grain, v.from_day::date, v.before::date
  FROM whole CROSS JOIN LATERAL (VALUES
    ('all', '-infinity'::timestamp, CASE WHEN first_day IS NULL AND last_day IS NULL THEN 'infinity'::timestamp END),
    ('year', y1, y2),
    ('month', m1, least(y1, m2)),
    ('month', CASE WHEN y1 <= y2 THEN y2 END, m2),
    ('day', a, least(m1, b)),
    ('day', CASE WHEN m1 <= m2 THEN m2 END, b)
  ) v (grain, from_day, before)
  WHERE v.from_day < v.before AND ((first_day IS NULL AND last_day IS NULL) = (v.grain = 'all'))
$$;
