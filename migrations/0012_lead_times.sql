-- Lead times of one product in a period, read from the index alone.
-- Up Migration

CREATE INDEX agg_ordem_prazo_idx ON agg_ordem (coalesce(produto_id, 0), dia_acabamento) INCLUDE (familia, lead_dias, produto_id)
  WHERE estado = 'DONE' AND lead_dias IS NOT NULL;

-- Down Migration

DROP INDEX agg_ordem_prazo_idx;
