-- Boats with a defect of a culprit phase, by month, gate, product and phase; months and days as in the query of the boats.
-- In psql: \set grao '''mes''' \set from NULL \set to NULL
WITH trechos AS (
  SELECT '-infinity'::date AS desde, 'infinity'::date AS antes WHERE :grao = 'mes'
  UNION ALL SELECT desde, antes FROM periodos_de(:from::date, :to::date) WHERE grao = 'dia' AND :grao = 'dia'
)
SELECT to_char(c.inicio, 'YYYY-MM') AS month, c.porta AS gate, c.produto_id, c.fase_culpada AS fase_id, sum(c.ordens)::int AS boats
FROM trechos t JOIN agg_periodo_culpa c ON c.grao = :grao AND c.inicio >= t.desde AND c.inicio < t.antes
WHERE c.fase_culpada IS NOT NULL AND c.ordens > 0
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
