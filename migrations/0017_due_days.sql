-- Due days are remembered: what each run saw first of an order, and whenever it differed from then on.
-- Up Migration

CREATE TABLE prazo_visto (
  of_id integer NOT NULL,
  run_id bigint NOT NULL REFERENCES ingestion_runs,
  momento timestamp NOT NULL,
  dia date,
  antes date,
  acabada boolean NOT NULL,
  retirada_por bigint REFERENCES ingestion_runs,
  PRIMARY KEY (of_id, run_id)
);
COMMENT ON TABLE prazo_visto IS 'Due days as runs saw them: the first of an order that was not finished, and every later one that differs. Kept when the changes of runs are pruned';
COMMENT ON COLUMN prazo_visto.momento IS 'The moment of the dump that showed it';
COMMENT ON COLUMN prazo_visto.dia IS 'Of_DataTransporte; null: it was taken away. antes: the day seen before';
COMMENT ON COLUMN prazo_visto.acabada IS 'The order was finished by then';
COMMENT ON COLUMN prazo_visto.retirada_por IS 'The rollback that withdrew the run: the row is kept, and counts for nothing';

-- Seeded from the runs whose changes are still kept. Runs that the published one goes back to, one before the other.
WITH RECURSIVE cadeia AS (
  SELECT r.run_id, CASE r.kind WHEN 'rollback' THEN r.source_run_id ELSE r.base_run_id END AS antes
  FROM publication p JOIN ingestion_runs r USING (run_id)
  UNION ALL
  SELECT r.run_id, CASE r.kind WHEN 'rollback' THEN r.source_run_id ELSE r.base_run_id END
  FROM cadeia c JOIN ingestion_runs r ON r.run_id = c.antes
), guardadas AS (
  SELECT run_id, kind, as_of FROM ingestion_runs r
  WHERE status = 'completed' AND base_run_id IS NOT NULL AND changes_pruned_at IS NULL
    AND NOT EXISTS (SELECT FROM ingestion_runs o WHERE o.status = 'completed' AND o.run_id > r.run_id AND o.changes_pruned_at IS NOT NULL)
), primeira AS (
  SELECT run_id, as_of FROM ingestion_runs
  WHERE status = 'completed' AND run_id < coalesce((SELECT min(run_id) FROM guardadas), 9223372036854775807) ORDER BY run_id DESC LIMIT 1
), mudancas AS (
  SELECT c.chave::integer AS of_id, c.run_id, g.kind, g.as_of,
         c.before IS NOT NULL AS havia, c.after IS NOT NULL AS ha,
         (c.before->>'of_data_transporte')::timestamp::date AS antes, (c.after->>'of_data_transporte')::timestamp::date AS dia,
         c.before->>'of_data_acabamento' IS NOT NULL AS acabada_antes, c.after->>'of_data_acabamento' IS NOT NULL AS acabada
  FROM run_changes c JOIN guardadas g USING (run_id) WHERE c.tabela = 'ordens_fabrico'
), inicio AS (
  SELECT DISTINCT ON (of_id) of_id, havia, antes AS dia, acabada_antes AS acabada FROM mudancas ORDER BY of_id, run_id
), vistos AS (
  SELECT of_id, p.run_id, p.as_of, 'ingest' AS kind, dia, NULL::date AS antes, acabada FROM inicio CROSS JOIN primeira p WHERE havia
  UNION ALL
  SELECT o.of_id, p.run_id, p.as_of, 'ingest', o.of_data_transporte::date, NULL, o.of_data_acabamento IS NOT NULL
  FROM ordens_fabrico o CROSS JOIN primeira p WHERE o.of_id NOT IN (SELECT of_id FROM inicio)
  UNION ALL
  SELECT of_id, run_id, as_of, kind, dia, antes, acabada FROM mudancas WHERE ha AND (NOT havia OR dia IS DISTINCT FROM antes OR acabada_antes AND NOT acabada)
), contados AS (
  SELECT v.*, v.run_id IN (SELECT run_id FROM cadeia) AS conta FROM vistos v WHERE kind <> 'rollback'
), seguidos AS (
  -- An order's rows begin where it had a due day and was not finished.
  SELECT c.*, min(c.run_id) FILTER (WHERE c.dia IS NOT NULL AND NOT c.acabada) OVER (PARTITION BY c.of_id) AS desde FROM contados c
)
INSERT INTO prazo_visto (of_id, run_id, momento, dia, antes, acabada, retirada_por)
SELECT of_id, run_id, as_of, dia, CASE WHEN run_id > desde THEN antes END, acabada,
       CASE WHEN NOT conta THEN (SELECT min(b.run_id) FROM ingestion_runs b WHERE b.kind = 'rollback' AND b.status = 'completed'
                                 AND b.run_id > s.run_id AND b.source_run_id < s.run_id) END
FROM seguidos s
WHERE run_id >= desde AND (run_id = desde OR dia IS DISTINCT FROM antes);

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

-- Down Migration

DROP VIEW ordem_factos;
DROP TABLE prazo_visto;
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
       v.dias_p50, v.dias_p80, v.dias_p90, v.dias_p95, (SELECT as_of::date FROM publication) + v.dias_p50 AS dia_esperado, v.fator, v.casos, v.razao
FROM agg_ordem a
LEFT JOIN agg_produto p ON p.produto_id = a.produto_id
LEFT JOIN fases_catalogo c ON c.fase_id = a.fase_id
LEFT JOIN previsao_ordem v ON v.of_id = a.of_id;
COMMENT ON VIEW ordem_factos IS 'agg_ordem with names, age at the dump''s moment, due status and forecast';
COMMENT ON COLUMN ordem_factos.idade_dias IS 'Days from creation to the dump''s day';
COMMENT ON COLUMN ordem_factos.due_status IS 'NO_DUE, ON_TRACK, AT_RISK (open: half of such orders are finished only after the due day), LATE (open: due day before the dump''s day; closed: finished after it); null where nobody can tell';
