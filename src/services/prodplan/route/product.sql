-- The product whose route it is, and whether durations can be told at all. \set produto_id 42539
SELECT p.produto_id, p.produto_nome, p.familia, p.is_known, p.orders,
       (SELECT g.state FROM feature_gates g JOIN publication u ON u.run_id = g.run_id WHERE g.gate = 'durations_usable') AS durations,
       (SELECT g.reason FROM feature_gates g JOIN publication u ON u.run_id = g.run_id WHERE g.gate = 'durations_usable') AS durations_reason
FROM agg_product p WHERE p.produto_id = :produto_id
UNION ALL
-- A route may stand for a product that neither Modelos nor any order names.
SELECT :produto_id::int, NULL, '?', false, 0, NULL, NULL
WHERE NOT EXISTS (SELECT FROM agg_product WHERE produto_id = :produto_id)
  AND EXISTS (SELECT FROM fases_standard_modelos WHERE produtofase_produto_id = :produto_id)
