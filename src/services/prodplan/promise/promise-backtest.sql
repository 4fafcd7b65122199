-- Of the new orders of a family at past cut-offs, the share finished by the day that each quantile told: of all months, and by quarter of the year.
-- In psql: \set familia NULL
SELECT quantile, CASE WHEN grouping(q.quarter) = 1 THEN NULL ELSE q.quarter END AS quarter,
       count(DISTINCT cutoff_day)::int AS cutoffs, sum(judged)::int AS judged, sum(covered)::int AS covered,
       sum(covered)::float8 / nullif(sum(judged), 0) AS coverage
FROM forecast_backtest_cutoff CROSS JOIN LATERAL (SELECT extract(quarter FROM cutoff_day)::int AS quarter) q
WHERE population = 'NEW' AND (:familia::text IS NULL OR familia = :familia)
GROUP BY GROUPING SETS ((quantile), (quantile, q.quarter)) ORDER BY quantile, quarter NULLS FIRST
