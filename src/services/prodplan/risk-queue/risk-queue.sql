-- Orders still to be delivered that have a due day, by their chance of being late.
-- In psql put for {{after}}: TRUE, {{key}}: of_id, {{order}}: of_id
WITH due AS MATERIALIZED (
  SELECT *, coalesce(idade_dias > :zombie_days, false) AS is_zombie,
         dia_previsto - (SELECT as_of::date FROM publication) AS days_left
  FROM ordem_factos
  WHERE aberta AND dia_previsto IS NOT NULL
    AND (:produto_id::int IS NULL OR produto_id = :produto_id)
    AND (:familia::text IS NULL OR familia = :familia)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
    AND (:from::date IS NULL OR dia_previsto >= :from)
    AND (:to::date IS NULL OR dia_previsto <= :to)
), counts AS MATERIALIZED (
  SELECT count(*) FILTER (WHERE probabilidade_atraso IS NOT NULL AND (:include_zombies OR NOT is_zombie)) AS with_forecast,
         count(*) FILTER (WHERE probabilidade_atraso IS NULL AND (:include_zombies OR NOT is_zombie)) AS without_forecast,
         count(*) FILTER (WHERE NOT :include_zombies AND is_zombie) AS zombies
  FROM due
)
SELECT n.with_forecast, n.without_forecast, n.zombies, page.*
FROM counts n LEFT JOIN LATERAL (
  SELECT ({{key}})::text AS sort_key, of_id, produto_id, produto_nome, familia, fase_id, fase_nome, estado AS state,
         due_status, is_zombie, dia_previsto AS due_day, days_left, probabilidade_atraso AS late_chance,
         dia_esperado AS expected_finish_day, dias_restantes_p50 AS remaining_days_median,
         dias_restantes_p90 AS remaining_days_p90, amostra AS sample,
         CASE base WHEN 'familia' THEN 'FAMILY' WHEN 'todas' THEN 'ALL' END AS history_of, razao AS no_forecast_reason
  FROM due
  WHERE (:include_zombies OR NOT is_zombie) AND {{after}}
  ORDER BY {{order}}
  LIMIT :rows
) page ON true
