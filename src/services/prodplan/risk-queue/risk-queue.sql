-- Orders still to be delivered that have a due day, by the days from it to their expected finish; with those left out, counted.
-- In psql put for {{after}}: TRUE, {{key}}: of_id, {{order}}: of_id
WITH open_orders AS MATERIALIZED (
  SELECT *, coalesce(age_days > :zombie_days, false) AS is_zombie,
         due_day - (SELECT as_of::date FROM publication) AS days_left,
         expected_day - due_day AS days_after_due
  FROM order_facts
  WHERE is_open
    AND (:produto_id::int IS NULL OR produto_id = :produto_id)
    AND (:familia::text IS NULL OR familia = :familia)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
), due AS MATERIALIZED (
  SELECT * FROM open_orders
  WHERE due_day IS NOT NULL AND (:include_zombies OR NOT is_zombie)
    AND (:from::date IS NULL OR due_day >= :from)
    AND (:to::date IS NULL OR due_day <= :to)
), counts AS MATERIALIZED (
  SELECT (SELECT count(*)::int FROM due WHERE days_p50 IS NOT NULL) AS with_forecast,
         (SELECT count(*)::int FROM due WHERE days_p50 IS NULL) AS without_forecast,
         count(*) FILTER (WHERE due_day IS NULL AND (:include_zombies OR NOT is_zombie))::int AS without_due,
         count(*) FILTER (WHERE NOT :include_zombies AND is_zombie)::int AS zombies,
         count(*) FILTER (WHERE due_day IS NOT NULL AND (:include_zombies OR NOT is_zombie))::int AS with_due
  FROM open_orders
)
SELECT n.with_forecast, n.without_forecast, n.without_due, n.with_due, n.zombies, page.*
FROM counts n LEFT JOIN LATERAL (
  SELECT ({{key}})::text AS sort_key, of_id, produto_id, produto_nome, familia, fase_id, fase_nome, state,
         due_status, is_zombie, due_day, due_first, due_slips, days_left, late_chance,
         expected_day AS expected_finish_day, days_after_due, days_p50 AS remaining_days_median,
         days_p80 AS remaining_days_p80, days_p90 AS remaining_days_p90, days_p95 AS remaining_days_p95,
         nullif(cases, 0) AS sample, product_factor, coalesce(no_forecast_reason, CASE WHEN days_p50 IS NULL THEN 'NO_HISTORY' END) AS no_forecast_reason
  FROM due
  WHERE {{after}}
  ORDER BY {{order}}
  LIMIT :rows
) page ON true
