-- The forecast at past days, from what had happened by then, held against what came: by cut-off, family and quantile.
-- In psql: \set populacao NULL \set familia NULL \set quantil NULL
SELECT populacao AS population, corte AS cutoff_day, familia AS family, quantil AS quantile, ordens AS orders,
       perda / ordens AS loss_days, perda_base / ordens AS baseline_loss_days, perda / nullif(perda_base, 0) AS ratio,
       julgadas AS judged, cobertas AS covered, cobertas::float8 / nullif(julgadas, 0) AS coverage,
       cobertas_base::float8 / nullif(julgadas_base, 0) AS baseline_coverage
FROM previsao_ensaio_corte
WHERE (:populacao::text IS NULL OR populacao = :populacao)
  AND (:familia::text IS NULL OR familia = :familia)
  AND (:quantil::float8 IS NULL OR quantil = :quantil)
ORDER BY populacao DESC, corte, familia, quantil
