-- Waits between phases: for each phase that began in the period, how long its boat had stood since the phase before it, by both.
-- `kind`: WAIT; UNDER_WAY (another phase of the boat was not over: no wait); NO_CREATION (its first phase, of a boat created after
-- it or on no known day); LIES (dates that contradict each other or lie after the file's moment).
-- In psql: \set from '''2023-01-31''' \set to '''2023-04-30''' \set produto_id NULL \set familia NULL \set fase_id NULL
WITH orders AS MATERIALIZED (
  SELECT a.of_id, a.is_open, o.of_data_criacao AS created_at, (SELECT as_of FROM publication) AS as_of
  FROM agg_order a JOIN ordens_fabrico o ON o.of_id = a.of_id
  -- What has not moved since the period began has no phase that began in it; dates that lie may lie anywhere.
  WHERE (:from::date IS NULL OR a.last_activity_at >= :from OR a.has_date_in_future)
    AND (:produto_id::int IS NULL OR a.produto_id = :produto_id) AND (:familia::text IS NULL OR a.familia = :familia)
), phases AS (
  SELECT o.of_id, o.is_open, o.created_at, f.faseof_fase_id AS fase_id, f.faseof_inicio AS started_at, f.faseof_fim AS ended_at, f.faseof_sequencia, f.faseof_id,
         coalesce(f.faseof_fim < f.faseof_inicio, false) OR coalesce(greatest(f.faseof_inicio, f.faseof_fim) > o.as_of, false) AS lies
  -- OFFSET 0: the phases of each boat by the index, whatever the planner believes; all of them at once takes ten times as long.
  FROM orders o CROSS JOIN LATERAL (SELECT * FROM fases_ordem_fabrico f WHERE f.faseof_of_id = o.of_id OFFSET 0) f
  WHERE coalesce(f.faseof_inicio, f.faseof_fim) IS NOT NULL
), swept AS (
  -- The phases of a boat in the order in which they began; beside each, until when those before it kept the boat busy, and which did.
  SELECT of_id, fase_id, started_at, created_at, false AS lies,
         max(ARRAY[extract(epoch FROM CASE WHEN ended_at IS NOT NULL THEN ended_at WHEN is_open THEN 'infinity' ELSE started_at END)::float8, fase_id::float8]) OVER earlier AS busy_until
  FROM phases
  WHERE NOT lies
  WINDOW earlier AS (PARTITION BY of_id ORDER BY coalesce(started_at, ended_at), faseof_sequencia, faseof_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  UNION ALL
  SELECT of_id, fase_id, started_at, created_at, true, NULL FROM phases WHERE lies
), waited AS (
  SELECT of_id, fase_id,
         CASE WHEN lies THEN 'LIES' WHEN busy_until IS NULL AND (created_at IS NULL OR created_at > started_at) THEN 'NO_CREATION'
              WHEN busy_until[1] > extract(epoch FROM started_at) THEN 'UNDER_WAY' ELSE 'WAIT' END AS kind,
         busy_until[2]::int AS previous_fase_id,
         (extract(epoch FROM started_at) - coalesce(busy_until[1], extract(epoch FROM created_at)))::float8 / 86400 AS days
  FROM swept
  WHERE started_at IS NOT NULL AND (:from::date IS NULL OR started_at >= :from) AND (:to::date IS NULL OR started_at < :to::date + 1)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
)
SELECT e.kind, e.from_fase_id, d.fase_nome AS from_fase_nome, e.to_fase_id, p.fase_nome AS to_fase_nome, p.fase_automatica AS to_is_automatic,
       e.waits, e.orders, e.total_days, e.median_days, e.p90_days
FROM (
  SELECT kind, CASE WHEN kind = 'WAIT' THEN previous_fase_id END AS from_fase_id, CASE WHEN kind = 'WAIT' THEN fase_id END AS to_fase_id,
         count(*)::int AS waits, count(DISTINCT of_id)::int AS orders, sum(days) AS total_days,
         percentile_disc(0.5) WITHIN GROUP (ORDER BY days) AS median_days, percentile_disc(0.9) WITHIN GROUP (ORDER BY days) AS p90_days
  FROM waited GROUP BY 1, 2, 3
) e
LEFT JOIN fases_catalogo d ON d.fase_id = e.from_fase_id
LEFT JOIN fases_catalogo p ON p.fase_id = e.to_fase_id
ORDER BY e.total_days DESC, e.from_fase_id NULLS FIRST, e.to_fase_id
