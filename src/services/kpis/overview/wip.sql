-- Orders still to be delivered, with the day of their creation in days since 2000-01-01 (null: nobody knows it).
SELECT state, created_day - DATE '2000-01-01' AS created, coalesce(produto_id, 0) AS produto_id, familia
FROM agg_order
WHERE is_open
