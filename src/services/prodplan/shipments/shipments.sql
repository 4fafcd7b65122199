-- Boats still to be delivered by their planned shipping day, in what state, and how many are expected to be finished by then.
-- The line without a day counts what has no day, and zombies.
-- In psql: \set zombie_days 365 \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL
WITH abertas AS MATERIALIZED (
  SELECT estado, due_status, dia_previsto, due_slips, dias_p50, (SELECT as_of::date FROM publication) + dias_p50 AS dia_p50,
         (SELECT as_of::date FROM publication) + dias_p80 AS dia_p80, coalesce(idade_dias > :zombie_days, false) AS is_zombie
  FROM ordem_factos
  WHERE aberta AND (:produto_id::int IS NULL OR produto_id = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
)
SELECT dia_previsto AS day, count(*)::int AS orders,
       (count(*) FILTER (WHERE estado = 'CREATED'))::int AS created,
       (count(*) FILTER (WHERE estado = 'IN_PROGRESS'))::int AS in_progress,
       (count(*) FILTER (WHERE estado = 'AWAITING_SHIPPING'))::int AS awaiting_shipping,
       (count(*) FILTER (WHERE due_status = 'AT_RISK'))::int AS at_risk,
       (count(*) FILTER (WHERE due_status = 'LATE'))::int AS late,
       (count(*) FILTER (WHERE estado = 'AWAITING_SHIPPING' OR dia_p50 <= dia_previsto))::int AS ready_by_p50,
       (count(*) FILTER (WHERE estado = 'AWAITING_SHIPPING' OR dia_p80 <= dia_previsto))::int AS ready_by_p80,
       (count(*) FILTER (WHERE estado <> 'AWAITING_SHIPPING' AND dias_p50 IS NULL))::int AS without_forecast,
       (count(*) FILTER (WHERE due_slips > 0))::int AS slipped,
       0 AS without_due, 0 AS zombies, 0 AS with_due
FROM abertas
WHERE dia_previsto IS NOT NULL AND NOT is_zombie AND (:from::date IS NULL OR dia_previsto >= :from) AND (:to::date IS NULL OR dia_previsto <= :to)
GROUP BY 1
UNION ALL
SELECT NULL, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (count(*) FILTER (WHERE dia_previsto IS NULL AND NOT is_zombie))::int,
       (count(*) FILTER (WHERE is_zombie))::int, (count(*) FILTER (WHERE dia_previsto IS NOT NULL AND NOT is_zombie))::int
FROM abertas
ORDER BY day NULLS LAST
