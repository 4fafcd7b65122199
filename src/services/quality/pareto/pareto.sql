-- Defects by category, the most frequent first, with the cumulative share.
-- {{category}}: descricao, fase_culpada or familia. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
-- \set porta NULL \set fase_id NULL \set after 0 \set rows 51
WITH contados AS (
  SELECT {{category}} AS categoria, sum(e.erros)::int AS n, sum(e.erros_g3)::int AS g3,
         sum(e.erros) FILTER (WHERE e.fase_culpada IS NULL)::int AS sem_culpada
  FROM erros_do_periodo(:from::date, :to::date, :produto_id::int) e
  WHERE e.classe IN ('BOAT_DEFECT', 'UNKNOWN') AND (:porta::int IS NULL OR e.porta = :porta)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
  GROUP BY 1
), ordenados AS (
  SELECT *, row_number() OVER ordem AS rank, sum(n) OVER ordem AS acumulado, sum(n) OVER () AS todos
  FROM contados
  WINDOW ordem AS (ORDER BY n DESC, categoria NULLS LAST)
)
SELECT o.rank::int AS rank, o.categoria AS id, {{label}} AS label, o.n AS defects, o.n::float8 / o.todos AS share,
       o.acumulado::float8 / o.todos AS cumulative_share, o.g3 AS severity_3,
       coalesce(o.sem_culpada, 0) AS defects_without_culprit, o.todos::int AS all_defects
FROM ordenados o
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
