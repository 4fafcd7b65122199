-- Phases ended in whole months, rework among them, orders standing at each phase now, and how long it usually takes.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL \set zombie_days 365
WITH finished AS (
  SELECT fase_id, sum(phases)::int AS phases, sum(reworks)::int AS reworks
  FROM (
    SELECT month, fase_id, familia, phases, reworks FROM agg_phase_month WHERE :produto_id::int IS NULL
    UNION ALL
    -- Of one product its phases themselves are counted: no sums go so far down.
    SELECT date_trunc('month', f.faseof_fim)::date, f.faseof_fase_id, o.familia, 1, coalesce(f.faseof_retorno, false)::int
    FROM agg_order o JOIN fases_ordem_fabrico f ON f.faseof_of_id = o.of_id
    WHERE coalesce(o.produto_id, 0) = :produto_id::int AND f.faseof_fim <= (SELECT as_of FROM publication)
  ) m
  WHERE month >= coalesce(date_trunc('month', :from::date)::date, '-infinity') AND month <= coalesce(:to::date, 'infinity')
    AND (:familia::text IS NULL OR familia = :familia) AND (:fase_id::int IS NULL OR fase_id = :fase_id)
  GROUP BY 1
), still_open AS (
  SELECT fase_id, (count(*) FILTER (WHERE NOT zombie))::int AS wip, (count(*) FILTER (WHERE zombie))::int AS zombies
  FROM (
    SELECT fase_id, coalesce((SELECT as_of::date FROM publication) - created_day > :zombie_days::int, false) AS zombie
    FROM agg_order
    WHERE is_open AND fase_id IS NOT NULL AND (:produto_id::int IS NULL OR produto_id = :produto_id)
      AND (:familia::text IS NULL OR familia = :familia) AND (:fase_id::int IS NULL OR fase_id = :fase_id)
  ) o
  GROUP BY 1
), days AS (
  SELECT count(*)::int AS n FROM agg_day
  WHERE is_active AND day >= coalesce(date_trunc('month', :from::date)::date, '-infinity')
    AND day < coalesce((date_trunc('month', :to::date) + interval '1 month')::date, 'infinity')
)
SELECT fase_id, c.fase_nome, c.fase_de_producao AS is_production, c.fase_automatica AS is_automatic,
       coalesce(a.phases, 0) AS phases_finished, coalesce(a.reworks, 0) AS reworks,
       a.reworks::float8 / nullif(a.phases, 0) AS rework_rate, d.n AS active_days,
       coalesce(a.phases, 0)::float8 / nullif(d.n, 0) AS finished_per_active_day,
       coalesce(o.wip, 0) AS wip_orders, coalesce(o.zombies, 0) AS zombies,
       m.median_seconds / 3600.0::float8 AS duration_hours_median, m.p90_seconds / 3600.0::float8 AS duration_hours_p90,
       coalesce(m.n, 0) AS durations
FROM finished a FULL JOIN still_open o USING (fase_id) CROSS JOIN days d
LEFT JOIN fases_catalogo c USING (fase_id) LEFT JOIN agg_phase_median m USING (fase_id)
ORDER BY c.fase_sequencia, fase_id
