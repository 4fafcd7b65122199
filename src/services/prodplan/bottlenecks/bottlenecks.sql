-- For each phase: orders standing there, and how many working days the last ones would take to clear them.
-- \set zombie_days 365
-- \set window_days 20
WITH active AS (
  -- The dump's own day is not over: it would count as a whole one.
  SELECT dia, row_number() OVER (ORDER BY dia DESC) AS back
  FROM agg_dia
  -- agg_fase_recente goes back 120 days.
  WHERE activo AND dia < (SELECT as_of::date FROM publication) AND dia > (SELECT as_of::date FROM publication) - 120
  ORDER BY dia DESC LIMIT 2 * :window_days
), done AS (
  SELECT d.fase_id,
         coalesce(sum(d.ordens) FILTER (WHERE a.back <= :window_days), 0)::int AS completed,
         coalesce(sum(d.ordens) FILTER (WHERE a.back > :window_days), 0)::int AS completed_before
  FROM active a JOIN (
    SELECT dia, fase_id, ordens FROM agg_fase_recente
    WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR familia = :familia)
    UNION ALL
    -- Of one product its phases themselves are counted: no sums go so far down.
    SELECT f.faseof_fim::date, f.faseof_fase_id, count(DISTINCT f.faseof_of_id)
    FROM agg_ordem o JOIN fases_ordem_fabrico f ON f.faseof_of_id = o.of_id
    WHERE coalesce(o.produto_id, 0) = :produto_id::int AND (:familia::text IS NULL OR o.familia = :familia)
      AND f.faseof_fim <= (SELECT as_of FROM publication)
    GROUP BY 1, 2
  ) d ON d.dia = a.dia
  GROUP BY d.fase_id
), standing AS (
  SELECT o.fase_id,
         (count(*) FILTER (WHERE NOT o.is_zombie))::int AS orders,
         (count(*) FILTER (WHERE o.is_zombie))::int AS zombies
  FROM (SELECT a.fase_id, coalesce((SELECT as_of::date FROM publication) - a.dia_criacao > :zombie_days, false) AS is_zombie
        FROM agg_ordem a WHERE a.aberta AND (:produto_id::int IS NULL OR a.produto_id = :produto_id)
          AND (:familia::text IS NULL OR a.familia = :familia)) o
  GROUP BY o.fase_id
), days AS (
  SELECT (count(*) FILTER (WHERE back <= :window_days))::int AS active_days,
         (count(*) FILTER (WHERE back > :window_days))::int AS active_days_before,
         min(dia) FILTER (WHERE back <= :window_days) AS first_day, max(dia) AS last_day
  FROM active
)
SELECT f.fase_id, c.fase_nome, c.fase_automatica AS is_automatic, c.fase_de_producao AS is_production,
       coalesce(s.orders, 0) AS orders, coalesce(s.zombies, 0) AS zombies,
       coalesce(d.completed, 0) AS completed, coalesce(d.completed_before, 0) AS completed_before,
       y.active_days, y.active_days_before, y.first_day, y.last_day
-- The days stand there also where no phase passes the filters.
FROM days y
LEFT JOIN (SELECT fase_id FROM standing UNION SELECT fase_id FROM done WHERE completed > 0) f ON :fase_id::int IS NULL OR f.fase_id = :fase_id
LEFT JOIN fases_catalogo c ON c.fase_id = f.fase_id
-- An order may stand at no phase at all.
LEFT JOIN standing s ON s.fase_id IS NOT DISTINCT FROM f.fase_id
LEFT JOIN done d ON d.fase_id = f.fase_id
ORDER BY c.fase_sequencia, f.fase_id
