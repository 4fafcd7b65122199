-- The first place of each phase on the route of each product. Parameters: none.
SELECT produto_id, fase_id, min(place)::int AS place
FROM (SELECT produtofase_produto_id AS produto_id, produtofase_fase_id AS fase_id,
             row_number() OVER (PARTITION BY produtofase_produto_id ORDER BY produtofase_sequencia, produtofase_fase_id) AS place
      FROM fases_standard_modelos) r
GROUP BY 1, 2
