-- Sums by day, month, year and over everything, so that any period is a handful of short ranges.
-- Up Migration

-- The ranges of which a period consists: whole years, whole months around them, single days at its edges.
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
COMMENT ON FUNCTION periodos_de IS 'Ranges [desde, antes) by grain that make up the days de ... ate, both included; null stands for no limit, and both null for everything, dateless facts too';

CREATE TABLE agg_periodo_qualidade (
  grao text COLLATE "C" NOT NULL CHECK (grao IN ('dia', 'mes', 'ano', 'tudo', 'sem_dia')),
  inicio date NOT NULL,
  produto_id integer,
  familia text COLLATE "C" NOT NULL,
  desmoldadas integer NOT NULL,
  desmoldadas_sem_erro integer NOT NULL,
  erros integer NOT NULL,
  erros_g1 integer NOT NULL,
  erros_g2 integer NOT NULL,
  erros_g3 integer NOT NULL,
  erros_sem_culpada integer NOT NULL
);
CREATE INDEX agg_periodo_qualidade_idx ON agg_periodo_qualidade (grao, inicio);
CREATE INDEX agg_periodo_qualidade_produto_idx ON agg_periodo_qualidade (produto_id, grao, inicio);
COMMENT ON TABLE agg_periodo_qualidade IS 'Demoulded orders and errors of a product by day, month, year and in all; each fact on its own day';
COMMENT ON COLUMN agg_periodo_qualidade.grao IS 'dia, mes, ano: inicio is its first day; tudo: everything; sem_dia: what has no day that can be trusted (part of tudo)';
COMMENT ON COLUMN agg_periodo_qualidade.desmoldadas IS 'Orders by the day on which demoulding first ended; sem_erro: without any error to this day';
COMMENT ON COLUMN agg_periodo_qualidade.erros IS 'Errors by the day on which they were found, all severities; g1 to g3 by severity';

CREATE TABLE agg_periodo_entrega (
  grao text COLLATE "C" NOT NULL,
  inicio date NOT NULL,
  produto_id integer,
  familia text COLLATE "C" NOT NULL,
  acabadas integer NOT NULL,
  acabadas_com_prazo integer NOT NULL,
  acabadas_com_retorno integer NOT NULL,
  acabadas_sem_previsao integer NOT NULL,
  acabadas_sem_dia integer NOT NULL,
  fases integer NOT NULL,
  retornos integer NOT NULL,
  devidas_a_tempo integer NOT NULL,
  devidas_tarde integer NOT NULL,
  devidas_em_aberto integer NOT NULL,
  devidas_sem_desfecho integer NOT NULL
);
CREATE INDEX agg_periodo_entrega_idx ON agg_periodo_entrega (grao, inicio);
CREATE INDEX agg_periodo_entrega_produto_idx ON agg_periodo_entrega (produto_id, grao, inicio);
COMMENT ON TABLE agg_periodo_entrega IS 'Finished and due orders of a product by period, grains as in agg_periodo_qualidade';
COMMENT ON COLUMN agg_periodo_entrega.acabadas IS 'Orders DONE by their finish day, where it does not lie; com_prazo: with a lead time; com_retorno: with an ended rework phase; sem_previsao: without a due day; sem_dia (only in tudo): DONE, but without a finish day or with one that lies';
COMMENT ON COLUMN agg_periodo_entrega.fases IS 'Ended phase instances of the finished orders, of which retornos are rework';
COMMENT ON COLUMN agg_periodo_entrega.devidas_a_tempo IS 'Orders by due day, before the dump''s day, not scrapped: finished by it; tarde: after it; em_aberto: still open; sem_desfecho: done, but no finish day or one that lies';

CREATE TABLE agg_dia_qualidade (
  dia date NOT NULL,
  familia text COLLATE "C" NOT NULL,
  desmoldadas integer NOT NULL,
  desmoldadas_sem_erro integer NOT NULL,
  erros integer NOT NULL,
  erros_g1 integer NOT NULL,
  erros_g2 integer NOT NULL,
  erros_g3 integer NOT NULL,
  erros_sem_culpada integer NOT NULL,
  PRIMARY KEY (dia, familia)
);
COMMENT ON TABLE agg_dia_qualidade IS 'The day rows of agg_periodo_qualidade, all products of a family together';

CREATE TABLE agg_periodo_erro (
  grao text COLLATE "C" NOT NULL,
  inicio date NOT NULL,
  familia text COLLATE "C" NOT NULL,
  fase_avaliacao integer,
  fase_culpada integer,
  descricao_id integer,
  erros integer NOT NULL,
  erros_g1 integer NOT NULL,
  erros_g2 integer NOT NULL,
  erros_g3 integer NOT NULL
);
CREATE INDEX agg_periodo_erro_idx ON agg_periodo_erro (grao, inicio);
CREATE INDEX agg_periodo_erro_culpada_idx ON agg_periodo_erro (fase_culpada, grao, inicio);
-- One product's errors are few: they are read as they are.
CREATE INDEX agg_erro_dia_produto_idx ON agg_erro_dia (produto_id);
COMMENT ON TABLE agg_periodo_erro IS 'Errors by period, family, phases and text (agg_erro_dia without the product); grains as in agg_periodo_qualidade';

CREATE TABLE agg_periodo_culpa (
  grao text COLLATE "C" NOT NULL,
  inicio date NOT NULL,
  produto_id integer,
  familia text COLLATE "C" NOT NULL,
  fase_culpada integer,
  ordens integer NOT NULL,
  erros integer NOT NULL
);
CREATE INDEX agg_periodo_culpa_idx ON agg_periodo_culpa (grao, inicio);
CREATE INDEX agg_periodo_culpa_produto_idx ON agg_periodo_culpa (produto_id, grao, inicio);
COMMENT ON TABLE agg_periodo_culpa IS 'What a culprit phase did to a product, by period, each fact on its own day';
COMMENT ON COLUMN agg_periodo_culpa.fase_culpada IS 'Null: errors without a culprit; an order counts there only if it has no error with one';
COMMENT ON COLUMN agg_periodo_culpa.ordens IS 'Orders with at least one error of the phase, by the day on which their demoulding first ended; an order counts once for each of its culprits';
COMMENT ON COLUMN agg_periodo_culpa.erros IS 'Errors of the phase, by the day on which they were found';

-- All employees' months.
CREATE INDEX agg_funcionario_fase_mes_idx ON agg_funcionario_fase (mes);

CREATE TABLE agg_periodo_prazo (
  grao text COLLATE "C" NOT NULL,
  inicio date NOT NULL,
  familia text COLLATE "C" NOT NULL,
  lead_dias integer NOT NULL,
  ordens integer NOT NULL
);
CREATE INDEX agg_periodo_prazo_idx ON agg_periodo_prazo (grao, inicio);
COMMENT ON TABLE agg_periodo_prazo IS 'Lead times of finished orders (agg_ordem.lead_dias) by finish day, counted';

CREATE FUNCTION erros_do_periodo(de date, ate date, produto integer) RETURNS TABLE (
  dia date, familia text, fase_avaliacao integer, fase_culpada integer, descricao_id integer,
  erros integer, erros_g1 integer, erros_g2 integer, erros_g3 integer)
LANGUAGE sql STABLE ROWS 1000 AS $$
  SELECT e.inicio, e.familia, e.fase_avaliacao, e.fase_culpada, e.descricao_id, e.erros, e.erros_g1, e.erros_g2, e.erros_g3
  FROM periodos_de(de, ate) p JOIN agg_periodo_erro e ON e.grao = p.grao AND e.inicio >= p.desde AND e.inicio < p.antes
  WHERE produto IS NULL
  UNION ALL
  SELECT CASE WHEN e.data_fiavel THEN e.dia END, e.familia, e.fase_avaliacao, e.fase_culpada, e.descricao_id, e.erros,
         CASE WHEN e.gravidade = 1 THEN e.erros ELSE 0 END, CASE WHEN e.gravidade = 2 THEN e.erros ELSE 0 END,
         CASE WHEN e.gravidade = 3 THEN e.erros ELSE 0 END
  FROM agg_erro_dia e
  WHERE e.produto_id = produto
    AND (de IS NULL AND ate IS NULL
         OR e.data_fiavel AND e.dia >= coalesce(de, '-infinity') AND e.dia <= coalesce(ate, 'infinity'))
$$;
COMMENT ON FUNCTION erros_do_periodo IS 'Errors found in a period, summed as far as they are kept; produto null: of all products. dia is the first day of what is summed';

-- Pseudonyms are made with it: stable in this database, of no use to who does not have it. It never leaves the database.
CREATE TABLE segredo_pseudonimos (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  sal bytea NOT NULL
);
INSERT INTO segredo_pseudonimos (sal)
VALUES (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

CREATE FUNCTION pseudonimo(funcionario_id integer) RETURNS text
LANGUAGE sql STABLE AS $$
  SELECT 'F-' || left(encode(sha256(sal || int4send(funcionario_id)), 'hex'), 12) FROM segredo_pseudonimos
$$;
COMMENT ON FUNCTION pseudonimo IS 'Name under which an employee appears to those who may not see names';

-- Down Migration

DROP FUNCTION pseudonimo;
DROP TABLE segredo_pseudonimos;
DROP FUNCTION erros_do_periodo;
DROP INDEX agg_erro_dia_produto_idx;
DROP INDEX agg_funcionario_fase_mes_idx;
DROP TABLE agg_periodo_prazo;
DROP TABLE agg_periodo_culpa;
DROP TABLE agg_periodo_erro;
DROP TABLE agg_dia_qualidade;
DROP TABLE agg_periodo_entrega;
DROP TABLE agg_periodo_qualidade;
DROP FUNCTION periodos_de;
