-- Error lines by what they speak of, boats by their first gate: the quality figures count defects of boats, and every
-- defect on the day on which its boat passed its first gate.
-- Up Migration

-- Every decision about a text, the last one of a key stands; classe is null where it was given back to the rules.
CREATE TABLE classificacao_defeito (
  classificacao_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chave text COLLATE "C" NOT NULL,
  texto text NOT NULL,
  classe text CHECK (classe IN ('BOAT_DEFECT', 'MOULD', 'PASSED', 'UNKNOWN')),
  quem text NOT NULL,
  quando timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX classificacao_defeito_idx ON classificacao_defeito (chave, classificacao_id DESC);
COMMENT ON TABLE classificacao_defeito IS 'What people decided of the texts of error lines, in place of the rules (src/evidence/defect-class.ts)';
COMMENT ON COLUMN classificacao_defeito.chave IS 'The text in lower case, without accents, its words with one blank between them';

ALTER TABLE agg_erro_descricao ADD COLUMN chave text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE agg_erro_descricao ADD COLUMN classe text COLLATE "C" NOT NULL DEFAULT 'UNKNOWN';
ALTER TABLE agg_erro_descricao ADD COLUMN decidida boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN agg_erro_descricao.classe IS 'BOAT_DEFECT, MOULD (the mould''s condition), PASSED (a check-list line that passed) or UNKNOWN (counts as a defect of the boat)';
COMMENT ON COLUMN agg_erro_descricao.decidida IS 'Somebody decided it (classificacao_defeito); else the rules did';

ALTER TABLE agg_ordem ADD COLUMN porta smallint NOT NULL DEFAULT 0;
ALTER TABLE agg_ordem ADD COLUMN dia_controlo date;
ALTER TABLE agg_ordem ADD COLUMN dia_porta date;
ALTER TABLE agg_ordem ADD COLUMN defeitos integer NOT NULL DEFAULT 0;
ALTER TABLE agg_ordem ADD COLUMN defeitos_g2 integer NOT NULL DEFAULT 0;
ALTER TABLE agg_ordem ADD COLUMN defeitos_g3 integer NOT NULL DEFAULT 0;
ALTER TABLE agg_ordem ADD COLUMN linhas_molde integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN agg_ordem.dia_desmolde IS 'Day on which demoulding (phase 6) first ended, not after as_of';
COMMENT ON COLUMN agg_ordem.porta IS 'First gate of the boat: 6 where the order or the route of its product has a demoulding, else 8 where either has a final control; 0: neither is known';
COMMENT ON COLUMN agg_ordem.dia_controlo IS 'Day on which final control (phase 8) first ended, not after as_of';
COMMENT ON COLUMN agg_ordem.dia_porta IS 'Day on which the first gate first ended: the day of the boat in all quality figures';
COMMENT ON COLUMN agg_ordem.erros IS 'Error lines of the order, whatever they speak of; erros_graves have severity 3';
COMMENT ON COLUMN agg_ordem.defeitos IS 'Lines of class BOAT_DEFECT or UNKNOWN; g2: of severity 2 only, g3: of severity 3';
COMMENT ON COLUMN agg_ordem.linhas_molde IS 'Lines about the mould''s condition';

ALTER TABLE agg_erro_dia ADD COLUMN classe text COLLATE "C" NOT NULL DEFAULT 'UNKNOWN';
ALTER TABLE agg_erro_dia ADD COLUMN porta smallint NOT NULL DEFAULT 0;
ALTER TABLE agg_erro_dia ADD COLUMN dia_porta date;
COMMENT ON COLUMN agg_erro_dia.classe IS 'Of the text (agg_erro_descricao); porta and dia_porta are the order''s';

DROP TABLE agg_periodo_qualidade;
CREATE TABLE agg_periodo_qualidade (
  grao text COLLATE "C" NOT NULL CHECK (grao IN ('dia', 'mes', 'ano', 'tudo', 'sem_dia')),
  inicio date NOT NULL,
  produto_id integer,
  familia text COLLATE "C" NOT NULL,
  porta smallint NOT NULL,
  barcos integer NOT NULL,
  barcos_sem_defeito integer NOT NULL,
  barcos_sem_g2 integer NOT NULL,
  barcos_sem_g3 integer NOT NULL,
  defeitos integer NOT NULL,
  defeitos_g1 integer NOT NULL,
  defeitos_g2 integer NOT NULL,
  defeitos_g3 integer NOT NULL,
  defeitos_sem_culpada integer NOT NULL,
  defeitos_desconhecidos integer NOT NULL,
  linhas_molde integer NOT NULL,
  linhas_passou integer NOT NULL,
  linhas_sem_porta integer NOT NULL,
  acabados_sem_porta integer NOT NULL
);
CREATE INDEX agg_periodo_qualidade_idx ON agg_periodo_qualidade (grao, inicio);
CREATE INDEX agg_periodo_qualidade_produto_idx ON agg_periodo_qualidade (produto_id, grao, inicio);
COMMENT ON TABLE agg_periodo_qualidade IS 'Boats by the day of their first gate, and their error lines on that same day, by product and first gate';
COMMENT ON COLUMN agg_periodo_qualidade.grao IS 'dia, mes, ano: inicio is its first day; tudo: everything; sem_dia: what has no day that can be trusted (part of tudo)';
COMMENT ON COLUMN agg_periodo_qualidade.barcos IS 'Boats that passed their first gate; sem_defeito: without any defect to this day; sem_g2: without one of severity 2 or 3; sem_g3: without one of severity 3';
COMMENT ON COLUMN agg_periodo_qualidade.defeitos IS 'Lines of class BOAT_DEFECT or UNKNOWN of those boats; g1 to g3 by severity; desconhecidos: UNKNOWN';
COMMENT ON COLUMN agg_periodo_qualidade.linhas_molde IS 'Their lines about moulds; passou: their lines that passed';
COMMENT ON COLUMN agg_periodo_qualidade.linhas_sem_porta IS 'Lines of any class of boats that have not passed a first gate, by the day on which they were found';
COMMENT ON COLUMN agg_periodo_qualidade.acabados_sem_porta IS 'Boats DONE without a first gate on record, by their finish day';

DROP TABLE agg_dia_qualidade;
CREATE TABLE agg_dia_qualidade (
  dia date NOT NULL,
  familia text COLLATE "C" NOT NULL,
  porta smallint NOT NULL,
  barcos integer NOT NULL,
  barcos_sem_defeito integer NOT NULL,
  barcos_sem_g2 integer NOT NULL,
  barcos_sem_g3 integer NOT NULL,
  defeitos integer NOT NULL,
  defeitos_g1 integer NOT NULL,
  defeitos_g2 integer NOT NULL,
  defeitos_g3 integer NOT NULL,
  defeitos_sem_culpada integer NOT NULL,
  defeitos_desconhecidos integer NOT NULL,
  linhas_molde integer NOT NULL,
  linhas_passou integer NOT NULL,
  linhas_sem_porta integer NOT NULL,
  acabados_sem_porta integer NOT NULL,
  PRIMARY KEY (dia, familia, porta)
);
COMMENT ON TABLE agg_dia_qualidade IS 'The day rows of agg_periodo_qualidade, all products of a family together';

DROP FUNCTION erros_do_periodo;
DROP TABLE agg_periodo_erro;
CREATE TABLE agg_periodo_erro (
  grao text COLLATE "C" NOT NULL,
  inicio date NOT NULL,
  familia text COLLATE "C" NOT NULL,
  porta smallint NOT NULL,
  classe text COLLATE "C" NOT NULL,
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
COMMENT ON TABLE agg_periodo_erro IS 'Error lines of all classes by the day on which their boat passed its first gate, by family, phases and text; those of boats that have passed none are not here';

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
COMMENT ON FUNCTION erros_do_periodo IS 'Error lines of the boats that passed their first gate in a period, summed as far as they are kept; produto null: of all products. dia is the first day of what is summed';

DROP TABLE agg_periodo_culpa;
CREATE TABLE agg_periodo_culpa (
  grao text COLLATE "C" NOT NULL,
  inicio date NOT NULL,
  produto_id integer,
  familia text COLLATE "C" NOT NULL,
  porta smallint NOT NULL,
  fase_culpada integer,
  ordens integer NOT NULL,
  ordens_g2 integer NOT NULL,
  ordens_g3 integer NOT NULL,
  erros integer NOT NULL
);
CREATE INDEX agg_periodo_culpa_idx ON agg_periodo_culpa (grao, inicio);
CREATE INDEX agg_periodo_culpa_produto_idx ON agg_periodo_culpa (produto_id, grao, inicio);
COMMENT ON TABLE agg_periodo_culpa IS 'What a culprit phase did to the boats of a product, by the day of their first gate; defects of boats only';
COMMENT ON COLUMN agg_periodo_culpa.fase_culpada IS 'Null: defects without a culprit; a boat counts there only if it has no defect with one';
COMMENT ON COLUMN agg_periodo_culpa.ordens IS 'Boats with at least one defect of the phase; g2: of severity 2 or 3; g3: of severity 3; a boat counts once for each of its culprits';

-- By which definition a figure was kept: those of before this migration counted all lines of demoulded boats.
ALTER TABLE kpi_snapshot ADD COLUMN definicao smallint NOT NULL DEFAULT 1;
COMMENT ON COLUMN kpi_snapshot.definicao IS 'Version of the figure''s definition (src/aggregates/snapshot.ts); values of different versions do not compare';

-- Down Migration

ALTER TABLE kpi_snapshot DROP COLUMN definicao;
DROP FUNCTION erros_do_periodo;
DROP TABLE agg_periodo_culpa;
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
DROP TABLE agg_periodo_erro;
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
DROP TABLE agg_dia_qualidade;
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
DROP TABLE agg_periodo_qualidade;
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
ALTER TABLE agg_erro_dia DROP COLUMN dia_porta;
ALTER TABLE agg_erro_dia DROP COLUMN porta;
ALTER TABLE agg_erro_dia DROP COLUMN classe;
ALTER TABLE agg_ordem DROP COLUMN linhas_molde;
ALTER TABLE agg_ordem DROP COLUMN defeitos_g3;
ALTER TABLE agg_ordem DROP COLUMN defeitos_g2;
ALTER TABLE agg_ordem DROP COLUMN defeitos;
ALTER TABLE agg_ordem DROP COLUMN dia_porta;
ALTER TABLE agg_ordem DROP COLUMN dia_controlo;
ALTER TABLE agg_ordem DROP COLUMN porta;
ALTER TABLE agg_erro_descricao DROP COLUMN decidida;
ALTER TABLE agg_erro_descricao DROP COLUMN classe;
ALTER TABLE agg_erro_descricao DROP COLUMN chave;
DROP TABLE classificacao_defeito;
