-- What the services read: facts by order, day, phase, product and employee, built from core with every publication.
-- Nothing here depends on the moment of the question: ages and lateness are counted in queries, against publication.as_of.
-- Up Migration

-- One row: which state the tables below were built from, and under which rules.
CREATE TABLE agg_estado (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  run_id bigint REFERENCES ingestion_runs,
  rule_version smallint NOT NULL,
  as_of timestamp,
  modo text CHECK (modo IN ('full', 'incremental')),
  segundos numeric
);
INSERT INTO agg_estado (rule_version) VALUES (0);
COMMENT ON TABLE agg_estado IS 'One row: the run that the aggregates were built from, and the version of their rules';
COMMENT ON COLUMN agg_estado.modo IS 'How they were last refreshed, in so many segundos';

CREATE TABLE agg_produto (
  produto_id integer PRIMARY KEY,
  produto_nome text,
  familia text COLLATE "C" NOT NULL,
  conhecido boolean NOT NULL,
  texto_pesquisa text NOT NULL,
  ordens integer NOT NULL
);
COMMENT ON TABLE agg_produto IS 'One row a product that Modelos lists or an order names';
COMMENT ON COLUMN agg_produto.familia IS 'K1, K2, K4, C1, C2, C4, other; ? where the product is unknown or has no name';
COMMENT ON COLUMN agg_produto.conhecido IS 'Modelos has it';
COMMENT ON COLUMN agg_produto.texto_pesquisa IS 'Id and name, lower case, without accents';

CREATE TABLE agg_ordem (
  of_id integer PRIMARY KEY,
  produto_id integer,
  familia text COLLATE "C" NOT NULL,
  fase_id integer,
  estado text NOT NULL CHECK (estado IN ('CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING', 'DONE', 'SCRAPPED')),
  aberta boolean NOT NULL,
  dia_criacao date,
  acabada_em timestamp,
  dia_acabamento date,
  dia_previsto date,
  lead_dias integer,
  iniciada_em timestamp,
  dia_desmolde date,
  fase_desde timestamp,
  fase_em_curso boolean NOT NULL,
  ultima_actividade timestamp,
  fases integer NOT NULL,
  fases_concluidas integer NOT NULL,
  fases_abertas integer NOT NULL,
  retornos integer NOT NULL,
  retornos_concluidos integer NOT NULL,
  erros integer NOT NULL,
  erros_graves integer NOT NULL,
  peso_medido numeric,
  ultima_data timestamp,
  data_futura boolean NOT NULL,
  data_contraditoria boolean NOT NULL,
  texto_pesquisa text NOT NULL
);
COMMENT ON TABLE agg_ordem IS 'One row an order: where it stands, since when, and what has happened to it';
COMMENT ON COLUMN agg_ordem.produto_id IS 'As the order names it, also where Modelos does not know it';
COMMENT ON COLUMN agg_ordem.familia IS 'K1 ... C4, other; ? where the product is unknown, missing or without a name';
COMMENT ON COLUMN agg_ordem.fase_id IS 'Of_FaseId, the current phase: work in progress is counted here';
COMMENT ON COLUMN agg_ordem.estado IS 'The furthest state whose condition holds: SCRAPPED at 16, 17 or 50; DONE with an end date or at 12; AWAITING_SHIPPING at 9 or 10; IN_PROGRESS once a phase other than 11 has begun or the order stands at one; else CREATED';
COMMENT ON COLUMN agg_ordem.aberta IS 'estado is CREATED, IN_PROGRESS or AWAITING_SHIPPING: what is still to be delivered';
COMMENT ON COLUMN agg_ordem.lead_dias IS 'Days from creation to finish (dates, not instants); null where not finished, or where a date lies (finish before creation or after as_of)';
COMMENT ON COLUMN agg_ordem.dia_previsto IS 'Planned shipping day';
COMMENT ON COLUMN agg_ordem.iniciada_em IS 'First start (else end) of any phase but 11, not after as_of';
COMMENT ON COLUMN agg_ordem.dia_desmolde IS 'Day on which demoulding (phase 6) first ended, not after as_of: exposure of the quality figures';
COMMENT ON COLUMN agg_ordem.fase_desde IS 'Since when it stands at its phase: the start of the open instance there; else the latest of the last start there and of what last happened at other phases; else its creation; null where nothing is known';
COMMENT ON COLUMN agg_ordem.fase_em_curso IS 'An instance of the current phase is started and not ended (in hand); otherwise the order is queued there';
COMMENT ON COLUMN agg_ordem.ultima_actividade IS 'Last start or end of a phase, not after as_of';
COMMENT ON COLUMN agg_ordem.fases IS 'Phase instances, of which concluidas have an end and abertas a start without an end';
COMMENT ON COLUMN agg_ordem.retornos IS 'Instances flagged as rework, planned ones too; retornos_concluidos have an end';
COMMENT ON COLUMN agg_ordem.erros IS 'Errors of the order, all severities; erros_graves have severity 3';
COMMENT ON COLUMN agg_ordem.peso_medido IS 'FaseOf_Peso above 0 at final control (8), else at cutting (3), else at demoulding (6), else elsewhere; the highest where repeated; null where never weighed';
COMMENT ON COLUMN agg_ordem.ultima_data IS 'Latest actual date of the order and its phases, lying ones too; data_futura where it is after as_of';
COMMENT ON COLUMN agg_ordem.data_contraditoria IS 'The order ends before it was created';
COMMENT ON COLUMN agg_ordem.texto_pesquisa IS 'Order, product and its name, family, current phase; lower case, without accents';

CREATE TABLE agg_dia (
  dia date PRIMARY KEY,
  fases integer NOT NULL,
  activo boolean NOT NULL
);
COMMENT ON TABLE agg_dia IS 'One row a day on which a phase of work (of production, not automatic) ended, not after as_of';
COMMENT ON COLUMN agg_dia.fases IS 'Phases of work ended';
COMMENT ON COLUMN agg_dia.activo IS 'A factory-active day: at least a tenth of the median day''s phases';

CREATE TABLE agg_fase_dia (
  dia date NOT NULL,
  fase_id integer NOT NULL,
  fases integer NOT NULL,
  retornos integer NOT NULL,
  PRIMARY KEY (dia, fase_id)
);
COMMENT ON TABLE agg_fase_dia IS 'Phase instances ended by day (FaseOf_Fim, not after as_of) and phase, of which retornos are rework';

CREATE TABLE agg_fase_recente (
  dia date NOT NULL,
  fase_id integer NOT NULL,
  familia text COLLATE "C" NOT NULL,
  ordens integer NOT NULL,
  PRIMARY KEY (dia, fase_id, familia)
);
COMMENT ON TABLE agg_fase_recente IS 'Distinct orders that ended the phase on the day, over the 120 days up to as_of; they add up over families, not over days';

CREATE TABLE agg_fase_mes (
  fase_id integer NOT NULL,
  familia text COLLATE "C" NOT NULL,
  mes date NOT NULL,
  fases integer NOT NULL,
  retornos integer NOT NULL,
  segundos integer[] NOT NULL,
  PRIMARY KEY (fase_id, familia, mes)
);
COMMENT ON TABLE agg_fase_mes IS 'Phase instances ended by month (its first day), phase and family, of which retornos are rework';
COMMENT ON COLUMN agg_fase_mes.segundos IS 'Their durations above 0, in no order; those that last 0 or have lying dates are left out';

CREATE TABLE agg_fase_valor (
  fase_id integer NOT NULL,
  segundos integer NOT NULL,
  n integer NOT NULL,
  PRIMARY KEY (fase_id, segundos)
);
COMMENT ON TABLE agg_fase_valor IS 'How often a phase lasted so long: all usable durations, counted by value; agg_fase_mediana comes from it';

CREATE TABLE agg_fase_mediana (
  fase_id integer PRIMARY KEY,
  n integer NOT NULL,
  mediana_segundos integer NOT NULL,
  p90_segundos integer NOT NULL
);
COMMENT ON TABLE agg_fase_mediana IS 'Exact percentiles (as percentile_disc gives them) of all usable durations of a phase';

CREATE TABLE agg_erro_dia (
  of_id integer NOT NULL,
  dia date,
  data_fiavel boolean NOT NULL,
  produto_id integer,
  familia text COLLATE "C" NOT NULL,
  fase_avaliacao integer,
  fase_culpada integer,
  gravidade smallint,
  descricao_id integer,
  erros integer NOT NULL
);
COMMENT ON TABLE agg_erro_dia IS 'Errors by order, day of ofch_event_time, phases, severity and text: narrow rows to be summed';
COMMENT ON COLUMN agg_erro_dia.data_fiavel IS 'False where the day is only the order''s creation, after as_of, or missing: not for trends';
COMMENT ON COLUMN agg_erro_dia.fase_avaliacao IS 'Detecting phase (6 or 8)';
COMMENT ON COLUMN agg_erro_dia.fase_culpada IS 'Phase of the culprit instance; null where none is named or it does not exist';

CREATE TABLE agg_erro_descricao (
  descricao_id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  descricao text NOT NULL
);
CREATE UNIQUE INDEX agg_erro_descricao_idx ON agg_erro_descricao (md5(descricao));
COMMENT ON TABLE agg_erro_descricao IS 'The texts of the errors; kept while the database lives, so that ids are stable';

CREATE TABLE agg_funcionario_fase (
  funcionario_id integer NOT NULL,
  fase_id integer NOT NULL,
  mes date,
  participacoes integer NOT NULL,
  chefias integer NOT NULL,
  retornos integer NOT NULL,
  segundos integer[] NOT NULL,
  UNIQUE NULLS NOT DISTINCT (funcionario_id, fase_id, mes)
);
COMMENT ON TABLE agg_funcionario_fase IS 'What each employee took part in, by phase and month of its event time; ids only, no names';
COMMENT ON COLUMN agg_funcionario_fase.mes IS 'First day of the month of faseof_event_time; null where the phase has neither start nor end, or it is after as_of';
COMMENT ON COLUMN agg_funcionario_fase.participacoes IS 'Phase instances of existing phases, of which chefias as team leader and retornos rework';
COMMENT ON COLUMN agg_funcionario_fase.segundos IS 'Their durations above 0, in no order; a team''s duration counts for each of its members';

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

CREATE TABLE kpi_snapshot (
  dia date NOT NULL,
  indicador text NOT NULL,
  valor double precision,
  linhas integer NOT NULL,
  run_id bigint NOT NULL REFERENCES ingestion_runs,
  as_of timestamp NOT NULL,
  PRIMARY KEY (dia, indicador)
);
COMMENT ON TABLE kpi_snapshot IS 'One row a day of the dump''s clock and figure; the state published last for a day stands. The figures are declared in src/aggregates/snapshot.ts';
COMMENT ON COLUMN kpi_snapshot.linhas IS 'Rows that the figure rests on';

-- Down Migration

DROP TABLE kpi_snapshot;
DROP TABLE previsao_backtest;
DROP TABLE previsao_ordem;
DROP TABLE agg_funcionario_fase;
DROP TABLE agg_erro_descricao;
DROP TABLE agg_erro_dia;
DROP TABLE agg_fase_mediana;
DROP TABLE agg_fase_valor;
DROP TABLE agg_fase_mes;
DROP TABLE agg_fase_recente;
DROP TABLE agg_fase_dia;
DROP TABLE agg_dia;
DROP TABLE agg_ordem;
DROP TABLE agg_produto;
DROP TABLE agg_estado;
