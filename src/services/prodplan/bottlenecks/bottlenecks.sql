-- For each phase: orders standing there, and how many ended it on each active day of the year before the dump's day.
-- In psql: \set produto_id NULL \set familia NULL \set zombie_days 365
WITH hoje AS (
  SELECT as_of::date AS dia FROM publication
), active AS (
  -- The dump's own day is not over: it would count as a whole one. Place 1 is the last day.
  SELECT dia, row_number() OVER (ORDER BY dia DESC)::int AS place
  FROM agg_dia
  -- agg_fase_recente goes back as far.
  WHERE activo AND dia < (SELECT dia FROM hoje) AND dia > (SELECT dia FROM hoje) - 365
), done AS (
  SELECT d.fase_id, a.place, sum(d.ordens)::int AS ordens
  FROM active a JOIN (
    SELECT dia, fase_id, ordens FROM agg_fase_recente
    WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR familia = :familia)
    UNION ALL
    -- Of one product its phases themselves are counted: no sums go so far down.
    SELECT f.faseof_fim::date, f.faseof_fase_id, count(DISTINCT f.faseof_of_id)
    FROM agg_ordem o JOIN fases_ordem_fabrico f ON f.faseof_of_id = o.of_id
    WHERE coalesce(o.produto_id, 0) = :produto_id::int AND (:familia::text IS NULL OR o.familia = :familia)
      AND o.ultima_actividade > (SELECT dia FROM hoje) - 365
      AND f.faseof_fim > (SELECT dia FROM hoje) - 365 AND f.faseof_fim < (SELECT dia FROM hoje)
    GROUP BY 1, 2
  ) d ON d.dia = a.dia
  GROUP BY 1, 2
), by_phase AS (
  SELECT fase_id, array_agg(place) AS places, array_agg(ordens) AS counts FROM done GROUP BY 1
), standing AS (
  SELECT o.fase_id,
         (count(*) FILTER (WHERE NOT o.is_zombie))::int AS orders,
         (count(*) FILTER (WHERE o.is_zombie))::int AS zombies
  FROM (SELECT a.fase_id, coalesce((SELECT dia FROM hoje) - a.dia_criacao > :zombie_days::int, false) AS is_zombie
        FROM agg_ordem a WHERE a.aberta AND (:produto_id::int IS NULL OR a.produto_id = :produto_id)
          AND (:familia::text IS NULL OR a.familia = :familia)) o
  GROUP BY o.fase_id
), days AS (
  SELECT count(*)::int AS year_days, max(dia) AS last_day, min(dia) FILTER (WHERE place <= 20) AS first_day, min(dia) AS year_first_day FROM active
), boats AS (
  SELECT coalesce(sum(e.acabadas), 0)::int AS finished_orders
  FROM periodos_de((SELECT dia FROM hoje) - 364, (SELECT dia FROM hoje) - 1) p
  JOIN agg_periodo_entrega e ON e.grao = p.grao AND e.inicio >= p.desde AND e.inicio < p.antes
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
