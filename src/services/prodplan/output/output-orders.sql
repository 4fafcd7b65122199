-- Orders still to be delivered, with a forecast and without one.
SELECT (count(*) FILTER (WHERE f.days_p50 IS NOT NULL))::int AS with_forecast,
       (count(*) FILTER (WHERE f.days_p50 IS NULL))::int AS without_forecast
FROM agg_order a LEFT JOIN forecast_order f ON f.of_id = a.of_id WHERE a.is_open
