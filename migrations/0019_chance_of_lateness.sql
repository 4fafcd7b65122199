-- The chance of lateness: shut until due days that runs saw early enough have borne it out, month by month.
-- Up Migration

ALTER TABLE previsao_ordem ADD COLUMN parte_depois double precision;
COMMENT ON COLUMN previsao_ordem.parte_depois IS 'Share of like orders that are finished after the due day; null without a due day from the dump''s day on, or without a forecast';

CREATE TABLE previsao_atraso (
  aberta boolean NOT NULL,
  a double precision,
  b double precision,
  c double precision,
  casos integer NOT NULL,
  auc double precision,
  brier double precision,
  brier_base double precision,
  fiabilidade jsonb NOT NULL,
  CHECK (aberta = (a IS NOT NULL AND b IS NOT NULL AND c IS NOT NULL))
);
CREATE UNIQUE INDEX previsao_atraso_uma_idx ON previsao_atraso ((true));
COMMENT ON TABLE previsao_atraso IS 'At most one row, written with the backtest: may a chance of lateness be shown, and how is it scaled';
COMMENT ON COLUMN previsao_atraso.a IS 'Chance = 1 / (1 + exp(-(a + b x ln(parte / (1 - parte)) + c x ln(1 + days left)))), parte being previsao_ordem.parte_depois';
COMMENT ON COLUMN previsao_atraso.casos IS 'Chances given at the last six cut-offs before their outcome was known; auc, brier and fiabilidade are of these';
COMMENT ON COLUMN previsao_atraso.fiabilidade IS 'Fifths of the chances: [{chance, late, orders}], means over the orders of each';

CREATE TABLE previsao_atraso_corte (
  corte date PRIMARY KEY,
  resolvidas integer NOT NULL,
  cortes integer NOT NULL,
  pericia double precision,
  aberta boolean NOT NULL
);
COMMENT ON TABLE previsao_atraso_corte IS 'What was decided on the first day of each month since runs have seen due days, from nothing that came later';
COMMENT ON COLUMN previsao_atraso_corte.resolvidas IS 'Orders with a known outcome whose due day a run had seen 14 days before it, and the cut-offs (cortes) that they are of';
COMMENT ON COLUMN previsao_atraso_corte.pericia IS '1 - Brier of the chance / Brier of the rate known then, over the last six cut-offs';

DROP VIEW ordem_factos;
CREATE VIEW ordem_factos AS
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

-- Down Migration

DROP VIEW ordem_factos;
DROP TABLE previsao_atraso_corte;
DROP TABLE previsao_atraso;
ALTER TABLE previsao_ordem DROP COLUMN parte_depois;
CREATE VIEW ordem_factos AS
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
       (SELECT count(*)::int FROM prazo_visto x WHERE x.of_id = a.of_id AND x.retirada_por IS NULL AND x.dia > x.antes) AS due_slips
FROM agg_ordem a
LEFT JOIN agg_produto p ON p.produto_id = a.produto_id
LEFT JOIN fases_catalogo c ON c.fase_id = a.fase_id
LEFT JOIN previsao_ordem v ON v.of_id = a.of_id;
COMMENT ON VIEW ordem_factos IS 'agg_ordem with names, age at the dump''s moment, due status and forecast';
COMMENT ON COLUMN ordem_factos.idade_dias IS 'Days from creation to the dump''s day';
COMMENT ON COLUMN ordem_factos.due_status IS 'NO_DUE, ON_TRACK, AT_RISK (open: half of such orders are finished only after the due day), LATE (open: due day before the dump''s day; closed: finished after it); null where nobody can tell';
COMMENT ON COLUMN ordem_factos.due_first IS 'The due day that a run saw first, while the order was not finished; null where none did';
COMMENT ON COLUMN ordem_factos.due_slips IS 'How often a run saw the due day moved to a later day';
