-- Defects by category, the most frequent first, with the cumulative share.
-- {{category}}: descricao, fase_culpada or familia. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
-- \set porta NULL \set fase_id NULL \set gravidade NULL \set classes '{BOAT_DEFECT,UNKNOWN}' \set descricao_id NULL
-- \set detecting_fase_id NULL \set after 0 \set rows 51
WITH linhas AS (
  SELECT e.*, CASE :gravidade::int WHEN 1 THEN e.erros_g1 WHEN 2 THEN e.erros_g2 WHEN 3 THEN e.erros_g3 ELSE e.erros END AS n,
         CASE WHEN coalesce(:gravidade::int, 3) = 3 THEN e.erros_g3 ELSE 0 END AS g3
  FROM erros_do_periodo(:from::date, :to::date, :produto_id::int) e
  WHERE e.classe = ANY (:classes::text[]) AND (:porta::int IS NULL OR e.porta = :porta)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
), contados AS (
  SELECT {{category}} AS categoria, sum(e.n)::int AS n, sum(e.g3)::int AS g3,
         sum(e.n) FILTER (WHERE e.fase_culpada IS NULL)::int AS sem_culpada
  FROM linhas e
  WHERE e.n > 0
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
