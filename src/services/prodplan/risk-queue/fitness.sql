-- The backtest in one row: does the forecast beat the base rate, and on how many of the cut-off days did it not?
SELECT a.cortes AS cutoffs, a.ordens AS orders, a.atrasadas AS late, a.brier, a.brier_base AS brier_base_rate, a.melhor AS is_better,
       (SELECT count(*)::int FROM previsao_backtest WHERE brier >= brier_base) AS cutoffs_not_better
FROM previsao_aptidao a
