-- Where the file's work begins (days since 2000-01-01), and what products are called. Parameters: none.
SELECT (SELECT min(day) - DATE '2000-01-01' FROM agg_day WHERE is_active) AS first_active_day,
       ARRAY(SELECT jsonb_build_array(produto_id, produto_nome) FROM modelos) AS products
