-- How the chance of lateness did at the last cut-offs, and what was decided on the first day of each month.
SELECT g.is_open, g.cases, g.auc, g.brier, g.brier_base AS brier_base_rate, g.reliability,
       (SELECT jsonb_agg(jsonb_build_object('month_day', s.cutoff_day, 'resolved', s.resolved, 'cutoffs', s.cutoffs, 'skill', s.skill, 'is_open', s.is_open)
                         ORDER BY s.cutoff_day) FROM forecast_lateness_cutoff s) AS steps
FROM forecast_lateness g
