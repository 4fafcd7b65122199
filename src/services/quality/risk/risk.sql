-- Boats with a defect of a culprit phase, by product, drawn towards the rate of the product's family.
-- Beta-binomial: the products of a family scatter around its rate p with an intra-class correlation phi, estimated from
-- their variance (Kleinman 1973); the prior is Beta(m p, m (1 - p)) with m = 1 / phi - 1.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL \set fase_id NULL \set after 0 \set rows 51
WITH produtos AS MATERIALIZED (
  SELECT q.produto_id, q.familia, sum(q.barcos)::float8 AS n
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
  WHERE q.familia <> '?' AND (:porta::int IS NULL OR q.porta = :porta) AND (:familia::text IS NULL OR q.familia = :familia)
  GROUP BY 1, 2 HAVING sum(q.barcos) > 0
), familias AS (
  SELECT familia, sum(n) AS n, sum(n * n) AS n2, count(*) AS k FROM produtos GROUP BY 1
), pares AS MATERIALIZED (
  SELECT c.produto_id, c.familia, c.fase_culpada, sum(c.ordens)::float8 AS y
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_culpa c ON c.grao = p.grao AND c.inicio >= p.desde AND c.inicio < p.antes
  WHERE c.fase_culpada IS NOT NULL AND c.familia <> '?' AND (:familia::text IS NULL OR c.familia = :familia)
    AND (:fase_id::int IS NULL OR c.fase_culpada = :fase_id) AND (:porta::int IS NULL OR c.porta = :porta)
  GROUP BY 1, 2, 3 HAVING sum(c.ordens) > 0
), taxas AS (
  -- Products without any such order count too: their part of the variance follows from the sums.
  SELECT x.familia, x.fase_culpada, f.n, f.n2, f.k, (sum(x.y) + 0.5) / (f.n + 1) AS p,
         sum(x.y * x.y / d.n) / f.n - (sum(x.y) / f.n) ^ 2 AS variancia
  FROM pares x JOIN produtos d ON d.produto_id = x.produto_id JOIN familias f ON f.familia = x.familia
  GROUP BY x.familia, x.fase_culpada, f.n, f.n2, f.k
), priores AS MATERIALIZED (
  SELECT familia, fase_culpada, n, k, p, 1 / phi - 1 AS m
  FROM taxas CROSS JOIN LATERAL (
    -- One product, or one order each: nothing tells how products scatter. In a sparse family a single error makes the
    -- estimate, too: the family never weighs less than where nothing is known, or that error would be its own evidence.
    SELECT CASE WHEN k = 1 OR k = n THEN 0.1 ELSE least(0.1, greatest(0.0001,
      (variancia / (p * (1 - p)) - (k - 1) / n) / (1 - n2 / (n * n) - (k - 1) / n))) END AS phi) e
), ordenados AS MATERIALIZED (
  SELECT x.produto_id, x.familia, x.fase_culpada, d.n, x.y, r.p, r.n AS family_n, r.k, r.m,
         r.m * r.p + x.y AS a, r.m * (1 - r.p) + d.n - x.y AS b
  FROM pares x JOIN produtos d ON d.produto_id = x.produto_id
  JOIN priores r ON r.familia = x.familia AND r.fase_culpada = x.fase_culpada
), pontuados AS (
  SELECT *, row_number() OVER (ORDER BY (a / (a + b) - p) / sqrt(a * b / ((a + b) ^ 2 * (a + b + 1))) DESC,
                               y DESC, produto_id, fase_culpada)::int AS rank
  FROM ordenados
  WHERE :produto_id::int IS NULL OR produto_id = :produto_id
)
SELECT o.rank, o.produto_id, m.produto_nome, o.familia, o.fase_culpada AS fase_id, f.fase_nome, o.n::int AS orders,
       o.y::int AS orders_with_defect, o.y / o.n AS rate, o.a / (o.a + o.b) AS shrunk_rate, o.a, o.b,
       o.p AS family_rate, o.family_n::int AS family_orders, o.k::int AS family_products, o.m AS prior_orders,
       (SELECT coalesce(sum(n), 0)::int FROM produtos) AS all_orders
FROM pontuados o
LEFT JOIN modelos m ON m.produto_id = o.produto_id LEFT JOIN fases_catalogo f ON f.fase_id = o.fase_culpada
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
