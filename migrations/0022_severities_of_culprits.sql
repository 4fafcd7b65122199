-- Severities of what a culprit phase did to a product, defects whose culprit the file lacks; scrapped orders have no lead
-- time and no due status.
-- Up Migration

-- Filled when the tables are counted anew, under version 6 of their rules: before anything is asked of them.
ALTER TABLE agg_periodo_culpa ADD COLUMN erros_g1 integer NOT NULL DEFAULT 0;
ALTER TABLE agg_periodo_culpa ADD COLUMN erros_g2 integer NOT NULL DEFAULT 0;
ALTER TABLE agg_periodo_culpa ADD COLUMN erros_g3 integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN agg_periodo_culpa.erros IS 'Defects of the phase; g1 to g3: by severity, those without one in none of them';
ALTER TABLE agg_erro_dia ADD COLUMN culpada_em_falta boolean NOT NULL DEFAULT false;
ALTER TABLE agg_periodo_qualidade ADD COLUMN defeitos_culpada_em_falta integer NOT NULL DEFAULT 0;
ALTER TABLE agg_dia_qualidade ADD COLUMN defeitos_culpada_em_falta integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN agg_erro_dia.culpada_em_falta IS 'It names a culprit phase that the file lacks; fase_culpada is then null';
COMMENT ON COLUMN agg_periodo_qualidade.defeitos_culpada_em_falta IS 'Of defeitos_sem_culpada those that name one, which the file lacks';
COMMENT ON COLUMN agg_ordem.lead_dias IS 'Days from creation to finish (dates, not instants); null of a scrapped order, where not finished, or where a date lies (finish before creation or after as_of)';

CREATE OR REPLACE VIEW ordem_factos AS
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
COMMENT ON VIEW ordem_factos IS 'agg_ordem with names, age at the dump''s moment, due status and forecast';
COMMENT ON COLUMN ordem_factos.idade_dias IS 'Days from creation to the dump''s day';
COMMENT ON COLUMN ordem_factos.due_status IS 'NO_DUE, ON_TRACK, AT_RISK (open: half of such orders are finished only after the due day), LATE (open: due day before the dump''s day; closed: finished after it); null where nobody can tell, and of a scrapped order';
COMMENT ON COLUMN ordem_factos.due_first IS 'The due day that a run saw first, while the order was not finished; null where none did';
COMMENT ON COLUMN ordem_factos.due_slips IS 'How often a run saw the due day moved to a later day';
COMMENT ON COLUMN ordem_factos.late_chance IS 'Chance to finish after the due day; null where there is none to tell, and for every order while the gate is shut';

-- Down Migration

CREATE OR REPLACE VIEW ordem_factos AS
SELECT a.of_id, a.produto_id, p.produto_nome, a.familia, a.fase_id, c.fase_nome, c.fase_sequencia,
       c.fase_de_producao, c.fase_automatica, a.estado, a.aberta, a.dia_criacao, a.acabada_em, a.dia_acabamento,
       a.dia_previsto, a.lead_dias, a.iniciada_em, a.fase_desde, a.fase_em_curso, a.ultima_actividade,
       a.fases, a.fases_concluidas, a.fases_abertas, a.retornos, a.retornos_concluidos, a.erros, a.erros_graves,
       a.peso_medido, a.data_futura, a.data_contraditoria, a.texto_pesquisa,
       (SELECT as_of::date FROM publication) - a.dia_criacao AS idade_dias,
       -- What most orders are comes first; a forecast is looked up for open ones only.
       CASE
         WHEN a.dia_previsto IS NULL THEN 'NO_DUE'
         WHEN a.aberta THEN
           CASE
             WHEN a.dia_previsto < (SELECT as_of::date FROM publication) THEN 'LATE'
             WHEN (SELECT f.dias_p50 FROM previsao_ordem f WHERE f.of_id = a.of_id) > a.dia_previsto - (SELECT as_of::date FROM publication) THEN 'AT_RISK'
             ELSE 'ON_TRACK'
           END
         WHEN a.estado = 'SCRAPPED' THEN NULL
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
COMMENT ON VIEW ordem_factos IS 'agg_ordem with names, age at the dump''s moment, due status and forecast';
COMMENT ON COLUMN ordem_factos.idade_dias IS 'Days from creation to the dump''s day';
COMMENT ON COLUMN ordem_factos.due_status IS 'NO_DUE, ON_TRACK, AT_RISK (open: half of such orders are finished only after the due day), LATE (open: due day before the dump''s day; closed: finished after it); null where nobody can tell';
COMMENT ON COLUMN ordem_factos.due_first IS 'The due day that a run saw first, while the order was not finished; null where none did';
COMMENT ON COLUMN ordem_factos.due_slips IS 'How often a run saw the due day moved to a later day';
COMMENT ON COLUMN ordem_factos.late_chance IS 'Chance to finish after the due day; null where there is none to tell, and for every order while the gate is shut';
COMMENT ON COLUMN agg_ordem.lead_dias IS 'Days from creation to finish (dates, not instants); null where not finished, or where a date lies (finish before creation or after as_of)';
ALTER TABLE agg_dia_qualidade DROP COLUMN defeitos_culpada_em_falta;
ALTER TABLE agg_periodo_qualidade DROP COLUMN defeitos_culpada_em_falta;
ALTER TABLE agg_erro_dia DROP COLUMN culpada_em_falta;
ALTER TABLE agg_periodo_culpa DROP COLUMN erros_g3;
ALTER TABLE agg_periodo_culpa DROP COLUMN erros_g2;
ALTER TABLE agg_periodo_culpa DROP COLUMN erros_g1;
