-- Everything that is known of one order.
-- In psql: \set of_id 897069 \set zombie_days 365
SELECT f.of_id, f.produto_id, f.produto_nome, f.familia, f.fase_id, f.fase_nome, f.state, f.due_status,
       coalesce(f.is_open AND f.age_days > :zombie_days, false) AS is_zombie,
       f.created_day, f.finished_at, f.due_day, f.due_first, f.due_slips, f.age_days,
       f.lead_time_days, f.phase_since, f.phase_in_hand,
       f.phases, f.phases_done, f.reworks_done,
       f.errors, f.severe_errors,
       f.started_at, f.last_activity_at, f.phases_open,
       f.reworks, f.measured_kg::float8 AS weight_kg,
       f.has_date_in_future, f.finishes_before_creation,
       f.late_chance, f.expected_day AS expected_finish_day, f.days_p50 AS remaining_days_median,
       f.days_p80 AS remaining_days_p80, f.days_p90 AS remaining_days_p90, f.days_p95 AS remaining_days_p95,
       nullif(f.cases, 0) AS forecast_sample, f.no_forecast_reason,
       m.produto_id IS NOT NULL AS product_is_known,
       nullif(m.produto_peso_desmolde, 0)::float8 AS model_demould_kg,
       nullif(m.produto_peso_acabamento, 0)::float8 AS model_finished_kg,
       nullif(m.produto_qtd_gel_deck, 0)::float8 AS model_gelcoat_deck_kg,
       nullif(m.produto_qtd_gel_casco, 0)::float8 AS model_gelcoat_hull_kg
FROM order_facts f LEFT JOIN modelos m ON m.produto_id = f.produto_id
WHERE f.of_id = :of_id
