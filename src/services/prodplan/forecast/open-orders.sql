-- Orders still to be delivered with their forecast and what a reason is told from, the first expected first. Days standing as the schedule counts them.
SELECT o.of_id, o.produto_id, o.produto_nome, o.familia, o.fase_id, o.fase_nome, o.state, o.due_day, o.due_status,
       o.age_days,
       o.due_day - p.as_of::date AS days_left, o.days_p50 AS remaining_days_median, o.days_p80 AS remaining_days_p80,
       o.days_p90 AS remaining_days_p90, o.days_p95 AS remaining_days_p95, o.expected_day AS expected_finish_day,
       o.phases - o.phases_done AS phases_left, o.reworks - o.reworks_done AS reworks_left,
       p.as_of::date - o.phase_since::date AS standing_days,
       CASE WHEN o.days_p50 IS NULL THEN coalesce(o.no_forecast_reason, 'NO_HISTORY') END AS no_forecast_reason
FROM order_facts o CROSS JOIN publication p
WHERE o.is_open
ORDER BY o.days_p50 NULLS LAST, o.of_id
