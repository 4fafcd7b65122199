-- Orders still to be delivered, by state, at the dump's moment.
-- In psql: \set produto_id NULL \set familia NULL \set zombie_days 365
SELECT (count(*) FILTER (WHERE NOT zombie AND state = 'CREATED'))::int AS created,
       (count(*) FILTER (WHERE NOT zombie AND state = 'IN_PROGRESS'))::int AS in_progress,
       (count(*) FILTER (WHERE NOT zombie AND state = 'AWAITING_SHIPPING'))::int AS awaiting_shipping,
       (count(*) FILTER (WHERE zombie))::int AS zombies
FROM (
  SELECT state, coalesce((SELECT as_of::date FROM publication) - created_day > :zombie_days::int, false) AS zombie
  FROM agg_order
  WHERE is_open AND (:produto_id::int IS NULL OR produto_id = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
) o
