-- Boats that passed their first gate, by month, gate and product: of all months (grao 'mes'), or of the days with which a
-- period begins and ends within a month (grao 'dia').
-- In psql: \set grao '''mes''' \set from NULL \set to NULL
WITH trechos AS (
  SELECT '-infinity'::date AS desde, 'infinity'::date AS antes WHERE :grao = 'mes'
  UNION ALL SELECT desde, antes FROM periodos_de(:from::date, :to::date) WHERE grao = 'dia' AND :grao = 'dia'
)
SELECT to_char(q.inicio, 'YYYY-MM') AS month, q.porta AS gate, q.produto_id, nullif(q.familia, '?') AS familia, sum(q.barcos)::int AS boats
FROM trechos t JOIN agg_periodo_qualidade q ON q.grao = :grao AND q.inicio >= t.desde AND q.inicio < t.antes
WHERE q.barcos > 0
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
