-- How the chance of lateness did at the last cut-offs, and what was decided on the first day of each month.
SELECT g.aberta AS is_open, g.casos AS cases, g.auc, g.brier, g.brier_base AS brier_base_rate, g.fiabilidade AS reliability,
       (SELECT jsonb_agg(jsonb_build_object('month_day', s.corte, 'resolved', s.resolvidas, 'cutoffs', s.cortes, 'skill', s.pericia, 'is_open', s.aberta)
                         ORDER BY s.corte) FROM previsao_atraso_corte s) AS steps
FROM previsao_atraso g
