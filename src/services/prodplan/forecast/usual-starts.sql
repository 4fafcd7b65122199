-- Of each family the days from creation to the first phase begun, in orders finished in the year before the dump's day.
-- In psql: \set year_days 365
SELECT a.familia, count(*)::int AS orders, percentile_disc(0.5) WITHIN GROUP (ORDER BY a.started_at::date - a.created_day) AS median_days
FROM agg_order a CROSS JOIN publication p
WHERE a.state = 'DONE' AND a.finished_day >= p.as_of::date - :year_days AND a.finished_day <= p.as_of::date AND a.started_at::date >= a.created_day
GROUP BY a.familia
