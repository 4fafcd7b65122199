-- Defects by product, the most frequent first, with the cumulative share.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL \set fase_id NULL \set after 0 \set rows 51
WITH contados AS (
  SELECT q.produto_id AS categoria, sum(q.defeitos)::int AS n, sum(q.defeitos_g3)::int AS g3, sum(q.defeitos_sem_culpada)::int AS sem_culpada
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
  WHERE :fase_id::int IS NULL AND (:porta::int IS NULL OR q.porta = :porta)
    AND (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia)
  GROUP BY 1
  UNION ALL
  SELECT c.produto_id, sum(c.erros)::int, sum(c.erros_g3)::int, 0
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_culpa c ON c.grao = p.grao AND c.inicio >= p.desde AND c.inicio < p.antes
  WHERE c.fase_culpada = :fase_id::int AND (:porta::int IS NULL OR c.porta = :porta)
    AND (:produto_id::int IS NULL OR c.produto_id = :produto_id) AND (:familia::text IS NULL OR c.familia = :familia)
  GROUP BY 1
), ordenados AS (
  SELECT *, row_number() OVER ordem AS rank, sum(n) OVER ordem AS acumulado, sum(n) OVER () AS todos
  FROM contados WHERE n > 0
  WINDOW ordem AS (ORDER BY n DESC, categoria NULLS LAST)
)
SELECT o.rank::int AS rank, o.categoria::text AS id, m.produto_nome AS label, o.n AS defects, o.n::float8 / o.todos AS share,
       o.acumulado::float8 / o.todos AS cumulative_share, o.g3 AS severity_3, o.sem_culpada AS defects_without_culprit,
       o.todos::int AS all_defects
FROM ordenados o LEFT JOIN modelos m ON m.produto_id = o.categoria
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
