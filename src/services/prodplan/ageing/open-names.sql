-- Orders still to be delivered, with the names of their product and phase.
SELECT a.of_id, a.produto_id, p.produto_nome, a.fase_id, c.fase_nome
FROM agg_order a LEFT JOIN agg_product p ON p.produto_id = a.produto_id LEFT JOIN fases_catalogo c ON c.fase_id = a.fase_id
WHERE a.is_open
