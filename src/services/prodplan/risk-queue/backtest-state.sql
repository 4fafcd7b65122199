-- Of which state the kept backtest is, and whether it is the published one.
SELECT e.run_id, e.as_of::text AS as_of, e.computed_at::text AS computed_at, e.cutoffs, e.censor_days,
       e.run_id = p.run_id AS is_of_published_run, (p.as_of::date - e.as_of::date) AS days_behind
FROM forecast_backtest e CROSS JOIN publication p
