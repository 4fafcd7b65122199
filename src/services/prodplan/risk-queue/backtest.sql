-- The forecast at past days, from what had happened by then, held against what came: by cut-off, family and quantile.
-- In psql: \set population NULL \set familia NULL \set quantile NULL
SELECT population, cutoff_day, familia AS family, quantile, orders,
       loss / orders AS loss_days, loss_base / orders AS baseline_loss_days, loss / nullif(loss_base, 0) AS ratio,
       judged, covered, covered::float8 / nullif(judged, 0) AS coverage,
       covered_base::float8 / nullif(judged_base, 0) AS baseline_coverage
FROM forecast_backtest_cutoff
WHERE (:population::text IS NULL OR population = :population)
  AND (:familia::text IS NULL OR familia = :familia)
  AND (:quantile::float8 IS NULL OR quantile = :quantile)
ORDER BY population DESC, cutoff_day, familia, quantile
