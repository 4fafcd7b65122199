-- What the planner's questions read: order facts with their names, ages and due status, and the orders in which lists go.
-- Up Migration

-- Does the forecast beat the base rate? Over all cut-off days, each weighed by the orders that it judged.
CREATE VIEW previsao_aptidao AS
SELECT count(*)::int AS cortes,
       coalesce(sum(ordens), 0)::int AS ordens,
       coalesce(sum(atrasadas), 0)::int AS atrasadas,
       sum(brier * ordens) / nullif(sum(ordens) FILTER (WHERE brier IS NOT NULL), 0) AS brier,
       sum(brier_base * ordens) / nullif(sum(ordens) FILTER (WHERE brier_base IS NOT NULL), 0) AS brier_base,
       coalesce(sum(brier * ordens) < sum(brier_base * ordens), false) AS melhor
FROM previsao_backtest
WHERE brier IS NOT NULL AND brier_base IS NOT NULL;
COMMENT ON VIEW previsao_aptidao IS 'One row: Brier score of the forecast and of the base rate over the backtest; melhor: the forecast is worth showing';

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
             WHEN (SELECT melhor FROM previsao_aptidao)
               AND (SELECT f.probabilidade_atraso FROM previsao_ordem f WHERE f.of_id = a.of_id) > 0.5 THEN 'AT_RISK'
             ELSE 'ON_TRACK'
           END
         WHEN a.estado = 'SCRAPPED' THEN NULL
         -- Finished on a day that is missing or lies: late only if it cannot be otherwise.
         WHEN a.lead_dias IS NULL AND (a.dia_acabamento IS NULL OR a.data_contraditoria OR a.acabada_em > (SELECT as_of FROM publication))
           THEN CASE WHEN a.dia_previsto >= (SELECT as_of::date FROM publication) THEN 'ON_TRACK' END
         WHEN a.dia_acabamento > a.dia_previsto THEN 'LATE'
         ELSE 'ON_TRACK'
       END AS due_status,
       v.amostra, v.base, v.probabilidade_atraso, v.dias_restantes_p50, v.dias_restantes_p90, v.dia_esperado, v.razao
FROM agg_ordem a
LEFT JOIN agg_produto p ON p.produto_id = a.produto_id
LEFT JOIN fases_catalogo c ON c.fase_id = a.fase_id
LEFT JOIN previsao_ordem v ON v.of_id = a.of_id;
COMMENT ON VIEW ordem_factos IS 'agg_ordem with names, age at the dump''s moment, due status and forecast';
COMMENT ON COLUMN ordem_factos.idade_dias IS 'Days from creation to the dump''s day';
COMMENT ON COLUMN ordem_factos.due_status IS 'NO_DUE, ON_TRACK, AT_RISK (open, chance of lateness over one half, only where the forecast beats the base rate), LATE (open: due day before the dump''s day; closed: finished after it); null where nobody can tell';

-- One index for each order in which the list is read, both ways; the order id breaks ties.
CREATE INDEX agg_ordem_criacao_idx ON agg_ordem (coalesce(dia_criacao, '-infinity'::date), of_id);
CREATE INDEX agg_ordem_acabamento_idx ON agg_ordem (coalesce(acabada_em, '-infinity'::timestamp), of_id);
CREATE INDEX agg_ordem_previsto_idx ON agg_ordem (coalesce(dia_previsto, 'infinity'::date), of_id);
CREATE INDEX agg_ordem_fase_desde_idx ON agg_ordem (coalesce(fase_desde, '-infinity'::timestamp), of_id);
CREATE INDEX agg_ordem_produto_idx ON agg_ordem (coalesce(produto_id, 0), of_id);
-- What is still to be delivered: a twentieth of the orders, asked for all day.
CREATE INDEX agg_ordem_aberta_idx ON agg_ordem (fase_id, of_id) WHERE aberta;

-- Down Migration

DROP INDEX agg_ordem_aberta_idx;
DROP INDEX agg_ordem_produto_idx;
DROP INDEX agg_ordem_fase_desde_idx;
DROP INDEX agg_ordem_previsto_idx;
DROP INDEX agg_ordem_acabamento_idx;
DROP INDEX agg_ordem_criacao_idx;
DROP VIEW ordem_factos;
DROP VIEW previsao_aptidao;
