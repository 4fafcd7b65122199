-- The project's own tables, columns and values get English names; the factory's columns keep their Portuguese ones.
-- What every name means stands in docs/GLOSSARY.md.
-- Up Migration

DROP VIEW ordem_nao_listada, erro_cobertura, ordem_cobertura, ordem_factos;
DROP FUNCTION pseudonimo, erros_do_periodo, periodos_de;
ALTER VIEW data_quality_issues RENAME COLUMN chave TO key;

ALTER TABLE agg_dia RENAME TO agg_day;
ALTER TABLE agg_day RENAME COLUMN dia TO day;
ALTER TABLE agg_day RENAME COLUMN fases TO phases;
ALTER TABLE agg_day RENAME COLUMN activo TO is_active;
ALTER TABLE agg_dia_qualidade RENAME TO agg_day_quality;
ALTER TABLE agg_day_quality RENAME COLUMN dia TO day;
ALTER TABLE agg_day_quality RENAME COLUMN porta TO first_inspection;
ALTER TABLE agg_day_quality RENAME COLUMN barcos TO boats;
ALTER TABLE agg_day_quality RENAME COLUMN barcos_sem_defeito TO boats_without_defect;
ALTER TABLE agg_day_quality RENAME COLUMN barcos_sem_g2 TO boats_without_severity_2;
ALTER TABLE agg_day_quality RENAME COLUMN barcos_sem_g3 TO boats_without_severity_3;
ALTER TABLE agg_day_quality RENAME COLUMN defeitos TO defects;
ALTER TABLE agg_day_quality RENAME COLUMN defeitos_g1 TO defects_severity_1;
ALTER TABLE agg_day_quality RENAME COLUMN defeitos_g2 TO defects_severity_2;
ALTER TABLE agg_day_quality RENAME COLUMN defeitos_g3 TO defects_severity_3;
ALTER TABLE agg_day_quality RENAME COLUMN defeitos_sem_culpada TO defects_without_culprit;
ALTER TABLE agg_day_quality RENAME COLUMN defeitos_desconhecidos TO defects_unknown;
ALTER TABLE agg_day_quality RENAME COLUMN linhas_molde TO mould_lines;
ALTER TABLE agg_day_quality RENAME COLUMN linhas_passou TO passed_lines;
ALTER TABLE agg_day_quality RENAME COLUMN linhas_sem_porta TO lines_without_inspection;
ALTER TABLE agg_day_quality RENAME COLUMN acabados_sem_porta TO finished_without_inspection;
ALTER TABLE agg_day_quality RENAME COLUMN defeitos_culpada_em_falta TO defects_culprit_missing;
ALTER TABLE agg_erro_descricao RENAME TO agg_error_text;
ALTER TABLE agg_error_text RENAME COLUMN chave TO key;
ALTER TABLE agg_error_text RENAME COLUMN classe TO class;
ALTER TABLE agg_error_text RENAME COLUMN decidida TO decided;
ALTER TABLE agg_erro_dia RENAME TO agg_error_day;
ALTER TABLE agg_error_day RENAME COLUMN dia TO day;
ALTER TABLE agg_error_day RENAME COLUMN data_fiavel TO has_trusted_day;
ALTER TABLE agg_error_day RENAME COLUMN erros TO errors;
ALTER TABLE agg_error_day RENAME COLUMN classe TO class;
ALTER TABLE agg_error_day RENAME COLUMN porta TO first_inspection;
ALTER TABLE agg_error_day RENAME COLUMN dia_porta TO first_inspection_day;
ALTER TABLE agg_error_day RENAME COLUMN culpada_em_falta TO culprit_is_missing;
ALTER TABLE agg_estado RENAME TO agg_state;
ALTER TABLE agg_state RENAME COLUMN modo TO mode;
ALTER TABLE agg_state RENAME COLUMN segundos TO seconds;
ALTER TABLE agg_fase_dia RENAME TO agg_phase_day;
ALTER TABLE agg_phase_day RENAME COLUMN dia TO day;
ALTER TABLE agg_phase_day RENAME COLUMN fases TO phases;
ALTER TABLE agg_phase_day RENAME COLUMN retornos TO reworks;
ALTER TABLE agg_fase_mediana RENAME TO agg_phase_median;
ALTER TABLE agg_phase_median RENAME COLUMN mediana_segundos TO median_seconds;
ALTER TABLE agg_phase_median RENAME COLUMN p90_segundos TO p90_seconds;
ALTER TABLE agg_fase_mes RENAME TO agg_phase_month;
ALTER TABLE agg_phase_month RENAME COLUMN mes TO month;
ALTER TABLE agg_phase_month RENAME COLUMN fases TO phases;
ALTER TABLE agg_phase_month RENAME COLUMN retornos TO reworks;
ALTER TABLE agg_phase_month RENAME COLUMN segundos TO seconds;
ALTER TABLE agg_fase_recente RENAME TO agg_phase_recent;
ALTER TABLE agg_phase_recent RENAME COLUMN dia TO day;
ALTER TABLE agg_phase_recent RENAME COLUMN ordens TO orders;
ALTER TABLE agg_fase_valor RENAME TO agg_phase_duration;
ALTER TABLE agg_phase_duration RENAME COLUMN segundos TO seconds;
ALTER TABLE agg_funcionario_fase RENAME TO agg_employee_phase;
ALTER TABLE agg_employee_phase RENAME COLUMN mes TO month;
ALTER TABLE agg_employee_phase RENAME COLUMN participacoes TO participations;
ALTER TABLE agg_employee_phase RENAME COLUMN chefias TO led_phases;
ALTER TABLE agg_employee_phase RENAME COLUMN retornos TO reworks;
ALTER TABLE agg_employee_phase RENAME COLUMN segundos TO seconds;
ALTER TABLE agg_ordem RENAME TO agg_order;
ALTER TABLE agg_order RENAME COLUMN estado TO state;
ALTER TABLE agg_order RENAME COLUMN aberta TO is_open;
ALTER TABLE agg_order RENAME COLUMN dia_criacao TO created_day;
ALTER TABLE agg_order RENAME COLUMN acabada_em TO finished_at;
ALTER TABLE agg_order RENAME COLUMN dia_acabamento TO finished_day;
ALTER TABLE agg_order RENAME COLUMN dia_previsto TO due_day;
ALTER TABLE agg_order RENAME COLUMN lead_dias TO lead_time_days;
ALTER TABLE agg_order RENAME COLUMN iniciada_em TO started_at;
ALTER TABLE agg_order RENAME COLUMN dia_desmolde TO demould_day;
ALTER TABLE agg_order RENAME COLUMN fase_desde TO phase_since;
ALTER TABLE agg_order RENAME COLUMN fase_em_curso TO phase_in_hand;
ALTER TABLE agg_order RENAME COLUMN ultima_actividade TO last_activity_at;
ALTER TABLE agg_order RENAME COLUMN fases TO phases;
ALTER TABLE agg_order RENAME COLUMN fases_concluidas TO phases_done;
ALTER TABLE agg_order RENAME COLUMN fases_abertas TO phases_open;
ALTER TABLE agg_order RENAME COLUMN retornos TO reworks;
ALTER TABLE agg_order RENAME COLUMN retornos_concluidos TO reworks_done;
ALTER TABLE agg_order RENAME COLUMN erros TO errors;
ALTER TABLE agg_order RENAME COLUMN erros_graves TO severe_errors;
ALTER TABLE agg_order RENAME COLUMN peso_medido TO measured_kg;
ALTER TABLE agg_order RENAME COLUMN ultima_data TO last_date;
ALTER TABLE agg_order RENAME COLUMN data_futura TO has_date_in_future;
ALTER TABLE agg_order RENAME COLUMN data_contraditoria TO finishes_before_creation;
ALTER TABLE agg_order RENAME COLUMN texto_pesquisa TO search_text;
ALTER TABLE agg_order RENAME COLUMN porta TO first_inspection;
ALTER TABLE agg_order RENAME COLUMN dia_controlo TO final_control_day;
ALTER TABLE agg_order RENAME COLUMN dia_porta TO first_inspection_day;
ALTER TABLE agg_order RENAME COLUMN defeitos TO defects;
ALTER TABLE agg_order RENAME COLUMN defeitos_g2 TO defects_severity_2;
ALTER TABLE agg_order RENAME COLUMN defeitos_g3 TO defects_severity_3;
ALTER TABLE agg_order RENAME COLUMN linhas_molde TO mould_lines;
ALTER TABLE agg_order RENAME COLUMN maior_sequencia TO highest_sequence;
ALTER TABLE agg_periodo_culpa RENAME TO agg_period_culprit;
ALTER TABLE agg_period_culprit RENAME COLUMN grao TO grain;
ALTER TABLE agg_period_culprit RENAME COLUMN inicio TO start_day;
ALTER TABLE agg_period_culprit RENAME COLUMN porta TO first_inspection;
ALTER TABLE agg_period_culprit RENAME COLUMN ordens TO orders;
ALTER TABLE agg_period_culprit RENAME COLUMN ordens_g2 TO orders_severity_2;
ALTER TABLE agg_period_culprit RENAME COLUMN ordens_g3 TO orders_severity_3;
ALTER TABLE agg_period_culprit RENAME COLUMN erros TO errors;
ALTER TABLE agg_period_culprit RENAME COLUMN erros_g1 TO errors_severity_1;
ALTER TABLE agg_period_culprit RENAME COLUMN erros_g2 TO errors_severity_2;
ALTER TABLE agg_period_culprit RENAME COLUMN erros_g3 TO errors_severity_3;
ALTER TABLE agg_periodo_entrega RENAME TO agg_period_delivery;
ALTER TABLE agg_period_delivery RENAME COLUMN grao TO grain;
ALTER TABLE agg_period_delivery RENAME COLUMN inicio TO start_day;
ALTER TABLE agg_period_delivery RENAME COLUMN acabadas TO finished;
ALTER TABLE agg_period_delivery RENAME COLUMN acabadas_com_prazo TO finished_with_lead_time;
ALTER TABLE agg_period_delivery RENAME COLUMN acabadas_com_retorno TO finished_with_rework;
ALTER TABLE agg_period_delivery RENAME COLUMN acabadas_sem_previsao TO finished_without_due;
ALTER TABLE agg_period_delivery RENAME COLUMN acabadas_sem_dia TO finished_without_day;
ALTER TABLE agg_period_delivery RENAME COLUMN fases TO phases;
ALTER TABLE agg_period_delivery RENAME COLUMN retornos TO reworks;
ALTER TABLE agg_period_delivery RENAME COLUMN devidas_a_tempo TO due_on_time;
ALTER TABLE agg_period_delivery RENAME COLUMN devidas_tarde TO due_late;
ALTER TABLE agg_period_delivery RENAME COLUMN devidas_em_aberto TO due_still_open;
ALTER TABLE agg_period_delivery RENAME COLUMN devidas_sem_desfecho TO due_outcome_unknown;
ALTER TABLE agg_periodo_erro RENAME TO agg_period_error;
ALTER TABLE agg_period_error RENAME COLUMN grao TO grain;
ALTER TABLE agg_period_error RENAME COLUMN inicio TO start_day;
ALTER TABLE agg_period_error RENAME COLUMN porta TO first_inspection;
ALTER TABLE agg_period_error RENAME COLUMN classe TO class;
ALTER TABLE agg_period_error RENAME COLUMN erros TO errors;
ALTER TABLE agg_period_error RENAME COLUMN erros_g1 TO errors_severity_1;
ALTER TABLE agg_period_error RENAME COLUMN erros_g2 TO errors_severity_2;
ALTER TABLE agg_period_error RENAME COLUMN erros_g3 TO errors_severity_3;
ALTER TABLE agg_periodo_prazo RENAME TO agg_period_lead_time;
ALTER TABLE agg_period_lead_time RENAME COLUMN grao TO grain;
ALTER TABLE agg_period_lead_time RENAME COLUMN inicio TO start_day;
ALTER TABLE agg_period_lead_time RENAME COLUMN lead_dias TO lead_time_days;
ALTER TABLE agg_period_lead_time RENAME COLUMN ordens TO orders;
ALTER TABLE agg_periodo_qualidade RENAME TO agg_period_quality;
ALTER TABLE agg_period_quality RENAME COLUMN grao TO grain;
ALTER TABLE agg_period_quality RENAME COLUMN inicio TO start_day;
ALTER TABLE agg_period_quality RENAME COLUMN porta TO first_inspection;
ALTER TABLE agg_period_quality RENAME COLUMN barcos TO boats;
ALTER TABLE agg_period_quality RENAME COLUMN barcos_sem_defeito TO boats_without_defect;
ALTER TABLE agg_period_quality RENAME COLUMN barcos_sem_g2 TO boats_without_severity_2;
ALTER TABLE agg_period_quality RENAME COLUMN barcos_sem_g3 TO boats_without_severity_3;
ALTER TABLE agg_period_quality RENAME COLUMN defeitos TO defects;
ALTER TABLE agg_period_quality RENAME COLUMN defeitos_g1 TO defects_severity_1;
ALTER TABLE agg_period_quality RENAME COLUMN defeitos_g2 TO defects_severity_2;
ALTER TABLE agg_period_quality RENAME COLUMN defeitos_g3 TO defects_severity_3;
ALTER TABLE agg_period_quality RENAME COLUMN defeitos_sem_culpada TO defects_without_culprit;
ALTER TABLE agg_period_quality RENAME COLUMN defeitos_desconhecidos TO defects_unknown;
ALTER TABLE agg_period_quality RENAME COLUMN linhas_molde TO mould_lines;
ALTER TABLE agg_period_quality RENAME COLUMN linhas_passou TO passed_lines;
ALTER TABLE agg_period_quality RENAME COLUMN linhas_sem_porta TO lines_without_inspection;
ALTER TABLE agg_period_quality RENAME COLUMN acabados_sem_porta TO finished_without_inspection;
ALTER TABLE agg_period_quality RENAME COLUMN defeitos_culpada_em_falta TO defects_culprit_missing;
ALTER TABLE agg_produto RENAME TO agg_product;
ALTER TABLE agg_product RENAME COLUMN conhecido TO is_known;
ALTER TABLE agg_product RENAME COLUMN texto_pesquisa TO search_text;
ALTER TABLE agg_product RENAME COLUMN ordens TO orders;
ALTER TABLE agg_produto_mes RENAME TO agg_product_month;
ALTER TABLE agg_product_month RENAME COLUMN mes TO month;
ALTER TABLE agg_product_month RENAME COLUMN ordens TO orders;
ALTER TABLE agg_product_month RENAME COLUMN abertas TO still_open;
ALTER TABLE agg_product_month RENAME COLUMN casco_kg TO hull_kg;
ALTER TABLE classificacao_defeito RENAME TO error_text_class;
ALTER TABLE error_text_class RENAME COLUMN classificacao_id TO classification_id;
ALTER TABLE error_text_class RENAME COLUMN chave TO key;
ALTER TABLE error_text_class RENAME COLUMN texto TO text;
ALTER TABLE error_text_class RENAME COLUMN classe TO class;
ALTER TABLE error_text_class RENAME COLUMN quem TO decided_by;
ALTER TABLE error_text_class RENAME COLUMN quando TO decided_at;
ALTER TABLE cobertura RENAME TO coverage;
ALTER TABLE coverage RENAME COLUMN relogio TO placed_by;
ALTER TABLE coverage RENAME COLUMN mes TO month;
ALTER TABLE coverage RENAME COLUMN medida TO measure;
ALTER TABLE coverage RENAME COLUMN linhas TO rows;
ALTER TABLE cobertura_desmolde RENAME TO coverage_inspection_lag;
ALTER TABLE coverage_inspection_lag RENAME COLUMN dias TO days;
ALTER TABLE cobertura_rota RENAME TO coverage_route;
ALTER TABLE coverage_route RENAME COLUMN passos TO steps;
ALTER TABLE ingestion_sheet_runs RENAME COLUMN tabela TO table_name;
ALTER TABLE issue_spans RENAME COLUMN chave TO key;
ALTER TABLE kpi_snapshot RENAME COLUMN dia TO day;
ALTER TABLE kpi_snapshot RENAME COLUMN indicador TO indicator;
ALTER TABLE kpi_snapshot RENAME COLUMN valor TO value;
ALTER TABLE kpi_snapshot RENAME COLUMN linhas TO rows;
ALTER TABLE kpi_snapshot RENAME COLUMN definicao TO definition;
ALTER TABLE linhas_perdidas RENAME TO lost_rows;
ALTER TABLE lost_rows RENAME COLUMN tabela TO table_name;
ALTER TABLE lost_rows RENAME COLUMN dia_criacao TO created_day;
ALTER TABLE lost_rows RENAME COLUMN dia_acabamento TO finished_day;
ALTER TABLE lost_rows RENAME COLUMN dia_desmolde TO inspected_day;
ALTER TABLE lost_rows RENAME COLUMN linhas TO rows;
ALTER TABLE match_rates RENAME COLUMN tabela TO table_name;
ALTER TABLE match_rates RENAME COLUMN coluna TO column_name;
ALTER TABLE match_rates RENAME COLUMN refere_tabela TO referred_table;
ALTER TABLE match_rates RENAME COLUMN refere_coluna TO referred_column;
ALTER TABLE prazo_visto RENAME TO seen_due_day;
ALTER TABLE seen_due_day RENAME COLUMN momento TO as_of;
ALTER TABLE seen_due_day RENAME COLUMN dia TO day;
ALTER TABLE seen_due_day RENAME COLUMN antes TO previous_day;
ALTER TABLE seen_due_day RENAME COLUMN acabada TO is_finished;
ALTER TABLE seen_due_day RENAME COLUMN retirada_por TO withdrawn_by;
ALTER TABLE previsao_atraso RENAME TO forecast_lateness;
ALTER TABLE forecast_lateness RENAME COLUMN aberta TO is_open;
ALTER TABLE forecast_lateness RENAME COLUMN casos TO cases;
ALTER TABLE forecast_lateness RENAME COLUMN fiabilidade TO reliability;
ALTER TABLE previsao_atraso_corte RENAME TO forecast_lateness_cutoff;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN corte TO cutoff_day;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN resolvidas TO resolved;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN cortes TO cutoffs;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN pericia TO skill;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN aberta TO is_open;
ALTER TABLE previsao_ensaio RENAME TO forecast_backtest;
ALTER TABLE forecast_backtest RENAME COLUMN feito_em TO computed_at;
ALTER TABLE forecast_backtest RENAME COLUMN regra TO rule_version;
ALTER TABLE forecast_backtest RENAME COLUMN cortes TO cutoffs;
ALTER TABLE forecast_backtest RENAME COLUMN censura_dias TO censor_days;
ALTER TABLE forecast_backtest RENAME COLUMN segundos TO seconds;
ALTER TABLE previsao_ensaio_corte RENAME TO forecast_backtest_cutoff;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN populacao TO population;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN corte TO cutoff_day;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN quantil TO quantile;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN ordens TO orders;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN perda TO loss;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN perda_base TO loss_base;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN julgadas TO judged;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN cobertas TO covered;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN julgadas_base TO judged_base;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN cobertas_base TO covered_base;
ALTER TABLE previsao_ensaio_razao RENAME TO forecast_backtest_ratio;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN populacao TO population;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN cortes TO cutoffs;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN melhor_em TO cutoffs_better;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN razao TO ratio;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN razao_baixo TO ratio_low;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN razao_alto TO ratio_high;
ALTER TABLE previsao_ordem RENAME TO forecast_order;
ALTER TABLE forecast_order RENAME COLUMN dias_p50 TO days_p50;
ALTER TABLE forecast_order RENAME COLUMN dias_p80 TO days_p80;
ALTER TABLE forecast_order RENAME COLUMN dias_p90 TO days_p90;
ALTER TABLE forecast_order RENAME COLUMN dias_p95 TO days_p95;
ALTER TABLE forecast_order RENAME COLUMN fator TO product_factor;
ALTER TABLE forecast_order RENAME COLUMN casos TO cases;
ALTER TABLE forecast_order RENAME COLUMN razao TO no_forecast_reason;
ALTER TABLE forecast_order RENAME COLUMN parte_depois TO share_after_due;
ALTER TABLE run_changes RENAME COLUMN tabela TO table_name;
ALTER TABLE run_changes RENAME COLUMN chave TO key;
ALTER TABLE run_issues RENAME COLUMN chave TO key;
ALTER TABLE run_rejects RENAME COLUMN chave TO key;
ALTER TABLE segredo_pseudonimos RENAME TO pseudonym_secret;
ALTER TABLE pseudonym_secret RENAME COLUMN sal TO salt;
ALTER INDEX agg_dia_pkey RENAME TO agg_day_pkey;
ALTER INDEX agg_dia_qualidade_pkey RENAME TO agg_day_quality_pkey;
ALTER INDEX agg_erro_descricao_idx RENAME TO agg_error_text_idx;
ALTER INDEX agg_erro_descricao_pkey RENAME TO agg_error_text_pkey;
ALTER INDEX agg_erro_dia_produto_idx RENAME TO agg_error_day_produto_idx;
ALTER INDEX agg_estado_pkey RENAME TO agg_state_pkey;
ALTER INDEX agg_fase_dia_pkey RENAME TO agg_phase_day_pkey;
ALTER INDEX agg_fase_mediana_pkey RENAME TO agg_phase_median_pkey;
ALTER INDEX agg_fase_mes_pkey RENAME TO agg_phase_month_pkey;
ALTER INDEX agg_fase_recente_pkey RENAME TO agg_phase_recent_pkey;
ALTER INDEX agg_fase_valor_pkey RENAME TO agg_phase_duration_pkey;
ALTER INDEX agg_funcionario_fase_funcionario_id_fase_id_mes_key RENAME TO agg_employee_phase_funcionario_id_fase_id_month_key;
ALTER INDEX agg_funcionario_fase_mes_idx RENAME TO agg_employee_phase_month_idx;
ALTER INDEX agg_ordem_aberta_idx RENAME TO agg_order_open_idx;
ALTER INDEX agg_ordem_acabamento_idx RENAME TO agg_order_finished_idx;
ALTER INDEX agg_ordem_criacao_idx RENAME TO agg_order_created_idx;
ALTER INDEX agg_ordem_fase_desde_idx RENAME TO agg_order_fase_desde_idx;
ALTER INDEX agg_ordem_pkey RENAME TO agg_order_pkey;
ALTER INDEX agg_ordem_prazo_idx RENAME TO agg_order_lead_time_idx;
ALTER INDEX agg_ordem_previsto_idx RENAME TO agg_order_due_idx;
ALTER INDEX agg_ordem_produto_idx RENAME TO agg_order_produto_idx;
ALTER INDEX agg_periodo_culpa_idx RENAME TO agg_period_culprit_idx;
ALTER INDEX agg_periodo_culpa_produto_idx RENAME TO agg_period_culprit_produto_idx;
ALTER INDEX agg_periodo_entrega_idx RENAME TO agg_period_delivery_idx;
ALTER INDEX agg_periodo_entrega_produto_idx RENAME TO agg_period_delivery_produto_idx;
ALTER INDEX agg_periodo_erro_culpada_idx RENAME TO agg_period_error_culprit_idx;
ALTER INDEX agg_periodo_erro_idx RENAME TO agg_period_error_idx;
ALTER INDEX agg_periodo_prazo_idx RENAME TO agg_period_lead_time_idx;
ALTER INDEX agg_periodo_qualidade_idx RENAME TO agg_period_quality_idx;
ALTER INDEX agg_periodo_qualidade_produto_idx RENAME TO agg_period_quality_produto_idx;
ALTER INDEX agg_produto_mes_idx RENAME TO agg_product_month_idx;
ALTER INDEX agg_produto_pkey RENAME TO agg_product_pkey;
ALTER INDEX classificacao_defeito_idx RENAME TO error_text_class_idx;
ALTER INDEX classificacao_defeito_pkey RENAME TO error_text_class_pkey;
ALTER INDEX cobertura_desmolde_pkey RENAME TO coverage_inspection_lag_pkey;
ALTER INDEX cobertura_pkey RENAME TO coverage_pkey;
ALTER INDEX cobertura_rota_pkey RENAME TO coverage_route_pkey;
ALTER INDEX linhas_perdidas_produto_idx RENAME TO lost_rows_produto_idx;
ALTER INDEX linhas_perdidas_tabela_of_id_produto_id_key RENAME TO lost_rows_table_name_of_id_produto_id_key;
ALTER INDEX prazo_visto_pkey RENAME TO seen_due_day_pkey;
ALTER INDEX previsao_atraso_corte_pkey RENAME TO forecast_lateness_cutoff_pkey;
ALTER INDEX previsao_atraso_uma_idx RENAME TO forecast_lateness_one_idx;
ALTER INDEX previsao_ensaio_corte_pkey RENAME TO forecast_backtest_cutoff_pkey;
ALTER INDEX previsao_ensaio_razao_pkey RENAME TO forecast_backtest_ratio_pkey;
ALTER INDEX previsao_ensaio_uma_idx RENAME TO forecast_backtest_one_idx;
ALTER INDEX previsao_ordem_pkey RENAME TO forecast_order_pkey;
ALTER INDEX segredo_pseudonimos_pkey RENAME TO pseudonym_secret_pkey;
ALTER SEQUENCE agg_erro_descricao_descricao_id_seq RENAME TO agg_error_text_descricao_id_seq;
ALTER SEQUENCE classificacao_defeito_classificacao_id_seq RENAME TO error_text_class_classification_id_seq;
ALTER TABLE agg_state RENAME CONSTRAINT agg_estado_modo_check TO agg_state_mode_check;
ALTER TABLE agg_state RENAME CONSTRAINT agg_estado_only_row_check TO agg_state_only_row_check;
ALTER TABLE agg_state RENAME CONSTRAINT agg_estado_run_id_fkey TO agg_state_run_id_fkey;
ALTER TABLE agg_order RENAME CONSTRAINT agg_ordem_estado_check TO agg_order_state_check;
ALTER TABLE error_text_class RENAME CONSTRAINT classificacao_defeito_classe_check TO error_text_class_class_check;
ALTER TABLE coverage_inspection_lag RENAME CONSTRAINT cobertura_desmolde_only_row_check TO coverage_inspection_lag_only_row_check;
ALTER TABLE lost_rows RENAME CONSTRAINT linhas_perdidas_run_id_fkey TO lost_rows_run_id_fkey;
ALTER TABLE seen_due_day RENAME CONSTRAINT prazo_visto_retirada_por_fkey TO seen_due_day_withdrawn_by_fkey;
ALTER TABLE seen_due_day RENAME CONSTRAINT prazo_visto_run_id_fkey TO seen_due_day_run_id_fkey;
ALTER TABLE forecast_lateness RENAME CONSTRAINT previsao_atraso_check TO forecast_lateness_check;
ALTER TABLE forecast_backtest RENAME CONSTRAINT previsao_ensaio_run_id_fkey TO forecast_backtest_run_id_fkey;
ALTER TABLE forecast_backtest_cutoff RENAME CONSTRAINT previsao_ensaio_corte_populacao_check TO forecast_backtest_cutoff_population_check;
ALTER TABLE forecast_order RENAME CONSTRAINT previsao_ordem_check TO forecast_order_check;
ALTER TABLE forecast_order RENAME CONSTRAINT previsao_ordem_razao_check TO forecast_order_no_forecast_reason_check;
ALTER TABLE pseudonym_secret RENAME CONSTRAINT segredo_pseudonimos_only_row_check TO pseudonym_secret_only_row_check;

-- Values that are words.
ALTER TABLE agg_period_quality DROP CONSTRAINT agg_periodo_qualidade_grao_check;
ALTER TABLE coverage DROP CONSTRAINT cobertura_relogio_check;
UPDATE agg_period_culprit SET grain = CASE grain WHEN 'dia' THEN 'day' WHEN 'mes' THEN 'month' WHEN 'ano' THEN 'year' WHEN 'tudo' THEN 'all' WHEN 'sem_dia' THEN 'no_day' END;
UPDATE agg_period_delivery SET grain = CASE grain WHEN 'dia' THEN 'day' WHEN 'mes' THEN 'month' WHEN 'ano' THEN 'year' WHEN 'tudo' THEN 'all' WHEN 'sem_dia' THEN 'no_day' END;
UPDATE agg_period_error SET grain = CASE grain WHEN 'dia' THEN 'day' WHEN 'mes' THEN 'month' WHEN 'ano' THEN 'year' WHEN 'tudo' THEN 'all' WHEN 'sem_dia' THEN 'no_day' END;
UPDATE agg_period_lead_time SET grain = CASE grain WHEN 'dia' THEN 'day' WHEN 'mes' THEN 'month' WHEN 'ano' THEN 'year' WHEN 'tudo' THEN 'all' WHEN 'sem_dia' THEN 'no_day' END;
UPDATE agg_period_quality SET grain = CASE grain WHEN 'dia' THEN 'day' WHEN 'mes' THEN 'month' WHEN 'ano' THEN 'year' WHEN 'tudo' THEN 'all' WHEN 'sem_dia' THEN 'no_day' END;
UPDATE coverage SET placed_by = CASE placed_by WHEN 'criacao' THEN 'created' WHEN 'acabamento' THEN 'finished' WHEN 'desmolde' THEN 'inspected' WHEN 'fase' THEN 'phase' END,
  measure = CASE WHEN measure LIKE 'perdidas\_%' THEN 'lost_' || substr(measure, 10)
    ELSE coalesce(CASE measure
      WHEN 'ordens' THEN 'orders'
      WHEN 'nomeadas' THEN 'named'
      WHEN 'comecadas' THEN 'started'
      WHEN 'comecadas_com_fases' THEN 'started_with_phases'
      WHEN 'passos' THEN 'steps'
      WHEN 'passos_havidos' THEN 'steps_recorded'
      WHEN 'desmoldes' THEN 'inspections_due'
      WHEN 'desmoldes_havidos' THEN 'inspections_recorded'
      WHEN 'com_produto' THEN 'with_product'
      WHEN 'com_familia' THEN 'with_family'
      WHEN 'com_prazo' THEN 'with_due_day'
      WHEN 'com_gelcoat' THEN 'with_gelcoat'
      WHEN 'desmoldadas' THEN 'demoulded'
      WHEN 'pesadas' THEN 'weighed'
      WHEN 'fases' THEN 'phases'
      WHEN 'erros' THEN 'errors'
      WHEN 'erros_com_dia' THEN 'errors_with_day'
      WHEN 'defeitos' THEN 'defects'
      WHEN 'defeitos_com_culpada' THEN 'defects_with_culprit'
      WHEN 'fases_acabadas' THEN 'phases_ended'
      WHEN 'fases_no_catalogo' THEN 'phases_in_catalogue'
      WHEN 'fases_com_duracao' THEN 'phases_with_duration'
      WHEN 'nao_listadas' THEN 'unlisted' END, measure) END;
ALTER TABLE agg_period_quality ADD CONSTRAINT agg_period_quality_grain_check CHECK (grain IN ('day', 'month', 'year', 'all', 'no_day'));
ALTER TABLE coverage ADD CONSTRAINT coverage_placed_by_check CHECK (placed_by IN ('created', 'finished', 'inspected', 'phase'));
UPDATE issue_spans i SET sample = (
  SELECT jsonb_agg((SELECT jsonb_object_agg(coalesce(n.new, e.key), e.value) FROM jsonb_each(s.one) e
    LEFT JOIN (VALUES ('desde', 'since'), ('fase', 'fase_id'), ('classe', 'class'), ('texto', 'text'), ('antes', 'before'), ('depois', 'after'), ('testes', 'tests')) n (old, new) ON n.old = e.key) ORDER BY s.place)
  FROM jsonb_array_elements(i.sample) WITH ORDINALITY s (one, place))
WHERE i.type = 'RECORDING_BREAK' AND jsonb_array_length(i.sample) > 0;

CREATE FUNCTION periods_of(first_day date, last_day date) RETURNS TABLE (grain text, from_day date, before date)
LANGUAGE sql IMMUTABLE ROWS 5 AS $$
  WITH edges AS (
    SELECT coalesce(first_day, '-infinity')::timestamp AS a, coalesce(last_day, 'infinity')::timestamp + interval '1 day' AS b
  ), whole AS (
    SELECT a, b,
           date_trunc('month', a + interval '1 month' - interval '1 day') AS m1, date_trunc('month', b) AS m2,
           date_trunc('year', a + interval '1 year' - interval '1 day') AS y1, date_trunc('year', b) AS y2
    FROM edges
  )
  SELECT v.grain, v.from_day::date, v.before::date
  FROM whole CROSS JOIN LATERAL (VALUES
    ('all', '-infinity'::timestamp, CASE WHEN first_day IS NULL AND last_day IS NULL THEN 'infinity'::timestamp END),
    ('year', y1, y2),
    ('month', m1, least(y1, m2)),
    ('month', CASE WHEN y1 <= y2 THEN y2 END, m2),
    ('day', a, least(m1, b)),
    ('day', CASE WHEN m1 <= m2 THEN m2 END, b)
  ) v (grain, from_day, before)
  WHERE v.from_day < v.before AND ((first_day IS NULL AND last_day IS NULL) = (v.grain = 'all'))
$$;

CREATE FUNCTION errors_of_period(first_day date, last_day date, product integer) RETURNS TABLE (
  day date, familia text, first_inspection smallint, class text, fase_avaliacao integer, fase_culpada integer, descricao_id integer,
  errors integer, errors_severity_1 integer, errors_severity_2 integer, errors_severity_3 integer)
LANGUAGE sql STABLE ROWS 1000 AS $$
  SELECT e.start_day, e.familia, e.first_inspection, e.class, e.fase_avaliacao, e.fase_culpada, e.descricao_id, e.errors, e.errors_severity_1, e.errors_severity_2, e.errors_severity_3
  FROM periods_of(first_day, last_day) p JOIN agg_period_error e ON e.grain = p.grain AND e.start_day >= p.from_day AND e.start_day < p.before
  WHERE product IS NULL
  UNION ALL
  SELECT e.first_inspection_day, e.familia, e.first_inspection, e.class, e.fase_avaliacao, e.fase_culpada, e.descricao_id, e.errors,
         CASE WHEN e.gravidade = 1 THEN e.errors ELSE 0 END, CASE WHEN e.gravidade = 2 THEN e.errors ELSE 0 END,
         CASE WHEN e.gravidade = 3 THEN e.errors ELSE 0 END
  FROM agg_error_day e
  WHERE e.produto_id = product AND e.first_inspection_day >= coalesce(first_day, '-infinity') AND e.first_inspection_day <= coalesce(last_day, 'infinity')
$$;

CREATE FUNCTION pseudonym(funcionario_id integer) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT 'F-' || left(encode(sha256(salt || int4send(funcionario_id)), 'hex'), 12) FROM pseudonym_secret
$$;

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
         -- Finished on a day that is missing or lies: late only if it cannot be otherwise.
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

CREATE VIEW order_coverage AS
SELECT o.of_id, o.produto_id, o.familia, o.fase_id, o.is_open, o.created_day, o.finished_day,
       coalesce(o.first_inspection_day, o.finished_day - (SELECT days FROM coverage_inspection_lag), o.created_day) AS inspected_day,
       1 AS orders, (o.phases > 0 OR o.errors > 0)::int AS named,
       (o.state <> 'CREATED')::int AS started, (o.state <> 'CREATED' AND o.phases > 0)::int AS started_with_phases,
       coalesce(x.steps, 0) AS steps, coalesce(least(o.phases - o.reworks, x.steps), 0) AS steps_recorded,
       (d.is_due)::int AS inspections_due, (d.is_due AND o.first_inspection_day IS NOT NULL)::int AS inspections_recorded,
       (m.produto_id IS NOT NULL)::int AS with_product, (o.familia <> '?')::int AS with_family,
       (o.due_day IS NOT NULL)::int AS with_due_day,
       coalesce(m.produto_qtd_gel_deck > 0 AND m.produto_qtd_gel_casco > 0, false)::int AS with_gelcoat,
       (o.demould_day IS NOT NULL)::int AS demoulded,
       (o.demould_day IS NOT NULL AND o.measured_kg IS NOT NULL)::int AS weighed, o.phases
FROM agg_order o
LEFT JOIN coverage_route r ON r.produto_id = o.produto_id
LEFT JOIN modelos m ON m.produto_id = o.produto_id
CROSS JOIN LATERAL (SELECT least(r.steps, nullif(o.highest_sequence, 0)) AS steps) x
CROSS JOIN LATERAL (SELECT o.first_inspection <> 0 AND o.state IN ('DONE', 'AWAITING_SHIPPING') AS is_due) d;

CREATE VIEW error_coverage AS
SELECT e.produto_id, e.familia, coalesce(e.first_inspection_day, CASE WHEN e.has_trusted_day THEN e.day END, o.inspected_day) AS inspected_day,
       e.errors, CASE WHEN e.has_trusted_day THEN e.errors ELSE 0 END AS errors_with_day,
       CASE WHEN d.is_defect THEN e.errors ELSE 0 END AS defects,
       CASE WHEN d.is_defect AND e.fase_culpada IS NOT NULL THEN e.errors ELSE 0 END AS defects_with_culprit
FROM agg_error_day e LEFT JOIN order_coverage o ON o.of_id = e.of_id
CROSS JOIN LATERAL (SELECT e.class IN ('BOAT_DEFECT', 'UNKNOWN') AS is_defect) d;

CREATE VIEW unlisted_order AS
SELECT f.faseof_of_id AS of_id, min(coalesce(f.faseof_inicio, f.faseof_fim))::date AS created_day, max(f.faseof_fim)::date AS finished_day,
       coalesce(min(f.faseof_fim) FILTER (WHERE f.faseof_fase_id = 6), max(f.faseof_fim))::date AS inspected_day
FROM issue_spans i JOIN fases_ordem_fabrico f ON f.faseof_of_id = i.key::int
WHERE i.type = 'ORPHAN' AND i.entity = 'fases_ordem_fabrico.faseof_of_id' AND i.resolved_run_id IS NULL
GROUP BY f.faseof_of_id;

COMMENT ON COLUMN agg_state.mode IS 'How they were last refreshed, in so many seconds';
COMMENT ON COLUMN agg_order.is_open IS 'state is CREATED, IN_PROGRESS or AWAITING_SHIPPING: what is still to be delivered';
COMMENT ON COLUMN agg_order.phases IS 'Phase instances, of which phases_done have an end and phases_open a start without an end';
COMMENT ON COLUMN agg_order.reworks IS 'Instances flagged as rework, planned ones too; reworks_done have an end';
COMMENT ON COLUMN agg_order.errors IS 'Error lines of the order, whatever they speak of; severe_errors have severity 3';
COMMENT ON COLUMN agg_order.last_date IS 'Latest actual date of the order and its phases, lying ones too; has_date_in_future where it is after as_of';
COMMENT ON TABLE agg_phase_day IS 'Phase instances ended by day (FaseOf_Fim, not after as_of) and phase, of which reworks are flagged as rework';
COMMENT ON TABLE agg_phase_month IS 'Phase instances ended by month (its first day), phase and family, of which reworks are flagged as rework';
COMMENT ON TABLE agg_phase_duration IS 'How often a phase lasted so long: all usable durations, counted by value; agg_phase_median comes from it';
COMMENT ON COLUMN agg_employee_phase.participations IS 'Phase instances of existing phases, of which led_phases as team leader and reworks flagged as rework';
COMMENT ON VIEW order_facts IS 'agg_order with names, age at the dump''s moment, due status and forecast';
COMMENT ON COLUMN order_facts.age_days IS 'Days from creation to the dump''s day';
COMMENT ON COLUMN order_facts.due_status IS 'NO_DUE, ON_TRACK, AT_RISK (open: half of such orders are finished only after the due day), LATE (open: due day before the dump''s day; closed: finished after it); null where nobody can tell, and of a scrapped order';
COMMENT ON FUNCTION periods_of IS 'Ranges [from_day, before) by grain that make up the days first_day ... last_day, both included; null stands for no limit, and both null for everything, dateless facts too';
COMMENT ON TABLE agg_period_quality IS 'Boats by the day of their first inspection, and their error lines on that same day, by product and first inspection';
COMMENT ON COLUMN agg_period_quality.grain IS 'day, month, year: start_day is its first day; all: everything; no_day: what has no day that can be trusted (part of all)';
COMMENT ON TABLE agg_period_delivery IS 'Finished and due orders of a product by period, grains as in agg_period_quality';
COMMENT ON COLUMN agg_period_delivery.finished IS 'Orders DONE by their finish day, where it does not lie; with_lead_time: with a lead time; with_rework: with an ended rework phase; without_due: without a due day; without_day (only in all): DONE, but without a finish day or with one that lies';
COMMENT ON COLUMN agg_period_delivery.phases IS 'Ended phase instances of the finished orders, of which reworks are flagged as rework';
COMMENT ON COLUMN agg_period_delivery.due_on_time IS 'Orders by due day, before the dump''s day, not scrapped: finished by it; late: after it; still_open: still open; outcome_unknown: done, but no finish day or one that lies';
COMMENT ON TABLE agg_day_quality IS 'The day rows of agg_period_quality, all products of a family together';
COMMENT ON TABLE agg_period_error IS 'Error lines of all classes by the day on which their boat passed its first inspection, by family, phases and text; those of boats that have passed none are not here';
COMMENT ON TABLE agg_period_culprit IS 'What a culprit phase did to the boats of a product, by the day of their first inspection; defects of boats only';
COMMENT ON COLUMN agg_period_culprit.errors IS 'Defects of the phase; errors_severity_1 to 3: by severity, those without one in none of them';
COMMENT ON TABLE agg_period_lead_time IS 'Lead times of finished orders (agg_order.lead_time_days) by finish day, counted';
COMMENT ON FUNCTION errors_of_period IS 'Error lines of the boats that passed their first inspection in a period, summed as far as they are kept; product null: of all products. day is the first day of what is summed';
COMMENT ON FUNCTION pseudonym IS 'Name under which an employee appears to those who may not see names';
COMMENT ON TABLE agg_product_month IS 'Orders by month of creation and product; still_open are still to be delivered; deck_kg and hull_kg are what one order takes, null where unknown or 0';
COMMENT ON COLUMN forecast_backtest_cutoff.loss IS 'Pinball loss in days, summed over the orders; loss_base: of the baseline';
COMMENT ON COLUMN forecast_backtest_cutoff.judged IS 'Orders of which it is known whether they were finished by the told day, of which covered were';
COMMENT ON COLUMN seen_due_day.day IS 'Of_DataTransporte; null: it was taken away. previous_day: the day seen before';
COMMENT ON COLUMN order_facts.due_first IS 'The due day that a run saw first, while the order was not finished; null where none did';
COMMENT ON COLUMN order_facts.due_slips IS 'How often a run saw the due day moved to a later day';
COMMENT ON COLUMN agg_error_text.decided IS 'Somebody decided it (error_text_class); else the rules did';
COMMENT ON COLUMN agg_order.first_inspection_day IS 'Day on which the first inspection first ended: the day of the boat in all quality figures';
COMMENT ON COLUMN agg_error_day.class IS 'Of the text (agg_error_text); first_inspection and first_inspection_day are the order''s';
COMMENT ON COLUMN agg_period_quality.boats IS 'Boats that passed their first inspection; boats_without_defect: without any defect to this day; boats_without_severity_2: without one of severity 2 or 3; boats_without_severity_3: without one of severity 3';
COMMENT ON COLUMN agg_period_quality.mould_lines IS 'Their lines about moulds; passed_lines: their lines that passed';
COMMENT ON COLUMN agg_period_quality.lines_without_inspection IS 'Lines of any class of boats that have not passed a first inspection, by the day on which they were found';
COMMENT ON COLUMN agg_period_quality.finished_without_inspection IS 'Boats DONE without a first inspection on record, by their finish day';
COMMENT ON COLUMN forecast_lateness.a IS 'Chance = 1 / (1 + exp(-(a + b x ln(share / (1 - share)) + c x ln(1 + days left)))), share being forecast_order.share_after_due';
COMMENT ON COLUMN forecast_lateness.cases IS 'Chances given at the last six cut-offs before their outcome was known; auc, brier and reliability are of these';
COMMENT ON COLUMN forecast_lateness_cutoff.resolved IS 'Orders with a known outcome whose due day a run had seen 14 days before it, and the cut-offs (cutoffs) that they are of';
COMMENT ON COLUMN order_facts.late_chance IS 'Chance to finish after the due day; null where there is none to tell, and for every order while the gate is shut';
COMMENT ON TABLE coverage_inspection_lag IS 'Median of days from the first inspection of a boat to its finish: where the first is not recorded, it is placed so long before the second';
COMMENT ON VIEW order_coverage IS 'One row an order: what it should have (steps, inspections_due, started ...) beside what the file has of it';
COMMENT ON COLUMN order_coverage.steps IS 'Steps of the route, but no more than the highest sequence that its phases show: routes are only known as they are today';
COMMENT ON COLUMN order_coverage.inspections_due IS 'Finished, and it has a first inspection';
COMMENT ON COLUMN order_coverage.inspected_day IS 'Of the first inspection; where that is not recorded the finish less the usual days between them, else the creation';
COMMENT ON VIEW error_coverage IS 'Error lines, those whose day of detection is known, and of the defects of boats those whose culprit is; by the first inspection of the boat';
COMMENT ON VIEW unlisted_order IS 'Orders that phases name and OrdensFabrico does not have, placed by the days of their phases';
COMMENT ON TABLE coverage IS 'The measures of order_coverage, error_coverage and the like by month and family: what the gates are judged by';
COMMENT ON COLUMN agg_period_quality.defects_culprit_missing IS 'Of defects_without_culprit those that name one, which the file lacks';
COMMENT ON COLUMN coverage.placed_by IS 'Whose day the month is of: creation, finish or first inspection of the order; phase: the end of the phase';

-- Down Migration

DROP VIEW unlisted_order, error_coverage, order_coverage, order_facts;
DROP FUNCTION pseudonym, errors_of_period, periods_of;
UPDATE issue_spans i SET sample = (
  SELECT jsonb_agg((SELECT jsonb_object_agg(coalesce(n.old, e.key), e.value) FROM jsonb_each(s.one) e
    LEFT JOIN (VALUES ('desde', 'since'), ('fase', 'fase_id'), ('classe', 'class'), ('texto', 'text'), ('antes', 'before'), ('depois', 'after'), ('testes', 'tests')) n (old, new) ON n.new = e.key) ORDER BY s.place)
  FROM jsonb_array_elements(i.sample) WITH ORDINALITY s (one, place))
WHERE i.type = 'RECORDING_BREAK' AND jsonb_array_length(i.sample) > 0;
ALTER TABLE coverage DROP CONSTRAINT coverage_placed_by_check;
ALTER TABLE agg_period_quality DROP CONSTRAINT agg_period_quality_grain_check;
UPDATE coverage SET placed_by = CASE placed_by WHEN 'created' THEN 'criacao' WHEN 'finished' THEN 'acabamento' WHEN 'inspected' THEN 'desmolde' WHEN 'phase' THEN 'fase' END,
  measure = CASE WHEN measure LIKE 'lost\_%' THEN 'perdidas_' || substr(measure, 6)
    ELSE coalesce(CASE measure
      WHEN 'orders' THEN 'ordens'
      WHEN 'named' THEN 'nomeadas'
      WHEN 'started' THEN 'comecadas'
      WHEN 'started_with_phases' THEN 'comecadas_com_fases'
      WHEN 'steps' THEN 'passos'
      WHEN 'steps_recorded' THEN 'passos_havidos'
      WHEN 'inspections_due' THEN 'desmoldes'
      WHEN 'inspections_recorded' THEN 'desmoldes_havidos'
      WHEN 'with_product' THEN 'com_produto'
      WHEN 'with_family' THEN 'com_familia'
      WHEN 'with_due_day' THEN 'com_prazo'
      WHEN 'with_gelcoat' THEN 'com_gelcoat'
      WHEN 'demoulded' THEN 'desmoldadas'
      WHEN 'weighed' THEN 'pesadas'
      WHEN 'phases' THEN 'fases'
      WHEN 'errors' THEN 'erros'
      WHEN 'errors_with_day' THEN 'erros_com_dia'
      WHEN 'defects' THEN 'defeitos'
      WHEN 'defects_with_culprit' THEN 'defeitos_com_culpada'
      WHEN 'phases_ended' THEN 'fases_acabadas'
      WHEN 'phases_in_catalogue' THEN 'fases_no_catalogo'
      WHEN 'phases_with_duration' THEN 'fases_com_duracao'
      WHEN 'unlisted' THEN 'nao_listadas' END, measure) END;
UPDATE agg_period_culprit SET grain = CASE grain WHEN 'day' THEN 'dia' WHEN 'month' THEN 'mes' WHEN 'year' THEN 'ano' WHEN 'all' THEN 'tudo' WHEN 'no_day' THEN 'sem_dia' END;
UPDATE agg_period_delivery SET grain = CASE grain WHEN 'day' THEN 'dia' WHEN 'month' THEN 'mes' WHEN 'year' THEN 'ano' WHEN 'all' THEN 'tudo' WHEN 'no_day' THEN 'sem_dia' END;
UPDATE agg_period_error SET grain = CASE grain WHEN 'day' THEN 'dia' WHEN 'month' THEN 'mes' WHEN 'year' THEN 'ano' WHEN 'all' THEN 'tudo' WHEN 'no_day' THEN 'sem_dia' END;
UPDATE agg_period_lead_time SET grain = CASE grain WHEN 'day' THEN 'dia' WHEN 'month' THEN 'mes' WHEN 'year' THEN 'ano' WHEN 'all' THEN 'tudo' WHEN 'no_day' THEN 'sem_dia' END;
UPDATE agg_period_quality SET grain = CASE grain WHEN 'day' THEN 'dia' WHEN 'month' THEN 'mes' WHEN 'year' THEN 'ano' WHEN 'all' THEN 'tudo' WHEN 'no_day' THEN 'sem_dia' END;
ALTER VIEW data_quality_issues RENAME COLUMN key TO chave;

ALTER TABLE pseudonym_secret RENAME CONSTRAINT pseudonym_secret_only_row_check TO segredo_pseudonimos_only_row_check;
ALTER TABLE forecast_order RENAME CONSTRAINT forecast_order_no_forecast_reason_check TO previsao_ordem_razao_check;
ALTER TABLE forecast_order RENAME CONSTRAINT forecast_order_check TO previsao_ordem_check;
ALTER TABLE forecast_backtest_cutoff RENAME CONSTRAINT forecast_backtest_cutoff_population_check TO previsao_ensaio_corte_populacao_check;
ALTER TABLE forecast_backtest RENAME CONSTRAINT forecast_backtest_run_id_fkey TO previsao_ensaio_run_id_fkey;
ALTER TABLE forecast_lateness RENAME CONSTRAINT forecast_lateness_check TO previsao_atraso_check;
ALTER TABLE seen_due_day RENAME CONSTRAINT seen_due_day_run_id_fkey TO prazo_visto_run_id_fkey;
ALTER TABLE seen_due_day RENAME CONSTRAINT seen_due_day_withdrawn_by_fkey TO prazo_visto_retirada_por_fkey;
ALTER TABLE lost_rows RENAME CONSTRAINT lost_rows_run_id_fkey TO linhas_perdidas_run_id_fkey;
ALTER TABLE coverage_inspection_lag RENAME CONSTRAINT coverage_inspection_lag_only_row_check TO cobertura_desmolde_only_row_check;
ALTER TABLE error_text_class RENAME CONSTRAINT error_text_class_class_check TO classificacao_defeito_classe_check;
ALTER TABLE agg_order RENAME CONSTRAINT agg_order_state_check TO agg_ordem_estado_check;
ALTER TABLE agg_state RENAME CONSTRAINT agg_state_run_id_fkey TO agg_estado_run_id_fkey;
ALTER TABLE agg_state RENAME CONSTRAINT agg_state_only_row_check TO agg_estado_only_row_check;
ALTER TABLE agg_state RENAME CONSTRAINT agg_state_mode_check TO agg_estado_modo_check;
ALTER SEQUENCE error_text_class_classification_id_seq RENAME TO classificacao_defeito_classificacao_id_seq;
ALTER SEQUENCE agg_error_text_descricao_id_seq RENAME TO agg_erro_descricao_descricao_id_seq;
ALTER INDEX pseudonym_secret_pkey RENAME TO segredo_pseudonimos_pkey;
ALTER INDEX forecast_order_pkey RENAME TO previsao_ordem_pkey;
ALTER INDEX forecast_backtest_one_idx RENAME TO previsao_ensaio_uma_idx;
ALTER INDEX forecast_backtest_ratio_pkey RENAME TO previsao_ensaio_razao_pkey;
ALTER INDEX forecast_backtest_cutoff_pkey RENAME TO previsao_ensaio_corte_pkey;
ALTER INDEX forecast_lateness_one_idx RENAME TO previsao_atraso_uma_idx;
ALTER INDEX forecast_lateness_cutoff_pkey RENAME TO previsao_atraso_corte_pkey;
ALTER INDEX seen_due_day_pkey RENAME TO prazo_visto_pkey;
ALTER INDEX lost_rows_table_name_of_id_produto_id_key RENAME TO linhas_perdidas_tabela_of_id_produto_id_key;
ALTER INDEX lost_rows_produto_idx RENAME TO linhas_perdidas_produto_idx;
ALTER INDEX coverage_route_pkey RENAME TO cobertura_rota_pkey;
ALTER INDEX coverage_pkey RENAME TO cobertura_pkey;
ALTER INDEX coverage_inspection_lag_pkey RENAME TO cobertura_desmolde_pkey;
ALTER INDEX error_text_class_pkey RENAME TO classificacao_defeito_pkey;
ALTER INDEX error_text_class_idx RENAME TO classificacao_defeito_idx;
ALTER INDEX agg_product_pkey RENAME TO agg_produto_pkey;
ALTER INDEX agg_product_month_idx RENAME TO agg_produto_mes_idx;
ALTER INDEX agg_period_quality_produto_idx RENAME TO agg_periodo_qualidade_produto_idx;
ALTER INDEX agg_period_quality_idx RENAME TO agg_periodo_qualidade_idx;
ALTER INDEX agg_period_lead_time_idx RENAME TO agg_periodo_prazo_idx;
ALTER INDEX agg_period_error_idx RENAME TO agg_periodo_erro_idx;
ALTER INDEX agg_period_error_culprit_idx RENAME TO agg_periodo_erro_culpada_idx;
ALTER INDEX agg_period_delivery_produto_idx RENAME TO agg_periodo_entrega_produto_idx;
ALTER INDEX agg_period_delivery_idx RENAME TO agg_periodo_entrega_idx;
ALTER INDEX agg_period_culprit_produto_idx RENAME TO agg_periodo_culpa_produto_idx;
ALTER INDEX agg_period_culprit_idx RENAME TO agg_periodo_culpa_idx;
ALTER INDEX agg_order_produto_idx RENAME TO agg_ordem_produto_idx;
ALTER INDEX agg_order_due_idx RENAME TO agg_ordem_previsto_idx;
ALTER INDEX agg_order_lead_time_idx RENAME TO agg_ordem_prazo_idx;
ALTER INDEX agg_order_pkey RENAME TO agg_ordem_pkey;
ALTER INDEX agg_order_fase_desde_idx RENAME TO agg_ordem_fase_desde_idx;
ALTER INDEX agg_order_created_idx RENAME TO agg_ordem_criacao_idx;
ALTER INDEX agg_order_finished_idx RENAME TO agg_ordem_acabamento_idx;
ALTER INDEX agg_order_open_idx RENAME TO agg_ordem_aberta_idx;
ALTER INDEX agg_employee_phase_month_idx RENAME TO agg_funcionario_fase_mes_idx;
ALTER INDEX agg_employee_phase_funcionario_id_fase_id_month_key RENAME TO agg_funcionario_fase_funcionario_id_fase_id_mes_key;
ALTER INDEX agg_phase_duration_pkey RENAME TO agg_fase_valor_pkey;
ALTER INDEX agg_phase_recent_pkey RENAME TO agg_fase_recente_pkey;
ALTER INDEX agg_phase_month_pkey RENAME TO agg_fase_mes_pkey;
ALTER INDEX agg_phase_median_pkey RENAME TO agg_fase_mediana_pkey;
ALTER INDEX agg_phase_day_pkey RENAME TO agg_fase_dia_pkey;
ALTER INDEX agg_state_pkey RENAME TO agg_estado_pkey;
ALTER INDEX agg_error_day_produto_idx RENAME TO agg_erro_dia_produto_idx;
ALTER INDEX agg_error_text_pkey RENAME TO agg_erro_descricao_pkey;
ALTER INDEX agg_error_text_idx RENAME TO agg_erro_descricao_idx;
ALTER INDEX agg_day_quality_pkey RENAME TO agg_dia_qualidade_pkey;
ALTER INDEX agg_day_pkey RENAME TO agg_dia_pkey;
ALTER TABLE agg_day RENAME COLUMN day TO dia;
ALTER TABLE agg_day RENAME COLUMN phases TO fases;
ALTER TABLE agg_day RENAME COLUMN is_active TO activo;
ALTER TABLE agg_day RENAME TO agg_dia;
ALTER TABLE agg_day_quality RENAME COLUMN day TO dia;
ALTER TABLE agg_day_quality RENAME COLUMN first_inspection TO porta;
ALTER TABLE agg_day_quality RENAME COLUMN boats TO barcos;
ALTER TABLE agg_day_quality RENAME COLUMN boats_without_defect TO barcos_sem_defeito;
ALTER TABLE agg_day_quality RENAME COLUMN boats_without_severity_2 TO barcos_sem_g2;
ALTER TABLE agg_day_quality RENAME COLUMN boats_without_severity_3 TO barcos_sem_g3;
ALTER TABLE agg_day_quality RENAME COLUMN defects TO defeitos;
ALTER TABLE agg_day_quality RENAME COLUMN defects_severity_1 TO defeitos_g1;
ALTER TABLE agg_day_quality RENAME COLUMN defects_severity_2 TO defeitos_g2;
ALTER TABLE agg_day_quality RENAME COLUMN defects_severity_3 TO defeitos_g3;
ALTER TABLE agg_day_quality RENAME COLUMN defects_without_culprit TO defeitos_sem_culpada;
ALTER TABLE agg_day_quality RENAME COLUMN defects_unknown TO defeitos_desconhecidos;
ALTER TABLE agg_day_quality RENAME COLUMN mould_lines TO linhas_molde;
ALTER TABLE agg_day_quality RENAME COLUMN passed_lines TO linhas_passou;
ALTER TABLE agg_day_quality RENAME COLUMN lines_without_inspection TO linhas_sem_porta;
ALTER TABLE agg_day_quality RENAME COLUMN finished_without_inspection TO acabados_sem_porta;
ALTER TABLE agg_day_quality RENAME COLUMN defects_culprit_missing TO defeitos_culpada_em_falta;
ALTER TABLE agg_day_quality RENAME TO agg_dia_qualidade;
ALTER TABLE agg_error_text RENAME COLUMN key TO chave;
ALTER TABLE agg_error_text RENAME COLUMN class TO classe;
ALTER TABLE agg_error_text RENAME COLUMN decided TO decidida;
ALTER TABLE agg_error_text RENAME TO agg_erro_descricao;
ALTER TABLE agg_error_day RENAME COLUMN day TO dia;
ALTER TABLE agg_error_day RENAME COLUMN has_trusted_day TO data_fiavel;
ALTER TABLE agg_error_day RENAME COLUMN errors TO erros;
ALTER TABLE agg_error_day RENAME COLUMN class TO classe;
ALTER TABLE agg_error_day RENAME COLUMN first_inspection TO porta;
ALTER TABLE agg_error_day RENAME COLUMN first_inspection_day TO dia_porta;
ALTER TABLE agg_error_day RENAME COLUMN culprit_is_missing TO culpada_em_falta;
ALTER TABLE agg_error_day RENAME TO agg_erro_dia;
ALTER TABLE agg_state RENAME COLUMN mode TO modo;
ALTER TABLE agg_state RENAME COLUMN seconds TO segundos;
ALTER TABLE agg_state RENAME TO agg_estado;
ALTER TABLE agg_phase_day RENAME COLUMN day TO dia;
ALTER TABLE agg_phase_day RENAME COLUMN phases TO fases;
ALTER TABLE agg_phase_day RENAME COLUMN reworks TO retornos;
ALTER TABLE agg_phase_day RENAME TO agg_fase_dia;
ALTER TABLE agg_phase_median RENAME COLUMN median_seconds TO mediana_segundos;
ALTER TABLE agg_phase_median RENAME COLUMN p90_seconds TO p90_segundos;
ALTER TABLE agg_phase_median RENAME TO agg_fase_mediana;
ALTER TABLE agg_phase_month RENAME COLUMN month TO mes;
ALTER TABLE agg_phase_month RENAME COLUMN phases TO fases;
ALTER TABLE agg_phase_month RENAME COLUMN reworks TO retornos;
ALTER TABLE agg_phase_month RENAME COLUMN seconds TO segundos;
ALTER TABLE agg_phase_month RENAME TO agg_fase_mes;
ALTER TABLE agg_phase_recent RENAME COLUMN day TO dia;
ALTER TABLE agg_phase_recent RENAME COLUMN orders TO ordens;
ALTER TABLE agg_phase_recent RENAME TO agg_fase_recente;
ALTER TABLE agg_phase_duration RENAME COLUMN seconds TO segundos;
ALTER TABLE agg_phase_duration RENAME TO agg_fase_valor;
ALTER TABLE agg_employee_phase RENAME COLUMN month TO mes;
ALTER TABLE agg_employee_phase RENAME COLUMN participations TO participacoes;
ALTER TABLE agg_employee_phase RENAME COLUMN led_phases TO chefias;
ALTER TABLE agg_employee_phase RENAME COLUMN reworks TO retornos;
ALTER TABLE agg_employee_phase RENAME COLUMN seconds TO segundos;
ALTER TABLE agg_employee_phase RENAME TO agg_funcionario_fase;
ALTER TABLE agg_order RENAME COLUMN state TO estado;
ALTER TABLE agg_order RENAME COLUMN is_open TO aberta;
ALTER TABLE agg_order RENAME COLUMN created_day TO dia_criacao;
ALTER TABLE agg_order RENAME COLUMN finished_at TO acabada_em;
ALTER TABLE agg_order RENAME COLUMN finished_day TO dia_acabamento;
ALTER TABLE agg_order RENAME COLUMN due_day TO dia_previsto;
ALTER TABLE agg_order RENAME COLUMN lead_time_days TO lead_dias;
ALTER TABLE agg_order RENAME COLUMN started_at TO iniciada_em;
ALTER TABLE agg_order RENAME COLUMN demould_day TO dia_desmolde;
ALTER TABLE agg_order RENAME COLUMN phase_since TO fase_desde;
ALTER TABLE agg_order RENAME COLUMN phase_in_hand TO fase_em_curso;
ALTER TABLE agg_order RENAME COLUMN last_activity_at TO ultima_actividade;
ALTER TABLE agg_order RENAME COLUMN phases TO fases;
ALTER TABLE agg_order RENAME COLUMN phases_done TO fases_concluidas;
ALTER TABLE agg_order RENAME COLUMN phases_open TO fases_abertas;
ALTER TABLE agg_order RENAME COLUMN reworks TO retornos;
ALTER TABLE agg_order RENAME COLUMN reworks_done TO retornos_concluidos;
ALTER TABLE agg_order RENAME COLUMN errors TO erros;
ALTER TABLE agg_order RENAME COLUMN severe_errors TO erros_graves;
ALTER TABLE agg_order RENAME COLUMN measured_kg TO peso_medido;
ALTER TABLE agg_order RENAME COLUMN last_date TO ultima_data;
ALTER TABLE agg_order RENAME COLUMN has_date_in_future TO data_futura;
ALTER TABLE agg_order RENAME COLUMN finishes_before_creation TO data_contraditoria;
ALTER TABLE agg_order RENAME COLUMN search_text TO texto_pesquisa;
ALTER TABLE agg_order RENAME COLUMN first_inspection TO porta;
ALTER TABLE agg_order RENAME COLUMN final_control_day TO dia_controlo;
ALTER TABLE agg_order RENAME COLUMN first_inspection_day TO dia_porta;
ALTER TABLE agg_order RENAME COLUMN defects TO defeitos;
ALTER TABLE agg_order RENAME COLUMN defects_severity_2 TO defeitos_g2;
ALTER TABLE agg_order RENAME COLUMN defects_severity_3 TO defeitos_g3;
ALTER TABLE agg_order RENAME COLUMN mould_lines TO linhas_molde;
ALTER TABLE agg_order RENAME COLUMN highest_sequence TO maior_sequencia;
ALTER TABLE agg_order RENAME TO agg_ordem;
ALTER TABLE agg_period_culprit RENAME COLUMN grain TO grao;
ALTER TABLE agg_period_culprit RENAME COLUMN start_day TO inicio;
ALTER TABLE agg_period_culprit RENAME COLUMN first_inspection TO porta;
ALTER TABLE agg_period_culprit RENAME COLUMN orders TO ordens;
ALTER TABLE agg_period_culprit RENAME COLUMN orders_severity_2 TO ordens_g2;
ALTER TABLE agg_period_culprit RENAME COLUMN orders_severity_3 TO ordens_g3;
ALTER TABLE agg_period_culprit RENAME COLUMN errors TO erros;
ALTER TABLE agg_period_culprit RENAME COLUMN errors_severity_1 TO erros_g1;
ALTER TABLE agg_period_culprit RENAME COLUMN errors_severity_2 TO erros_g2;
ALTER TABLE agg_period_culprit RENAME COLUMN errors_severity_3 TO erros_g3;
ALTER TABLE agg_period_culprit RENAME TO agg_periodo_culpa;
ALTER TABLE agg_period_delivery RENAME COLUMN grain TO grao;
ALTER TABLE agg_period_delivery RENAME COLUMN start_day TO inicio;
ALTER TABLE agg_period_delivery RENAME COLUMN finished TO acabadas;
ALTER TABLE agg_period_delivery RENAME COLUMN finished_with_lead_time TO acabadas_com_prazo;
ALTER TABLE agg_period_delivery RENAME COLUMN finished_with_rework TO acabadas_com_retorno;
ALTER TABLE agg_period_delivery RENAME COLUMN finished_without_due TO acabadas_sem_previsao;
ALTER TABLE agg_period_delivery RENAME COLUMN finished_without_day TO acabadas_sem_dia;
ALTER TABLE agg_period_delivery RENAME COLUMN phases TO fases;
ALTER TABLE agg_period_delivery RENAME COLUMN reworks TO retornos;
ALTER TABLE agg_period_delivery RENAME COLUMN due_on_time TO devidas_a_tempo;
ALTER TABLE agg_period_delivery RENAME COLUMN due_late TO devidas_tarde;
ALTER TABLE agg_period_delivery RENAME COLUMN due_still_open TO devidas_em_aberto;
ALTER TABLE agg_period_delivery RENAME COLUMN due_outcome_unknown TO devidas_sem_desfecho;
ALTER TABLE agg_period_delivery RENAME TO agg_periodo_entrega;
ALTER TABLE agg_period_error RENAME COLUMN grain TO grao;
ALTER TABLE agg_period_error RENAME COLUMN start_day TO inicio;
ALTER TABLE agg_period_error RENAME COLUMN first_inspection TO porta;
ALTER TABLE agg_period_error RENAME COLUMN class TO classe;
ALTER TABLE agg_period_error RENAME COLUMN errors TO erros;
ALTER TABLE agg_period_error RENAME COLUMN errors_severity_1 TO erros_g1;
ALTER TABLE agg_period_error RENAME COLUMN errors_severity_2 TO erros_g2;
ALTER TABLE agg_period_error RENAME COLUMN errors_severity_3 TO erros_g3;
ALTER TABLE agg_period_error RENAME TO agg_periodo_erro;
ALTER TABLE agg_period_lead_time RENAME COLUMN grain TO grao;
ALTER TABLE agg_period_lead_time RENAME COLUMN start_day TO inicio;
ALTER TABLE agg_period_lead_time RENAME COLUMN lead_time_days TO lead_dias;
ALTER TABLE agg_period_lead_time RENAME COLUMN orders TO ordens;
ALTER TABLE agg_period_lead_time RENAME TO agg_periodo_prazo;
ALTER TABLE agg_period_quality RENAME COLUMN grain TO grao;
ALTER TABLE agg_period_quality RENAME COLUMN start_day TO inicio;
ALTER TABLE agg_period_quality RENAME COLUMN first_inspection TO porta;
ALTER TABLE agg_period_quality RENAME COLUMN boats TO barcos;
ALTER TABLE agg_period_quality RENAME COLUMN boats_without_defect TO barcos_sem_defeito;
ALTER TABLE agg_period_quality RENAME COLUMN boats_without_severity_2 TO barcos_sem_g2;
ALTER TABLE agg_period_quality RENAME COLUMN boats_without_severity_3 TO barcos_sem_g3;
ALTER TABLE agg_period_quality RENAME COLUMN defects TO defeitos;
ALTER TABLE agg_period_quality RENAME COLUMN defects_severity_1 TO defeitos_g1;
ALTER TABLE agg_period_quality RENAME COLUMN defects_severity_2 TO defeitos_g2;
ALTER TABLE agg_period_quality RENAME COLUMN defects_severity_3 TO defeitos_g3;
ALTER TABLE agg_period_quality RENAME COLUMN defects_without_culprit TO defeitos_sem_culpada;
ALTER TABLE agg_period_quality RENAME COLUMN defects_unknown TO defeitos_desconhecidos;
ALTER TABLE agg_period_quality RENAME COLUMN mould_lines TO linhas_molde;
ALTER TABLE agg_period_quality RENAME COLUMN passed_lines TO linhas_passou;
ALTER TABLE agg_period_quality RENAME COLUMN lines_without_inspection TO linhas_sem_porta;
ALTER TABLE agg_period_quality RENAME COLUMN finished_without_inspection TO acabados_sem_porta;
ALTER TABLE agg_period_quality RENAME COLUMN defects_culprit_missing TO defeitos_culpada_em_falta;
ALTER TABLE agg_period_quality RENAME TO agg_periodo_qualidade;
ALTER TABLE agg_product RENAME COLUMN is_known TO conhecido;
ALTER TABLE agg_product RENAME COLUMN search_text TO texto_pesquisa;
ALTER TABLE agg_product RENAME COLUMN orders TO ordens;
ALTER TABLE agg_product RENAME TO agg_produto;
ALTER TABLE agg_product_month RENAME COLUMN month TO mes;
ALTER TABLE agg_product_month RENAME COLUMN orders TO ordens;
ALTER TABLE agg_product_month RENAME COLUMN still_open TO abertas;
ALTER TABLE agg_product_month RENAME COLUMN hull_kg TO casco_kg;
ALTER TABLE agg_product_month RENAME TO agg_produto_mes;
ALTER TABLE error_text_class RENAME COLUMN classification_id TO classificacao_id;
ALTER TABLE error_text_class RENAME COLUMN key TO chave;
ALTER TABLE error_text_class RENAME COLUMN text TO texto;
ALTER TABLE error_text_class RENAME COLUMN class TO classe;
ALTER TABLE error_text_class RENAME COLUMN decided_by TO quem;
ALTER TABLE error_text_class RENAME COLUMN decided_at TO quando;
ALTER TABLE error_text_class RENAME TO classificacao_defeito;
ALTER TABLE coverage RENAME COLUMN placed_by TO relogio;
ALTER TABLE coverage RENAME COLUMN month TO mes;
ALTER TABLE coverage RENAME COLUMN measure TO medida;
ALTER TABLE coverage RENAME COLUMN rows TO linhas;
ALTER TABLE coverage RENAME TO cobertura;
ALTER TABLE coverage_inspection_lag RENAME COLUMN days TO dias;
ALTER TABLE coverage_inspection_lag RENAME TO cobertura_desmolde;
ALTER TABLE coverage_route RENAME COLUMN steps TO passos;
ALTER TABLE coverage_route RENAME TO cobertura_rota;
ALTER TABLE ingestion_sheet_runs RENAME COLUMN table_name TO tabela;
ALTER TABLE issue_spans RENAME COLUMN key TO chave;
ALTER TABLE kpi_snapshot RENAME COLUMN day TO dia;
ALTER TABLE kpi_snapshot RENAME COLUMN indicator TO indicador;
ALTER TABLE kpi_snapshot RENAME COLUMN value TO valor;
ALTER TABLE kpi_snapshot RENAME COLUMN rows TO linhas;
ALTER TABLE kpi_snapshot RENAME COLUMN definition TO definicao;
ALTER TABLE lost_rows RENAME COLUMN table_name TO tabela;
ALTER TABLE lost_rows RENAME COLUMN created_day TO dia_criacao;
ALTER TABLE lost_rows RENAME COLUMN finished_day TO dia_acabamento;
ALTER TABLE lost_rows RENAME COLUMN inspected_day TO dia_desmolde;
ALTER TABLE lost_rows RENAME COLUMN rows TO linhas;
ALTER TABLE lost_rows RENAME TO linhas_perdidas;
ALTER TABLE match_rates RENAME COLUMN table_name TO tabela;
ALTER TABLE match_rates RENAME COLUMN column_name TO coluna;
ALTER TABLE match_rates RENAME COLUMN referred_table TO refere_tabela;
ALTER TABLE match_rates RENAME COLUMN referred_column TO refere_coluna;
ALTER TABLE seen_due_day RENAME COLUMN as_of TO momento;
ALTER TABLE seen_due_day RENAME COLUMN day TO dia;
ALTER TABLE seen_due_day RENAME COLUMN previous_day TO antes;
ALTER TABLE seen_due_day RENAME COLUMN is_finished TO acabada;
ALTER TABLE seen_due_day RENAME COLUMN withdrawn_by TO retirada_por;
ALTER TABLE seen_due_day RENAME TO prazo_visto;
ALTER TABLE forecast_lateness RENAME COLUMN is_open TO aberta;
ALTER TABLE forecast_lateness RENAME COLUMN cases TO casos;
ALTER TABLE forecast_lateness RENAME COLUMN reliability TO fiabilidade;
ALTER TABLE forecast_lateness RENAME TO previsao_atraso;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN cutoff_day TO corte;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN resolved TO resolvidas;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN cutoffs TO cortes;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN skill TO pericia;
ALTER TABLE forecast_lateness_cutoff RENAME COLUMN is_open TO aberta;
ALTER TABLE forecast_lateness_cutoff RENAME TO previsao_atraso_corte;
ALTER TABLE forecast_backtest RENAME COLUMN computed_at TO feito_em;
ALTER TABLE forecast_backtest RENAME COLUMN rule_version TO regra;
ALTER TABLE forecast_backtest RENAME COLUMN cutoffs TO cortes;
ALTER TABLE forecast_backtest RENAME COLUMN censor_days TO censura_dias;
ALTER TABLE forecast_backtest RENAME COLUMN seconds TO segundos;
ALTER TABLE forecast_backtest RENAME TO previsao_ensaio;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN population TO populacao;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN cutoff_day TO corte;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN quantile TO quantil;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN orders TO ordens;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN loss TO perda;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN loss_base TO perda_base;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN judged TO julgadas;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN covered TO cobertas;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN judged_base TO julgadas_base;
ALTER TABLE forecast_backtest_cutoff RENAME COLUMN covered_base TO cobertas_base;
ALTER TABLE forecast_backtest_cutoff RENAME TO previsao_ensaio_corte;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN population TO populacao;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN cutoffs TO cortes;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN cutoffs_better TO melhor_em;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN ratio TO razao;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN ratio_low TO razao_baixo;
ALTER TABLE forecast_backtest_ratio RENAME COLUMN ratio_high TO razao_alto;
ALTER TABLE forecast_backtest_ratio RENAME TO previsao_ensaio_razao;
ALTER TABLE forecast_order RENAME COLUMN days_p50 TO dias_p50;
ALTER TABLE forecast_order RENAME COLUMN days_p80 TO dias_p80;
ALTER TABLE forecast_order RENAME COLUMN days_p90 TO dias_p90;
ALTER TABLE forecast_order RENAME COLUMN days_p95 TO dias_p95;
ALTER TABLE forecast_order RENAME COLUMN product_factor TO fator;
ALTER TABLE forecast_order RENAME COLUMN cases TO casos;
ALTER TABLE forecast_order RENAME COLUMN no_forecast_reason TO razao;
ALTER TABLE forecast_order RENAME COLUMN share_after_due TO parte_depois;
ALTER TABLE forecast_order RENAME TO previsao_ordem;
ALTER TABLE run_changes RENAME COLUMN table_name TO tabela;
ALTER TABLE run_changes RENAME COLUMN key TO chave;
ALTER TABLE run_issues RENAME COLUMN key TO chave;
ALTER TABLE run_rejects RENAME COLUMN key TO chave;
ALTER TABLE pseudonym_secret RENAME COLUMN salt TO sal;
ALTER TABLE pseudonym_secret RENAME TO segredo_pseudonimos;

ALTER TABLE agg_periodo_qualidade ADD CONSTRAINT agg_periodo_qualidade_grao_check CHECK (grao IN ('dia', 'mes', 'ano', 'tudo', 'sem_dia'));
ALTER TABLE cobertura ADD CONSTRAINT cobertura_relogio_check CHECK (relogio IN ('criacao', 'acabamento', 'desmolde', 'fase'));

CREATE FUNCTION periodos_de(de date, ate date) RETURNS TABLE (grao text, desde date, antes date)
LANGUAGE sql IMMUTABLE ROWS 5 AS $$
  WITH limites AS (
    SELECT coalesce(de, '-infinity')::timestamp AS a, coalesce(ate, 'infinity')::timestamp + interval '1 day' AS b
  ), cheios AS (
    SELECT a, b,
           date_trunc('month', a + interval '1 month' - interval '1 day') AS m1, date_trunc('month', b) AS m2,
           date_trunc('year', a + interval '1 year' - interval '1 day') AS y1, date_trunc('year', b) AS y2
    FROM limites
  )
  SELECT v.grao, v.desde::date, v.antes::date
  FROM cheios CROSS JOIN LATERAL (VALUES
    ('tudo', '-infinity'::timestamp, CASE WHEN de IS NULL AND ate IS NULL THEN 'infinity'::timestamp END),
    ('ano', y1, y2),
    ('mes', m1, least(y1, m2)),
    ('mes', CASE WHEN y1 <= y2 THEN y2 END, m2),
    ('dia', a, least(m1, b)),
    ('dia', CASE WHEN m1 <= m2 THEN m2 END, b)
  ) v (grao, desde, antes)
  WHERE v.desde < v.antes AND ((de IS NULL AND ate IS NULL) = (v.grao = 'tudo'))
$$;

CREATE FUNCTION erros_do_periodo(de date, ate date, produto integer) RETURNS TABLE (
  dia date, familia text, porta smallint, classe text, fase_avaliacao integer, fase_culpada integer, descricao_id integer,
  erros integer, erros_g1 integer, erros_g2 integer, erros_g3 integer)
LANGUAGE sql STABLE ROWS 1000 AS $$
  SELECT e.inicio, e.familia, e.porta, e.classe, e.fase_avaliacao, e.fase_culpada, e.descricao_id, e.erros, e.erros_g1, e.erros_g2, e.erros_g3
  FROM periodos_de(de, ate) p JOIN agg_periodo_erro e ON e.grao = p.grao AND e.inicio >= p.desde AND e.inicio < p.antes
  WHERE produto IS NULL
  UNION ALL
  SELECT e.dia_porta, e.familia, e.porta, e.classe, e.fase_avaliacao, e.fase_culpada, e.descricao_id, e.erros,
         CASE WHEN e.gravidade = 1 THEN e.erros ELSE 0 END, CASE WHEN e.gravidade = 2 THEN e.erros ELSE 0 END,
         CASE WHEN e.gravidade = 3 THEN e.erros ELSE 0 END
  FROM agg_erro_dia e
  WHERE e.produto_id = produto AND e.dia_porta >= coalesce(de, '-infinity') AND e.dia_porta <= coalesce(ate, 'infinity')
$$;

CREATE FUNCTION pseudonimo(funcionario_id integer) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT 'F-' || left(encode(sha256(sal || int4send(funcionario_id)), 'hex'), 12) FROM segredo_pseudonimos
$$;

CREATE VIEW ordem_factos AS
SELECT a.of_id, a.produto_id, p.produto_nome, a.familia, a.fase_id, c.fase_nome, c.fase_sequencia,
       c.fase_de_producao, c.fase_automatica, a.estado, a.aberta, a.dia_criacao, a.acabada_em, a.dia_acabamento,
       a.dia_previsto, a.lead_dias, a.iniciada_em, a.fase_desde, a.fase_em_curso, a.ultima_actividade,
       a.fases, a.fases_concluidas, a.fases_abertas, a.retornos, a.retornos_concluidos, a.erros, a.erros_graves,
       a.peso_medido, a.data_futura, a.data_contraditoria, a.texto_pesquisa,
       (SELECT as_of::date FROM publication) - a.dia_criacao AS idade_dias,
       -- What most orders are comes first; a forecast is looked up for open ones only.
       CASE
         WHEN a.estado = 'SCRAPPED' THEN NULL
         WHEN a.dia_previsto IS NULL THEN 'NO_DUE'
         WHEN a.aberta THEN
           CASE
             WHEN a.dia_previsto < (SELECT as_of::date FROM publication) THEN 'LATE'
             WHEN (SELECT f.dias_p50 FROM previsao_ordem f WHERE f.of_id = a.of_id) > a.dia_previsto - (SELECT as_of::date FROM publication) THEN 'AT_RISK'
             ELSE 'ON_TRACK'
           END
         -- Finished on a day that is missing or lies: late only if it cannot be otherwise.
         WHEN a.lead_dias IS NULL AND (a.dia_acabamento IS NULL OR a.data_contraditoria OR a.acabada_em > (SELECT as_of FROM publication))
           THEN CASE WHEN a.dia_previsto >= (SELECT as_of::date FROM publication) THEN 'ON_TRACK' END
         WHEN a.dia_acabamento > a.dia_previsto THEN 'LATE'
         ELSE 'ON_TRACK'
       END AS due_status,
       v.dias_p50, v.dias_p80, v.dias_p90, v.dias_p95, (SELECT as_of::date FROM publication) + v.dias_p50 AS dia_esperado, v.fator, v.casos, v.razao,
       -- Looked up only where they are asked for.
       (SELECT x.dia FROM prazo_visto x WHERE x.of_id = a.of_id AND x.retirada_por IS NULL AND NOT x.acabada AND x.dia IS NOT NULL
        ORDER BY x.run_id LIMIT 1) AS due_first,
       (SELECT count(*)::int FROM prazo_visto x WHERE x.of_id = a.of_id AND x.retirada_por IS NULL AND x.dia > x.antes) AS due_slips,
       CASE WHEN a.aberta THEN (SELECT CASE WHEN a.dia_previsto < p.as_of::date THEN 1.0
           ELSE 1 / (1 + exp(-(g.a + g.b * ln(s.parte / (1 - s.parte)) + g.c * ln(1 + (a.dia_previsto - p.as_of::date))))) END
         FROM previsao_atraso g CROSS JOIN publication p CROSS JOIN (SELECT least(0.999, greatest(0.001, v.parte_depois)) AS parte) s
         WHERE g.aberta AND (v.parte_depois IS NOT NULL OR a.dia_previsto < p.as_of::date)) END AS late_chance
FROM agg_ordem a
LEFT JOIN agg_produto p ON p.produto_id = a.produto_id
LEFT JOIN fases_catalogo c ON c.fase_id = a.fase_id
LEFT JOIN previsao_ordem v ON v.of_id = a.of_id;

CREATE VIEW ordem_cobertura AS
SELECT o.of_id, o.produto_id, o.familia, o.fase_id, o.aberta, o.dia_criacao, o.dia_acabamento,
       coalesce(o.dia_porta, o.dia_acabamento - (SELECT dias FROM cobertura_desmolde), o.dia_criacao) AS dia_desmolde,
       1 AS ordens, (o.fases > 0 OR o.erros > 0)::int AS nomeadas,
       (o.estado <> 'CREATED')::int AS comecadas, (o.estado <> 'CREATED' AND o.fases > 0)::int AS comecadas_com_fases,
       coalesce(x.passos, 0) AS passos, coalesce(least(o.fases - o.retornos, x.passos), 0) AS passos_havidos,
       (d.devido)::int AS desmoldes, (d.devido AND o.dia_porta IS NOT NULL)::int AS desmoldes_havidos,
       (m.produto_id IS NOT NULL)::int AS com_produto, (o.familia <> '?')::int AS com_familia,
       (o.dia_previsto IS NOT NULL)::int AS com_prazo,
       coalesce(m.produto_qtd_gel_deck > 0 AND m.produto_qtd_gel_casco > 0, false)::int AS com_gelcoat,
       (o.dia_desmolde IS NOT NULL)::int AS desmoldadas,
       (o.dia_desmolde IS NOT NULL AND o.peso_medido IS NOT NULL)::int AS pesadas, o.fases
FROM agg_ordem o
LEFT JOIN cobertura_rota r ON r.produto_id = o.produto_id
LEFT JOIN modelos m ON m.produto_id = o.produto_id
CROSS JOIN LATERAL (SELECT least(r.passos, nullif(o.maior_sequencia, 0)) AS passos) x
CROSS JOIN LATERAL (SELECT o.porta <> 0 AND o.estado IN ('DONE', 'AWAITING_SHIPPING') AS devido) d;

CREATE VIEW erro_cobertura AS
SELECT e.produto_id, e.familia, coalesce(e.dia_porta, CASE WHEN e.data_fiavel THEN e.dia END, o.dia_desmolde) AS dia_desmolde,
       e.erros, CASE WHEN e.data_fiavel THEN e.erros ELSE 0 END AS erros_com_dia,
       CASE WHEN d.defeito THEN e.erros ELSE 0 END AS defeitos,
       CASE WHEN d.defeito AND e.fase_culpada IS NOT NULL THEN e.erros ELSE 0 END AS defeitos_com_culpada
FROM agg_erro_dia e LEFT JOIN ordem_cobertura o ON o.of_id = e.of_id
CROSS JOIN LATERAL (SELECT e.classe IN ('BOAT_DEFECT', 'UNKNOWN') AS defeito) d;

CREATE VIEW ordem_nao_listada AS
SELECT f.faseof_of_id AS of_id, min(coalesce(f.faseof_inicio, f.faseof_fim))::date AS dia_criacao, max(f.faseof_fim)::date AS dia_acabamento,
       coalesce(min(f.faseof_fim) FILTER (WHERE f.faseof_fase_id = 6), max(f.faseof_fim))::date AS dia_desmolde
FROM issue_spans i JOIN fases_ordem_fabrico f ON f.faseof_of_id = i.chave::int
WHERE i.type = 'ORPHAN' AND i.entity = 'fases_ordem_fabrico.faseof_of_id' AND i.resolved_run_id IS NULL
GROUP BY f.faseof_of_id;
