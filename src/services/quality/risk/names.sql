-- What products and phases are called.
-- In psql: \set products '''{1,2}''' \set phases '''{1,6}'''
SELECT ARRAY(SELECT jsonb_build_array(produto_id, produto_nome) FROM modelos WHERE produto_id = ANY (:products::int[])) AS products,
       ARRAY(SELECT jsonb_build_array(fase_id, fase_nome) FROM fases_catalogo WHERE fase_id = ANY (:phases::int[])) AS phases
