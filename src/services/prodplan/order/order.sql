-- Everything that is known of one order. \set of_id 897069
SELECT f.of_id, f.produto_id, f.produto_nome, f.familia, f.fase_id, f.fase_nome, f.estado AS state, f.due_status,
       coalesce(f.aberta AND f.idade_dias > :zombie_days, false) AS is_zombie,
       f.dia_criacao AS created_day, f.acabada_em AS finished_at, f.dia_previsto AS due_day, f.due_first, f.due_slips, f.idade_dias AS age_days,
       f.lead_dias AS lead_time_days, f.fase_desde AS phase_since, f.fase_em_curso AS phase_in_hand,
       f.fases AS phases, f.fases_concluidas AS phases_done, f.retornos_concluidos AS reworks_done,
       f.erros AS errors, f.erros_graves AS severe_errors,
       f.iniciada_em AS started_at, f.ultima_actividade AS last_activity_at, f.fases_abertas AS phases_open,
       f.retornos AS reworks, f.peso_medido::float8 AS weight_kg,
       f.data_futura AS has_date_in_future, f.data_contraditoria AS finishes_before_creation,
       f.late_chance, f.dia_esperado AS expected_finish_day, f.dias_p50 AS remaining_days_median,
       f.dias_p80 AS remaining_days_p80, f.dias_p90 AS remaining_days_p90, f.dias_p95 AS remaining_days_p95,
       nullif(f.casos, 0) AS forecast_sample, f.razao AS no_forecast_reason,
       m.produto_id IS NOT NULL AS product_is_known,
       nullif(m.produto_peso_desmolde, 0)::float8 AS model_demould_kg,
       nullif(m.produto_peso_acabamento, 0)::float8 AS model_finished_kg,
       nullif(m.produto_qtd_gel_deck, 0)::float8 AS model_gelcoat_deck_kg,
       nullif(m.produto_qtd_gel_casco, 0)::float8 AS model_gelcoat_hull_kg
FROM ordem_factos f LEFT JOIN modelos m ON m.produto_id = f.produto_id
WHERE f.of_id = :of_id
