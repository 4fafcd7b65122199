-- The nine core tables, as src/contract declares them (a test holds the two equal).
-- Up Migration

CREATE TABLE fases_catalogo (
  fase_id integer NOT NULL,
  fase_nome text,
  fase_sequencia smallint,
  fase_de_producao boolean,
  fase_automatica boolean,
  CONSTRAINT fases_catalogo_pkey PRIMARY KEY (fase_id)
);

CREATE TABLE modelos (
  produto_id integer NOT NULL,
  produto_nome text,
  produto_peso_desmolde numeric,
  produto_peso_acabamento numeric,
  produto_qtd_gel_deck numeric,
  produto_qtd_gel_casco numeric,
  CONSTRAINT modelos_pkey PRIMARY KEY (produto_id)
);

CREATE TABLE funcionarios (
  funcionario_id integer NOT NULL,
  funcionario_nome text,
  funcionario_activo boolean,
  CONSTRAINT funcionarios_pkey PRIMARY KEY (funcionario_id)
);

CREATE TABLE funcionarios_fases_aptos (
  funcionariofase_funcionario_id integer NOT NULL,
  funcionariofase_fase_id integer NOT NULL,
  funcionariofase_inicio timestamp,
  CONSTRAINT funcionarios_fases_aptos_key UNIQUE NULLS NOT DISTINCT (funcionariofase_funcionario_id, funcionariofase_fase_id, funcionariofase_inicio)
);

CREATE TABLE fases_standard_modelos (
  produtofase_produto_id integer NOT NULL,
  produtofase_fase_id integer NOT NULL,
  produtofase_sequencia smallint NOT NULL,
  produtofase_coeficiente numeric,
  produtofase_coeficiente_x numeric,
  CONSTRAINT fases_standard_modelos_pkey PRIMARY KEY (produtofase_produto_id, produtofase_sequencia)
);

CREATE TABLE ordens_fabrico (
  of_id integer NOT NULL,
  of_data_criacao timestamp,
  of_data_acabamento timestamp,
  of_produto_id integer,
  of_fase_id integer,
  of_data_transporte timestamp,
  CONSTRAINT ordens_fabrico_pkey PRIMARY KEY (of_id)
);

CREATE TABLE fases_ordem_fabrico (
  faseof_id integer NOT NULL,
  faseof_of_id integer NOT NULL,
  faseof_inicio timestamp,
  faseof_fim timestamp,
  faseof_data_prevista timestamp,
  faseof_coeficiente numeric,
  faseof_coeficiente_x numeric,
  faseof_fase_id integer NOT NULL,
  faseof_peso numeric,
  faseof_retorno boolean,
  faseof_turno smallint,
  faseof_sequencia smallint,
  faseof_event_time timestamp,
  faseof_duration_seconds bigint,
  faseof_is_open boolean,
  faseof_is_done boolean,
  faseof_rule_version smallint,
  CONSTRAINT fases_ordem_fabrico_pkey PRIMARY KEY (faseof_of_id, faseof_id)
);

CREATE TABLE funcionarios_fase_ordem_fabrico (
  funcionariofaseof_faseof_id integer NOT NULL,
  funcionariofaseof_funcionario_id integer NOT NULL,
  funcionariofaseof_chefe boolean,
  CONSTRAINT funcionarios_fase_ordem_fabrico_pkey PRIMARY KEY (funcionariofaseof_faseof_id, funcionariofaseof_funcionario_id)
);

CREATE TABLE erros_ordem_fabrico (
  ofch_descricao_erro text,
  ofch_of_id integer NOT NULL,
  ofch_fase_avaliacao integer,
  ofch_gravidade smallint,
  ofch_faseof_avaliacao integer,
  ofch_faseof_culpada integer,
  ofch_fingerprint bytea,
  ofch_event_time timestamp,
  ofch_event_time_origin text,
  ofch_rule_version smallint,
  CONSTRAINT erros_ordem_fabrico_pkey PRIMARY KEY (ofch_of_id, ofch_fingerprint)
) PARTITION BY HASH (ofch_of_id);
CREATE TABLE erros_ordem_fabrico_p00 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 0);
CREATE TABLE erros_ordem_fabrico_p01 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 1);
CREATE TABLE erros_ordem_fabrico_p02 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 2);
CREATE TABLE erros_ordem_fabrico_p03 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 3);
CREATE TABLE erros_ordem_fabrico_p04 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 4);
CREATE TABLE erros_ordem_fabrico_p05 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 5);
CREATE TABLE erros_ordem_fabrico_p06 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 6);
CREATE TABLE erros_ordem_fabrico_p07 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 7);
CREATE TABLE erros_ordem_fabrico_p08 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 8);
CREATE TABLE erros_ordem_fabrico_p09 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 9);
CREATE TABLE erros_ordem_fabrico_p10 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 10);
CREATE TABLE erros_ordem_fabrico_p11 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 11);
CREATE TABLE erros_ordem_fabrico_p12 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 12);
CREATE TABLE erros_ordem_fabrico_p13 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 13);
CREATE TABLE erros_ordem_fabrico_p14 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 14);
CREATE TABLE erros_ordem_fabrico_p15 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 15);
CREATE TABLE erros_ordem_fabrico_p16 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 16);
CREATE TABLE erros_ordem_fabrico_p17 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 17);
CREATE TABLE erros_ordem_fabrico_p18 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 18);
CREATE TABLE erros_ordem_fabrico_p19 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 19);
CREATE TABLE erros_ordem_fabrico_p20 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 20);
CREATE TABLE erros_ordem_fabrico_p21 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 21);
CREATE TABLE erros_ordem_fabrico_p22 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 22);
CREATE TABLE erros_ordem_fabrico_p23 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 23);
CREATE TABLE erros_ordem_fabrico_p24 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 24);
CREATE TABLE erros_ordem_fabrico_p25 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 25);
CREATE TABLE erros_ordem_fabrico_p26 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 26);
CREATE TABLE erros_ordem_fabrico_p27 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 27);
CREATE TABLE erros_ordem_fabrico_p28 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 28);
CREATE TABLE erros_ordem_fabrico_p29 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 29);
CREATE TABLE erros_ordem_fabrico_p30 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 30);
CREATE TABLE erros_ordem_fabrico_p31 PARTITION OF erros_ordem_fabrico FOR VALUES WITH (MODULUS 32, REMAINDER 31);

-- The business key of a phase is faseof_id alone; worker rows and defects find their phase by it.
CREATE INDEX fases_ordem_fabrico_faseof_id_idx ON fases_ordem_fabrico (faseof_id);

-- Down Migration

DROP TABLE erros_ordem_fabrico;
DROP TABLE funcionarios_fase_ordem_fabrico;
DROP TABLE fases_ordem_fabrico;
DROP TABLE ordens_fabrico;
DROP TABLE fases_standard_modelos;
DROP TABLE funcionarios_fases_aptos;
DROP TABLE funcionarios;
DROP TABLE modelos;
DROP TABLE fases_catalogo;
