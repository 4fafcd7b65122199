-- For each phase the orders standing there; null stands for none, as an order may stand at no phase at all.
-- In psql: \set produto_id NULL \set familia NULL \set zombie_days 365
SELECT fase_id, (count(*) FILTER (WHERE NOT is_zombie))::int AS orders, (count(*) FILTER (WHERE is_zombie))::int AS zombies
FROM (
  SELECT fase_id, coalesce((SELECT as_of::date FROM publication) - created_day > :zombie_days::int, false) AS is_zombie
  FROM agg_order
  WHERE is_open AND (:produto_id::int IS NULL OR produto_id = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
) o
GROUP BY fase_id
