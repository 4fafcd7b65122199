-- The forecast at past days, from what had happened by then, held against what came.
SELECT corte AS cutoff_day, ordens AS orders, atrasadas AS late, sem_previsao AS without_forecast,
       brier, brier_base AS brier_base_rate, taxa_base AS base_rate
FROM previsao_backtest ORDER BY corte
