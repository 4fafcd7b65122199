-- Phases ended in whole months, rework among them, orders standing at each phase now, and how long it usually takes.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL \set zombie_days 365
WITH acabadas AS (
  SELECT fase_id, sum(fases)::int AS fases, sum(retornos)::int AS retornos
  FROM (
    SELECT mes, fase_id, familia, fases, retornos FROM agg_fase_mes WHERE :produto_id::int IS NULL
    UNION ALL
    -- Of one product its phases themselves are counted: no sums go so far down.
    SELECT date_trunc('month', f.faseof_fim)::date, f.faseof_fase_id, o.familia, 1, coalesce(f.faseof_retorno, false)::int
    FROM agg_ordem o JOIN fases_ordem_fabrico f ON f.faseof_of_id = o.of_id
    WHERE coalesce(o.produto_id, 0) = :produto_id::int AND f.faseof_fim <= (SELECT as_of FROM publication)
  ) m
  WHERE mes >= coalesce(date_trunc('month', :from::date)::date, '-infinity') AND mes <= coalesce(:to::date, 'infinity')
    AND (:familia::text IS NULL OR familia = :familia) AND (:fase_id::int IS NULL OR fase_id = :fase_id)
  GROUP BY 1
), abertas AS (
  SELECT fase_id, (count(*) FILTER (WHERE NOT zombie))::int AS wip, (count(*) FILTER (WHERE zombie))::int AS zombies
  FROM (
    SELECT fase_id, coalesce((SELECT as_of::date FROM publication) - dia_criacao > :zombie_days::int, false) AS zombie
    FROM agg_ordem
    WHERE aberta AND fase_id IS NOT NULL AND (:produto_id::int IS NULL OR produto_id = :produto_id)
      AND (:familia::text IS NULL OR familia = :familia) AND (:fase_id::int IS NULL OR fase_id = :fase_id)
  ) o
  GROUP BY 1
), dias AS (
  SELECT count(*)::int AS n FROM agg_dia
  WHERE activo AND dia >= coalesce(date_trunc('month', :from::date)::date, '-infinity')
    AND dia < coalesce((date_trunc('month', :to::date) + interval '1 month')::date, 'infinity')
)
SELECT fase_id, c.fase_nome, c.fase_de_producao AS is_production, c.fase_automatica AS is_automatic,
       coalesce(a.fases, 0) AS phases_finished, coalesce(a.retornos, 0) AS reworks,
       a.retornos::float8 / nullif(a.fases, 0) AS rework_rate, d.n AS active_days,
       coalesce(a.fases, 0)::float8 / nullif(d.n, 0) AS finished_per_active_day,
       coalesce(o.wip, 0) AS wip_orders, coalesce(o.zombies, 0) AS zombies,
       m.mediana_segundos / 3600.0::float8 AS duration_hours_median, m.p90_segundos / 3600.0::float8 AS duration_hours_p90,
       coalesce(m.n, 0) AS durations
FROM acabadas a FULL JOIN abertas o USING (fase_id) CROSS JOIN dias d
LEFT JOIN fases_catalogo c USING (fase_id) LEFT JOIN agg_fase_mediana m USING (fase_id)
ORDER BY c.fase_sequencia, fase_id
