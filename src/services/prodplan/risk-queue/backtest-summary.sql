-- What the backtest comes to: by population and family (all: together), its ratio with the interval, and the coverage of each quantile.
-- In psql: \set population NULL \set familia NULL
SELECT r.population, r.familia AS family, r.cutoffs, r.cutoffs_better,
       r.ratio, r.ratio_low, r.ratio_high, s.orders, s.quantiles
FROM forecast_backtest_ratio r CROSS JOIN LATERAL (
  SELECT max(q.orders)::int AS orders,
         jsonb_agg(jsonb_build_object('quantile', q.quantile, 'loss_days', q.loss / q.orders, 'baseline_loss_days', q.loss_base / q.orders,
           'ratio', q.loss / nullif(q.loss_base, 0), 'judged', q.judged, 'covered', q.covered, 'coverage', q.covered::float8 / nullif(q.judged, 0),
           'baseline_coverage', q.covered_base::float8 / nullif(q.judged_base, 0)) ORDER BY q.quantile) AS quantiles
  FROM (
    SELECT c.quantile, sum(c.orders) AS orders, sum(c.loss) AS loss, sum(c.loss_base) AS loss_base, sum(c.judged) AS judged, sum(c.covered) AS covered,
           sum(c.judged_base) AS judged_base, sum(c.covered_base) AS covered_base
    FROM forecast_backtest_cutoff c WHERE c.population = r.population AND (r.familia = 'all' OR c.familia = r.familia) GROUP BY c.quantile) q
) s
WHERE (:population::text IS NULL OR r.population = :population) AND (:familia::text IS NULL OR r.familia = :familia)
ORDER BY r.population DESC, r.familia <> 'all', r.familia
