-- What the outlook told of past weeks and what came, by how far ahead; and the last weeks one by one, from which the interval is told.
-- In psql: \set weeks 52
SELECT horizon_days, count(*)::int AS weeks_tried, count(low)::int AS weeks_judged,
       (count(*) FILTER (WHERE came BETWEEN low AND high))::int AS weeks_covered,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY abs(came - expected) / greatest(came, 1)) AS median_error,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY abs(came - pace) / greatest(came, 1)) AS median_error_pace,
       (array_agg(expected ORDER BY origin_day DESC))[1:(:weeks)::int] AS last_expected,
       (array_agg(came ORDER BY origin_day DESC))[1:(:weeks)::int] AS last_came
FROM forecast_origin_output GROUP BY horizon_days ORDER BY horizon_days
