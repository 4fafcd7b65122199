-- Of which state the kept backtest is, and whether it is the published one.
SELECT e.run_id, e.as_of::text AS as_of, e.feito_em::text AS computed_at, e.cortes AS cutoffs, e.censura_dias AS censor_days,
       e.run_id = p.run_id AS is_of_published_run, (p.as_of::date - e.as_of::date) AS days_behind
FROM previsao_ensaio e CROSS JOIN publication p
