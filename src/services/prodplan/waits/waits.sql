-- Waits between phases: for each phase that began in the period, how long its boat had stood since the phase before it, by both.
-- `kind`: WAIT; UNDER_WAY (another phase of the boat was not over: no wait); NO_CREATION (its first phase, of a boat created after
-- it or on no known day); LIES (dates that contradict each other or lie after the file's moment).
-- In psql: \set from '''2023-01-31''' \set to '''2023-04-30''' \set produto_id NULL \set familia NULL \set fase_id NULL
WITH ordens AS MATERIALIZED (
  SELECT a.of_id, a.aberta, o.of_data_criacao AS criacao, (SELECT as_of FROM publication) AS as_of
  FROM agg_ordem a JOIN ordens_fabrico o ON o.of_id = a.of_id
  -- What has not moved since the period began has no phase that began in it; dates that lie may lie anywhere.
  WHERE (:from::date IS NULL OR a.ultima_actividade >= :from OR a.data_futura)
    AND (:produto_id::int IS NULL OR a.produto_id = :produto_id) AND (:familia::text IS NULL OR a.familia = :familia)
), fases AS (
  SELECT o.of_id, o.aberta, o.criacao, f.faseof_fase_id AS fase_id, f.faseof_inicio AS inicio, f.faseof_fim AS fim, f.faseof_sequencia, f.faseof_id,
         coalesce(f.faseof_fim < f.faseof_inicio, false) OR coalesce(greatest(f.faseof_inicio, f.faseof_fim) > o.as_of, false) AS mente
  -- OFFSET 0: the phases of each boat by the index, whatever the planner believes; all of them at once takes ten times as long.
  FROM ordens o CROSS JOIN LATERAL (SELECT * FROM fases_ordem_fabrico f WHERE f.faseof_of_id = o.of_id OFFSET 0) f
  WHERE coalesce(f.faseof_inicio, f.faseof_fim) IS NOT NULL
), varridas AS (
  -- The phases of a boat in the order in which they began; beside each, until when those before it kept the boat busy, and which did.
  SELECT of_id, fase_id, inicio, criacao, false AS mente,
         max(ARRAY[extract(epoch FROM CASE WHEN fim IS NOT NULL THEN fim WHEN aberta THEN 'infinity' ELSE inicio END)::float8, fase_id::float8]) OVER earlier AS antes
  FROM fases
  WHERE NOT mente
  WINDOW earlier AS (PARTITION BY of_id ORDER BY coalesce(inicio, fim), faseof_sequencia, faseof_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  UNION ALL
  SELECT of_id, fase_id, inicio, criacao, true, NULL FROM fases WHERE mente
), esperas AS (
  SELECT of_id, fase_id,
         CASE WHEN mente THEN 'LIES' WHEN antes IS NULL AND (criacao IS NULL OR criacao > inicio) THEN 'NO_CREATION'
              WHEN antes[1] > extract(epoch FROM inicio) THEN 'UNDER_WAY' ELSE 'WAIT' END AS kind,
         antes[2]::int AS desde_fase_id,
         (extract(epoch FROM inicio) - coalesce(antes[1], extract(epoch FROM criacao)))::float8 / 86400 AS dias
  FROM varridas
  WHERE inicio IS NOT NULL AND (:from::date IS NULL OR inicio >= :from) AND (:to::date IS NULL OR inicio < :to::date + 1)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
)
SELECT e.kind, e.from_fase_id, d.fase_nome AS from_fase_nome, e.to_fase_id, p.fase_nome AS to_fase_nome, p.fase_automatica AS to_is_automatic,
       e.waits, e.orders, e.total_days, e.median_days, e.p90_days
FROM (
  SELECT kind, CASE WHEN kind = 'WAIT' THEN desde_fase_id END AS from_fase_id, CASE WHEN kind = 'WAIT' THEN fase_id END AS to_fase_id,
         count(*)::int AS waits, count(DISTINCT of_id)::int AS orders, sum(dias) AS total_days,
         percentile_disc(0.5) WITHIN GROUP (ORDER BY dias) AS median_days, percentile_disc(0.9) WITHIN GROUP (ORDER BY dias) AS p90_days
  FROM esperas GROUP BY 1, 2, 3
) e
LEFT JOIN fases_catalogo d ON d.fase_id = e.from_fase_id
LEFT JOIN fases_catalogo p ON p.fase_id = e.to_fase_id
ORDER BY e.total_days DESC, e.from_fase_id NULLS FIRST, e.to_fase_id
