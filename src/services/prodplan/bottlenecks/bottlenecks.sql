-- For each phase: orders standing there, and how many ended it on each active day of the year before the dump's day.
-- In psql: \set produto_id NULL \set familia NULL \set zombie_days 365
WITH today AS (
  SELECT as_of::date AS day FROM publication
), active AS (
  -- The dump's own day is not over: it would count as a whole one. Place 1 is the last day.
  SELECT day, row_number() OVER (ORDER BY day DESC)::int AS place
  FROM agg_day
  -- agg_phase_recent goes back as far.
  WHERE is_active AND day < (SELECT day FROM today) AND day > (SELECT day FROM today) - 365
), done AS (
  SELECT d.fase_id, a.place, sum(d.orders)::int AS orders
  FROM active a JOIN (
    SELECT day, fase_id, orders FROM agg_phase_recent
    WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR familia = :familia)
    UNION ALL
    -- Of one product its phases themselves are counted: no sums go so far down.
    SELECT f.faseof_fim::date, f.faseof_fase_id, count(DISTINCT f.faseof_of_id)
    FROM agg_order o JOIN fases_ordem_fabrico f ON f.faseof_of_id = o.of_id
    WHERE coalesce(o.produto_id, 0) = :produto_id::int AND (:familia::text IS NULL OR o.familia = :familia)
      AND o.last_activity_at > (SELECT day FROM today) - 365
      AND f.faseof_fim > (SELECT day FROM today) - 365 AND f.faseof_fim < (SELECT day FROM today)
    GROUP BY 1, 2
  ) d ON d.day = a.day
  GROUP BY 1, 2
), by_phase AS (
  SELECT fase_id, array_agg(place) AS places, array_agg(orders) AS counts FROM done GROUP BY 1
), standing AS (
  SELECT o.fase_id,
         (count(*) FILTER (WHERE NOT o.is_zombie))::int AS orders,
         (count(*) FILTER (WHERE o.is_zombie))::int AS zombies
  FROM (SELECT a.fase_id, coalesce((SELECT day FROM today) - a.created_day > :zombie_days::int, false) AS is_zombie
        FROM agg_order a WHERE a.is_open AND (:produto_id::int IS NULL OR a.produto_id = :produto_id)
          AND (:familia::text IS NULL OR a.familia = :familia)) o
  GROUP BY o.fase_id
), days AS (
  SELECT count(*)::int AS year_days, max(day) AS last_day, min(day) FILTER (WHERE place <= 20) AS first_day, min(day) AS year_first_day FROM active
), boats AS (
  SELECT coalesce(sum(e.finished), 0)::int AS finished_orders
  FROM periods_of((SELECT day FROM today) - 364, (SELECT day FROM today) - 1) p
  JOIN agg_period_delivery e ON e.grain = p.grain AND e.start_day >= p.from_day AND e.start_day < p.before
  WHERE (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
)
SELECT f.fase_id, c.fase_nome, c.fase_automatica AS is_automatic, c.fase_de_producao AS is_production,
       coalesce(s.orders, 0) AS orders, coalesce(s.zombies, 0) AS zombies,
       coalesce(d.places, '{}') AS places, coalesce(d.counts, '{}') AS counts,
       y.year_days, y.year_first_day, y.first_day, y.last_day, b.finished_orders
-- The days stand there also where no phase passes the filters.
FROM days y CROSS JOIN boats b
LEFT JOIN (SELECT fase_id FROM standing UNION SELECT fase_id FROM by_phase) f ON true
LEFT JOIN fases_catalogo c ON c.fase_id = f.fase_id
-- An order may stand at no phase at all.
LEFT JOIN standing s ON s.fase_id IS NOT DISTINCT FROM f.fase_id
LEFT JOIN by_phase d ON d.fase_id = f.fase_id
ORDER BY c.fase_sequencia, f.fase_id
