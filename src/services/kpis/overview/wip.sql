-- Orders still to be delivered, by state, at the dump's moment.
-- In psql: \set produto_id NULL \set familia NULL \set zombie_days 365
SELECT (count(*) FILTER (WHERE NOT zombie AND estado = 'CREATED'))::int AS created,
       (count(*) FILTER (WHERE NOT zombie AND estado = 'IN_PROGRESS'))::int AS in_progress,
       (count(*) FILTER (WHERE NOT zombie AND estado = 'AWAITING_SHIPPING'))::int AS awaiting_shipping,
       (count(*) FILTER (WHERE zombie))::int AS zombies
FROM (
  SELECT estado, coalesce((SELECT as_of::date FROM publication) - dia_criacao > :zombie_days::int, false) AS zombie
  FROM agg_ordem
  WHERE aberta AND (:produto_id::int IS NULL OR produto_id = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
) o
