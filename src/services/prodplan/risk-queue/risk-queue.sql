-- Orders still to be delivered that have a due day, by the days from it to their expected finish; with those left out, counted.
-- In psql put for {{after}}: TRUE, {{key}}: of_id, {{order}}: of_id
WITH open_orders AS MATERIALIZED (
  SELECT *, coalesce(idade_dias > :zombie_days, false) AS is_zombie,
         dia_previsto - (SELECT as_of::date FROM publication) AS days_left,
         dia_esperado - dia_previsto AS days_after_due
  FROM ordem_factos
  WHERE aberta
    AND (:produto_id::int IS NULL OR produto_id = :produto_id)
    AND (:familia::text IS NULL OR familia = :familia)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
), due AS MATERIALIZED (
  SELECT * FROM open_orders
  WHERE dia_previsto IS NOT NULL AND (:include_zombies OR NOT is_zombie)
    AND (:from::date IS NULL OR dia_previsto >= :from)
    AND (:to::date IS NULL OR dia_previsto <= :to)
), counts AS MATERIALIZED (
  SELECT (SELECT count(*)::int FROM due WHERE dias_p50 IS NOT NULL) AS with_forecast,
         (SELECT count(*)::int FROM due WHERE dias_p50 IS NULL) AS without_forecast,
         count(*) FILTER (WHERE dia_previsto IS NULL AND (:include_zombies OR NOT is_zombie))::int AS without_due,
         count(*) FILTER (WHERE NOT :include_zombies AND is_zombie)::int AS zombies,
         count(*) FILTER (WHERE dia_previsto IS NOT NULL AND (:include_zombies OR NOT is_zombie))::int AS with_due
  FROM open_orders
)
SELECT n.with_forecast, n.without_forecast, n.without_due, n.with_due, n.zombies, page.*
FROM counts n LEFT JOIN LATERAL (
  SELECT ({{key}})::text AS sort_key, of_id, produto_id, produto_nome, familia, fase_id, fase_nome, estado AS state,
         due_status, is_zombie, dia_previsto AS due_day, due_first, due_slips, days_left, late_chance,
         dia_esperado AS expected_finish_day, days_after_due, dias_p50 AS remaining_days_median,
         dias_p80 AS remaining_days_p80, dias_p90 AS remaining_days_p90, dias_p95 AS remaining_days_p95,
         nullif(casos, 0) AS sample, fator AS product_factor, coalesce(razao, CASE WHEN dias_p50 IS NULL THEN 'NO_HISTORY' END) AS no_forecast_reason
  FROM due
  WHERE {{after}}
  ORDER BY {{order}}
  LIMIT :rows
) page ON true
