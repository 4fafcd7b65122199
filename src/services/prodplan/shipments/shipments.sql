-- Boats still to be delivered by their planned shipping day, in what state, and how many are expected to be finished by then.
-- The line without a day counts what has no day, and zombies.
-- In psql: \set zombie_days 365 \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL
WITH still_open AS MATERIALIZED (
  SELECT o.state, due_status, due_day, due_slips, o.days_p50, (SELECT as_of::date FROM publication) + o.days_p50 AS day_p50,
         (SELECT as_of::date FROM publication) + o.days_p80 AS day_p80, coalesce(age_days > :zombie_days, false) AS is_zombie,
         1 - f.share_after_due AS share
  FROM order_facts o LEFT JOIN forecast_order f ON f.of_id = o.of_id
  WHERE is_open AND (:produto_id::int IS NULL OR produto_id = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
)
SELECT due_day AS day, count(*)::int AS orders,
       (count(*) FILTER (WHERE state = 'CREATED'))::int AS created,
       (count(*) FILTER (WHERE state = 'IN_PROGRESS'))::int AS in_progress,
       (count(*) FILTER (WHERE state = 'AWAITING_SHIPPING'))::int AS awaiting_shipping,
       (count(*) FILTER (WHERE due_status = 'AT_RISK'))::int AS at_risk,
       (count(*) FILTER (WHERE due_status = 'LATE'))::int AS late,
       (count(*) FILTER (WHERE state = 'AWAITING_SHIPPING' OR day_p50 <= due_day))::int AS ready_by_p50,
       (count(*) FILTER (WHERE state = 'AWAITING_SHIPPING' OR day_p80 <= due_day))::int AS ready_by_p80,
       (count(*) FILTER (WHERE state <> 'AWAITING_SHIPPING' AND days_p50 IS NULL))::int AS without_forecast,
       (count(*) FILTER (WHERE due_slips > 0))::int AS slipped,
       array_agg(share) FILTER (WHERE state <> 'AWAITING_SHIPPING' AND share IS NOT NULL) AS shares,
       0 AS without_due, 0 AS zombies, 0 AS with_due
FROM still_open
WHERE due_day IS NOT NULL AND NOT is_zombie AND (:from::date IS NULL OR due_day >= :from) AND (:to::date IS NULL OR due_day <= :to)
GROUP BY 1
UNION ALL
SELECT NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, NULL, (count(*) FILTER (WHERE due_day IS NULL AND NOT is_zombie))::int,
       (count(*) FILTER (WHERE is_zombie))::int, (count(*) FILTER (WHERE due_day IS NOT NULL AND NOT is_zombie))::int
FROM still_open
ORDER BY day NULLS LAST
