-- How many orders ended each phase on each active day of the year before the dump's day, by family, and the boats that were finished in it.
-- Place 1 is the last active day; the dump's own is not over and would count as a whole one.
-- In psql: \set year_days 365
WITH today AS (
  SELECT as_of::date AS day FROM publication
), active AS (
  SELECT day, row_number() OVER (ORDER BY day DESC)::int AS place
  FROM agg_day
  -- agg_phase_recent goes back as far.
  WHERE is_active AND day < (SELECT day FROM today) AND day > (SELECT day FROM today) - :year_days
), done AS (
  SELECT d.familia, d.fase_id, array_agg(a.place) AS places, array_agg(d.orders) AS counts
  FROM active a JOIN agg_phase_recent d ON d.day = a.day GROUP BY 1, 2
), boats AS (
  SELECT e.familia, sum(e.finished)::int AS finished_orders
  FROM periods_of((SELECT day FROM today) - (:year_days - 1), (SELECT day FROM today) - 1) p
  JOIN agg_period_delivery e ON e.grain = p.grain AND e.start_day >= p.from_day AND e.start_day < p.before
  GROUP BY 1
)
SELECT y.year_days, y.first_day, y.last_day,
       (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM done d) AS done,
       (SELECT coalesce(jsonb_object_agg(familia, finished_orders), '{}') FROM boats) AS boats
FROM (SELECT count(*)::int AS year_days, max(day) AS last_day, min(day) FILTER (WHERE place <= 20) AS first_day FROM active) y
