-- A model with its family.
-- In psql: \set produto_id 201
SELECT produto_id, produto_nome, familia FROM agg_product WHERE produto_id = :produto_id
