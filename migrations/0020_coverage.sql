-- How much of what an answer rests on is in the file: counted by month and family, so that every gate can be held against
-- the very rows that are asked about; and which rows of the files before are no longer there.
-- Up Migration

ALTER TABLE agg_ordem ADD COLUMN maior_sequencia integer;
COMMENT ON COLUMN agg_ordem.maior_sequencia IS 'Highest FaseOf_Sequencia of its phases: an order that shows a 12th step had at least twelve';

CREATE TABLE cobertura_rota (
  produto_id integer PRIMARY KEY,
  passos integer NOT NULL
);
COMMENT ON TABLE cobertura_rota IS 'Steps of the route of a product';

CREATE TABLE cobertura_desmolde (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  dias integer
);
INSERT INTO cobertura_desmolde (dias) VALUES (NULL);
COMMENT ON TABLE cobertura_desmolde IS 'Median of days from the first gate of a boat to its finish: where the first is not recorded, it is placed so long before the second';

CREATE TABLE linhas_perdidas (
  run_id bigint NOT NULL REFERENCES ingestion_runs ON DELETE CASCADE,
  tabela text NOT NULL,
  of_id integer,
  produto_id integer,
  familia text COLLATE "C" NOT NULL,
  dia_criacao date,
  dia_acabamento date,
  dia_desmolde date,
  linhas integer NOT NULL,
  UNIQUE NULLS NOT DISTINCT (tabela, of_id, produto_id)
);
CREATE INDEX linhas_perdidas_produto_idx ON linhas_perdidas (produto_id);
COMMENT ON TABLE linhas_perdidas IS 'Rows that a published file had and the one after it no longer brought, by order (of a master by product, or all together)';
COMMENT ON COLUMN linhas_perdidas.run_id IS 'The run that lost the last of them';

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
COMMENT ON VIEW ordem_cobertura IS 'One row an order: what it should have (passos, desmoldes, comecadas ...) beside what the file has of it';
COMMENT ON COLUMN ordem_cobertura.passos IS 'Steps of the route, but no more than the highest sequence that its phases show: routes are only known as they are today';
COMMENT ON COLUMN ordem_cobertura.desmoldes IS 'Finished, and it has a first gate';
COMMENT ON COLUMN ordem_cobertura.dia_desmolde IS 'Of the first gate; where that is not recorded the finish less the usual days between them, else the creation';

CREATE VIEW erro_cobertura AS
SELECT e.produto_id, e.familia, coalesce(e.dia_porta, CASE WHEN e.data_fiavel THEN e.dia END, o.dia_desmolde) AS dia_desmolde,
       e.erros, CASE WHEN e.data_fiavel THEN e.erros ELSE 0 END AS erros_com_dia,
       CASE WHEN d.defeito THEN e.erros ELSE 0 END AS defeitos,
       CASE WHEN d.defeito AND e.fase_culpada IS NOT NULL THEN e.erros ELSE 0 END AS defeitos_com_culpada
FROM agg_erro_dia e LEFT JOIN ordem_cobertura o ON o.of_id = e.of_id
CROSS JOIN LATERAL (SELECT e.classe IN ('BOAT_DEFECT', 'UNKNOWN') AS defeito) d;
COMMENT ON VIEW erro_cobertura IS 'Error lines, those whose day of detection is known, and of the defects of boats those whose culprit is; by the first gate of the boat';

-- Orders that phases name and no sheet lists: nobody knows when they were created, so their first phase stands for it.
CREATE VIEW ordem_nao_listada AS
SELECT f.faseof_of_id AS of_id, min(coalesce(f.faseof_inicio, f.faseof_fim))::date AS dia_criacao, max(f.faseof_fim)::date AS dia_acabamento,
       coalesce(min(f.faseof_fim) FILTER (WHERE f.faseof_fase_id = 6), max(f.faseof_fim))::date AS dia_desmolde
FROM issue_spans i JOIN fases_ordem_fabrico f ON f.faseof_of_id = i.chave::int
WHERE i.type = 'ORPHAN' AND i.entity = 'fases_ordem_fabrico.faseof_of_id' AND i.resolved_run_id IS NULL
GROUP BY f.faseof_of_id;
COMMENT ON VIEW ordem_nao_listada IS 'Orders that phases name and OrdensFabrico does not have, placed by the days of their phases';

CREATE TABLE cobertura (
  relogio text COLLATE "C" NOT NULL CHECK (relogio IN ('criacao', 'acabamento', 'desmolde', 'fase')),
  mes date NOT NULL,
  familia text COLLATE "C" NOT NULL,
  medida text COLLATE "C" NOT NULL,
  linhas bigint NOT NULL,
  PRIMARY KEY (relogio, mes, familia, medida)
);
COMMENT ON TABLE cobertura IS 'The measures of ordem_cobertura, erro_cobertura and the like by month and family: what the gates are judged by';
COMMENT ON COLUMN cobertura.relogio IS 'Whose day the month is of: creation, finish or demoulding of the order; fase: the end of the phase';
COMMENT ON COLUMN cobertura.mes IS 'Its first day; -infinity where the day is not known';

-- Down Migration

DROP TABLE cobertura;
DROP VIEW ordem_nao_listada;
DROP VIEW erro_cobertura;
DROP VIEW ordem_cobertura;
DROP TABLE linhas_perdidas;
DROP TABLE cobertura_desmolde;
DROP TABLE cobertura_rota;
ALTER TABLE agg_ordem DROP COLUMN maior_sequencia;
