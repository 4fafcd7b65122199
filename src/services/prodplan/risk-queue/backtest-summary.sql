-- What the backtest comes to: by population and family (all: together), its ratio with the interval, and the coverage of each quantile.
-- In psql: \set populacao NULL \set familia NULL
SELECT r.populacao AS population, r.familia AS family, r.cortes AS cutoffs, r.melhor_em AS cutoffs_better,
       r.razao AS ratio, r.razao_baixo AS ratio_low, r.razao_alto AS ratio_high, s.orders, s.quantiles
FROM previsao_ensaio_razao r CROSS JOIN LATERAL (
  SELECT max(q.ordens)::int AS orders,
         jsonb_agg(jsonb_build_object('quantile', q.quantil, 'loss_days', q.perda / q.ordens, 'baseline_loss_days', q.perda_base / q.ordens,
           'ratio', q.perda / nullif(q.perda_base, 0), 'judged', q.julgadas, 'covered', q.cobertas, 'coverage', q.cobertas::float8 / nullif(q.julgadas, 0),
           'baseline_coverage', q.cobertas_base::float8 / nullif(q.julgadas_base, 0)) ORDER BY q.quantil) AS quantiles
  FROM (
    SELECT c.quantil, sum(c.ordens) AS ordens, sum(c.perda) AS perda, sum(c.perda_base) AS perda_base, sum(c.julgadas) AS julgadas, sum(c.cobertas) AS cobertas,
           sum(c.julgadas_base) AS julgadas_base, sum(c.cobertas_base) AS cobertas_base
    FROM previsao_ensaio_corte c WHERE c.populacao = r.populacao AND (r.familia = 'all' OR c.familia = r.familia) GROUP BY c.quantil) q
) s
WHERE (:populacao::text IS NULL OR r.populacao = :populacao) AND (:familia::text IS NULL OR r.familia = :familia)
ORDER BY r.populacao DESC, r.familia <> 'all', r.familia
