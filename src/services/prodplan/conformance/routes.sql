-- The route of every product as it is today, its phases in their order.
SELECT produtofase_produto_id AS produto_id, array_agg(produtofase_fase_id ORDER BY produtofase_sequencia)::text AS fase_ids
FROM fases_standard_modelos GROUP BY 1
