-- Of the last weeks whose outcome is known, the factor by which the hazard of every boat would have had to be multiplied; and how far off the intervals were.
-- In psql: \set weeks 52
SELECT horizon_days, (array_agg(factor ORDER BY origin_day DESC))[1:(:weeks)::int] AS factors,
       count(low)::int AS weeks_judged, (count(*) FILTER (WHERE came BETWEEN low AND high))::int AS weeks_covered
FROM forecast_origin_open GROUP BY horizon_days ORDER BY horizon_days
