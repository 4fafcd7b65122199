-- Error lines by product, the most frequent first, with the cumulative share, where what tells lines apart is asked for.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL \set fase_id NULL \set gravidade NULL
-- \set classes '{BOAT_DEFECT,UNKNOWN}' \set descricao_id NULL \set detecting_fase_id NULL \set after 0 \set rows 51
WITH contados AS (
  SELECT e.produto_id AS categoria, sum(e.erros)::int AS n, coalesce(sum(e.erros) FILTER (WHERE e.gravidade = 3), 0)::int AS g3,
         coalesce(sum(e.erros) FILTER (WHERE e.fase_culpada IS NULL), 0)::int AS sem_culpada
  FROM agg_erro_dia e
  WHERE e.dia_porta >= coalesce(:from::date, '-infinity') AND e.dia_porta <= coalesce(:to::date, 'infinity')
    AND e.classe = ANY (:classes::text[]) AND (:porta::int IS NULL OR e.porta = :porta)
    AND (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
    AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id) AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
  GROUP BY 1
), ordenados AS (
  SELECT *, row_number() OVER ordem AS rank, sum(n) OVER ordem AS acumulado, sum(n) OVER () AS todos
  FROM contados
  WINDOW ordem AS (ORDER BY n DESC, categoria NULLS LAST)
)
SELECT o.rank::int AS rank, o.categoria::text AS id, m.produto_nome AS label, o.n AS defects, o.n::float8 / o.todos AS share,
       o.acumulado::float8 / o.todos AS cumulative_share, o.g3 AS severity_3, o.sem_culpada AS defects_without_culprit,
       o.todos::int AS all_defects
FROM ordenados o LEFT JOIN modelos m ON m.produto_id = o.categoria
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
