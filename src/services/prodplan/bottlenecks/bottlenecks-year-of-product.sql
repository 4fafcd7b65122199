-- How many orders of one product ended each phase on each active day of the year (see bottlenecks-year.sql): its phases themselves are counted, for no sums go so far down.
-- In psql: \set year_days 365 \set produto_id 1 \set familia NULL
WITH today AS (
  SELECT as_of::date AS day FROM publication
), active AS (
  SELECT day, row_number() OVER (ORDER BY day DESC)::int AS place
  FROM agg_day
  WHERE is_active AND day < (SELECT day FROM today) AND day > (SELECT day FROM today) - :year_days
), done AS (
  SELECT d.fase_id, array_agg(a.place) AS places, array_agg(d.orders) AS counts
  FROM active a JOIN (
    SELECT f.faseof_fim::date AS day, f.faseof_fase_id AS fase_id, count(DISTINCT f.faseof_of_id)::int AS orders
    FROM agg_order o JOIN fases_ordem_fabrico f ON f.faseof_of_id = o.of_id
    WHERE coalesce(o.produto_id, 0) = :produto_id::int AND (:familia::text IS NULL OR o.familia = :familia)
      AND o.last_activity_at > (SELECT day FROM today) - :year_days
      AND f.faseof_fim > (SELECT day FROM today) - :year_days AND f.faseof_fim < (SELECT day FROM today)
    GROUP BY 1, 2
  ) d ON d.day = a.day
  GROUP BY 1
), boats AS (
  SELECT coalesce(sum(e.finished), 0)::int AS finished_orders
  FROM periods_of((SELECT day FROM today) - (:year_days - 1), (SELECT day FROM today) - 1) p
  JOIN agg_period_delivery e ON e.grain = p.grain AND e.start_day >= p.from_day AND e.start_day < p.before
  WHERE e.produto_id = :produto_id::int AND (:familia::text IS NULL OR e.familia = :familia)
)
SELECT (SELECT coalesce(jsonb_agg(to_jsonb(d)), '[]') FROM done d) AS done, (SELECT finished_orders FROM boats) AS finished_orders
