-- An order with its names, age, due status and forecast: late by the rule of src/contract/factory/late.ts, and at risk by its forecast (due_status).
CREATE VIEW order_facts AS
SELECT a.of_id, a.produto_id, p.produto_nome, a.familia, a.fase_id, c.fase_nome, c.fase_sequencia,
       c.fase_de_producao, c.fase_automatica, a.state, a.is_open, a.created_day, a.finished_at, a.finished_day,
       a.due_day, a.lead_time_days, a.started_at, a.phase_since, a.phase_in_hand, a.last_activity_at,
       a.phases, a.phases_done, a.phases_open, a.reworks, a.reworks_done, a.errors, a.severe_errors,
       a.measured_kg, a.has_date_in_future, a.finishes_before_creation, a.search_text,
       (SELECT as_of::date FROM publication) - a.created_day AS age_days,
       -- What most orders are comes first; a forecast is looked up for open ones only.
       CASE
         WHEN a.state = 'SCRAPPED' THEN NULL
         WHEN a.due_day IS NULL THEN 'NO_DUE'
         WHEN a.is_open THEN
           CASE
             WHEN a.due_day < (SELECT as_of::date FROM publication) THEN 'LATE'
             WHEN (SELECT f.days_p50 FROM forecast_order f WHERE f.of_id = a.of_id) > a.due_day - (SELECT as_of::date FROM publication) THEN 'AT_RISK'
             ELSE 'ON_TRACK'
           END
         -- Finished on a day that is missing or lies: on time while its due day is not over, afterwards nobody can tell.
         WHEN a.lead_time_days IS NULL AND (a.finished_day IS NULL OR a.finishes_before_creation OR a.finished_at > (SELECT as_of FROM publication))
           THEN CASE WHEN a.due_day >= (SELECT as_of::date FROM publication) THEN 'ON_TRACK' END
         WHEN a.finished_day > a.due_day THEN 'LATE'
         ELSE 'ON_TRACK'
       END AS due_status,
       v.days_p50, v.days_p80, v.days_p90, v.days_p95, (SELECT as_of::date FROM publication) + v.days_p50 AS expected_day, v.product_factor, v.cases, v.no_forecast_reason,
       -- Looked up only where they are asked for.
       (SELECT x.day FROM seen_due_day x WHERE x.of_id = a.of_id AND x.withdrawn_by IS NULL AND NOT x.is_finished AND x.day IS NOT NULL
        ORDER BY x.run_id LIMIT 1) AS due_first,
       (SELECT count(*)::int FROM seen_due_day x WHERE x.of_id = a.of_id AND x.withdrawn_by IS NULL AND x.day > x.previous_day) AS due_slips,
       CASE WHEN a.is_open THEN (SELECT CASE WHEN a.due_day < p.as_of::date THEN 1.0
           ELSE 1 / (1 + exp(-(g.a + g.b * ln(s.share / (1 - s.share)) + g.c * ln(1 + (a.due_day - p.as_of::date))))) END
         FROM forecast_lateness g CROSS JOIN publication p CROSS JOIN (SELECT least(0.999, greatest(0.001, v.share_after_due)) AS share) s
         WHERE g.is_open AND (v.share_after_due IS NOT NULL OR a.due_day < p.as_of::date)) END AS late_chance
FROM agg_order a
LEFT JOIN agg_product p ON p.produto_id = a.produto_id
LEFT JOIN fases_catalogo c ON c.fase_id = a.fase_id
LEFT JOIN forecast_order v ON v.of_id = a.of_id;
