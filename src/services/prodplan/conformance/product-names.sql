-- What each product is called.
SELECT produto_id, produto_nome FROM agg_product
