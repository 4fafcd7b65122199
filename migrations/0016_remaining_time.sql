-- The remaining time of open orders by hazard (age, family, product), in place of a chance of lateness that no single dump can give.
-- Up Migration

DROP VIEW ordem_factos;
DROP VIEW previsao_aptidao;
DROP TABLE previsao_backtest;
DROP TABLE previsao_ordem;
DROP TABLE agg_comecos;

CREATE TABLE previsao_ordem (
  of_id integer PRIMARY KEY,
  dias_p50 integer,
  dias_p80 integer,
  dias_p90 integer,
  dias_p95 integer,
  fator double precision,
  casos integer NOT NULL,
  razao text CHECK (razao IN ('NO_CREATION', 'AT_REST', 'TOO_OLD', 'NO_HISTORY')),
  CHECK ((dias_p50 IS NULL) = (razao IS NOT NULL))
);
COMMENT ON TABLE previsao_ordem IS 'Open orders: days from the dump''s day until which at least so many of like ones are finished; the rule stands in docs/metrics.md';
COMMENT ON COLUMN previsao_ordem.dias_p50 IS 'Half of such orders are finished by then, 0 being the dump''s own day; p80, p90, p95 null where that lies beyond all that was seen';
COMMENT ON COLUMN previsao_ordem.fator IS 'The hazard of the family is multiplied by it: finishes of the product in the last year against those expected, at this age';
COMMENT ON COLUMN previsao_ordem.casos IS 'Finishes of the family in the year before the dump''s day';
COMMENT ON COLUMN previsao_ordem.razao IS 'Why nothing is told. NO_CREATION: creation unknown or after as_of; AT_REST: stands where boats stay; TOO_OLD: over a year old; NO_HISTORY: too few finishes in a year, or half of such orders do not finish within what was seen';

-- How good it is: tried on past days, by a job after each publication. Not counted from core anew with the aggregates.
CREATE TABLE previsao_ensaio (
  run_id bigint NOT NULL REFERENCES ingestion_runs,
  as_of timestamp NOT NULL,
  feito_em timestamptz NOT NULL,
  regra smallint NOT NULL,
  cortes integer NOT NULL,
  censura_dias integer NOT NULL,
  segundos numeric NOT NULL
);
CREATE UNIQUE INDEX previsao_ensaio_uma_idx ON previsao_ensaio ((true));
COMMENT ON TABLE previsao_ensaio IS 'At most one row: of which published state, when and by which rule the backtest was made';
COMMENT ON COLUMN previsao_ensaio.censura_dias IS 'Losses are counted up to so many days from the cut-off';

CREATE TABLE previsao_ensaio_corte (
  populacao text NOT NULL CHECK (populacao IN ('OPEN', 'NEW')),
  corte date NOT NULL,
  familia text COLLATE "C" NOT NULL,
  quantil double precision NOT NULL,
  ordens integer NOT NULL,
  perda double precision NOT NULL,
  perda_base double precision NOT NULL,
  julgadas integer NOT NULL,
  cobertas integer NOT NULL,
  julgadas_base integer NOT NULL,
  cobertas_base integer NOT NULL,
  PRIMARY KEY (populacao, corte, familia, quantil)
);
COMMENT ON TABLE previsao_ensaio_corte IS 'What a quantile told at a past day, held against what came';
COMMENT ON COLUMN previsao_ensaio_corte.populacao IS 'OPEN: orders open at the cut-off; NEW: those created in the 30 days from it on';
COMMENT ON COLUMN previsao_ensaio_corte.perda IS 'Pinball loss in days, summed over the orders; perda_base: of the baseline';
COMMENT ON COLUMN previsao_ensaio_corte.julgadas IS 'Orders of which it is known whether they were finished by the told day, of which cobertas were';

CREATE TABLE previsao_ensaio_razao (
  populacao text NOT NULL,
  familia text COLLATE "C" NOT NULL,
  cortes integer NOT NULL,
  melhor_em integer NOT NULL,
  razao double precision,
  razao_baixo double precision,
  razao_alto double precision,
  PRIMARY KEY (populacao, familia)
);
COMMENT ON TABLE previsao_ensaio_razao IS 'Loss of the forecast divided by that of the baseline, over all cut-offs and quantiles; below 1 it is better';
COMMENT ON COLUMN previsao_ensaio_razao.razao_baixo IS '2.5 and (alto) 97.5 % of 2,000 draws of the cut-offs';
COMMENT ON COLUMN previsao_ensaio_razao.familia IS 'A family, or all';
COMMENT ON COLUMN previsao_ensaio_razao.melhor_em IS 'Cut-offs at which the forecast lost less than the baseline';

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


-- Down Migration

DROP VIEW ordem_factos;
DROP TABLE previsao_ensaio_razao;
DROP TABLE previsao_ensaio_corte;
DROP TABLE previsao_ensaio;
DROP TABLE previsao_ordem;

CREATE TABLE agg_comecos (
  of_id integer PRIMARY KEY,
  comecos text NOT NULL
);
COMMENT ON TABLE agg_comecos IS 'Orders that the forecast learns from or is made for: open, or finished in the last year and a half';
COMMENT ON COLUMN agg_comecos.comecos IS 'Phases that it began, by the day on which it first did: phase:day phase:day, days since 2000-01-01';


CREATE TABLE previsao_ordem (
  of_id integer PRIMARY KEY,
  amostra integer NOT NULL,
  base text CHECK (base IN ('familia', 'todas')),
  parte_historica double precision,
  probabilidade_atraso double precision,
  dias_restantes_p50 integer,
  dias_restantes_p90 integer,
  dia_esperado date,
  razao text
);
COMMENT ON TABLE previsao_ordem IS 'Open orders with a due day: how likely they are late, from the history of the remaining way';
COMMENT ON COLUMN previsao_ordem.amostra IS 'Orders finished in the year before as_of, which had waited at least as long where this one stands, that the estimate rests on';
COMMENT ON COLUMN previsao_ordem.base IS 'Whose history: of the family, or of all families where that is too small';
COMMENT ON COLUMN previsao_ordem.parte_historica IS 'Share of those orders'' remaining times that exceed the days left';
COMMENT ON COLUMN previsao_ordem.probabilidade_atraso IS 'Half-way between parte_historica and the share of late orders in the year before; 1 where the due day has passed; null where there is no estimate: razao says why';
COMMENT ON COLUMN previsao_ordem.dia_esperado IS 'as_of plus the median of the remaining days';
COMMENT ON COLUMN previsao_ordem.razao IS 'NO_HISTORY: fewer than 20 past orders waited so long at that phase; NO_START: neither creation nor phase is known';

CREATE TABLE previsao_backtest (
  corte date PRIMARY KEY,
  ordens integer NOT NULL,
  atrasadas integer NOT NULL,
  sem_previsao integer NOT NULL,
  brier double precision,
  brier_base double precision,
  taxa_base double precision
);
COMMENT ON TABLE previsao_backtest IS 'The forecast at past days, from what had happened by then, held against what came';
COMMENT ON COLUMN previsao_backtest.ordens IS 'Orders open at the cut-off, due between it and as_of, with a forecast (sem_previsao: without one); atrasadas of them were late';
COMMENT ON COLUMN previsao_backtest.brier IS 'Mean squared error of the chances; brier_base: of the base rate (taxa_base, the share of late orders known at the cut-off) on the same orders';

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
