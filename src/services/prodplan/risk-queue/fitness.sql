-- The backtest in one row: does the forecast beat the base rate?
SELECT cortes AS cutoffs, ordens AS orders, atrasadas AS late, brier, brier_base AS brier_base_rate, melhor AS is_better
FROM previsao_aptidao
