-- Orders by month and product, kept by src/aggregates with its other tables.
-- Up Migration

CREATE TABLE agg_produto_mes (
  mes date,
  produto_id integer,
  familia text NOT NULL,
  ordens integer NOT NULL,
  abertas integer NOT NULL,
  deck_kg double precision,
  casco_kg double precision
);
CREATE INDEX agg_produto_mes_idx ON agg_produto_mes (mes, produto_id);
COMMENT ON TABLE agg_produto_mes IS 'Orders by month of creation and product; abertas are still to be delivered; deck_kg and casco_kg are what one order takes, null where unknown or 0';

-- Down Migration

DROP TABLE agg_produto_mes;
