-- Every phase of the catalogue, in the order of the factory, with its place in the routes of the models.
SELECT c.fase_id, c.fase_nome, c.fase_sequencia AS sequencia, c.fase_de_producao AS is_production,
       c.fase_automatica AS is_automatic, count(DISTINCT s.produtofase_produto_id)::int AS routes,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY s.place) AS route_place
FROM fases_catalogo c
LEFT JOIN (
  -- Sequences have gaps, and models different ones: what compares is how many steps of a route come before.
  SELECT produtofase_fase_id, produtofase_produto_id,
         rank() OVER (PARTITION BY produtofase_produto_id ORDER BY produtofase_sequencia)::int AS place
  FROM fases_standard_modelos
) s ON s.produtofase_fase_id = c.fase_id
GROUP BY c.fase_id
ORDER BY c.fase_sequencia NULLS LAST, c.fase_id
