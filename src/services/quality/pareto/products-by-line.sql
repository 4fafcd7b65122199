-- Error lines by product, the most frequent first, with the cumulative share, where what tells lines apart is asked for.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set fase_id NULL \set gravidade NULL
-- \set classes '''{BOAT_DEFECT,UNKNOWN}''' \set descricao_id NULL \set detecting_fase_id NULL \set after 0 \set rows 51
WITH counted AS (
  SELECT e.produto_id AS category, sum(e.errors)::int AS n, coalesce(sum(e.errors) FILTER (WHERE e.gravidade = 3), 0)::int AS g3,
         coalesce(sum(e.errors) FILTER (WHERE e.fase_culpada IS NULL), 0)::int AS without_culprit
  FROM agg_error_day e
  WHERE e.first_inspection_day >= coalesce(:from::date, '-infinity') AND e.first_inspection_day <= coalesce(:to::date, 'infinity')
    AND e.class = ANY (:classes::text[]) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
    AND (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
    AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id) AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
  GROUP BY 1
), ranked AS (
  SELECT *, row_number() OVER ordering AS rank, sum(n) OVER ordering AS running_total, sum(n) OVER () AS overall
  FROM counted
  WINDOW ordering AS (ORDER BY n DESC, category NULLS LAST)
)
SELECT o.rank::int AS rank, o.category::text AS id, m.produto_nome AS label, o.n AS defects, o.n::float8 / o.overall AS share,
       o.running_total::float8 / o.overall AS cumulative_share, o.g3 AS severity_3, o.without_culprit AS defects_without_culprit,
       o.overall::int AS all_defects
FROM ranked o LEFT JOIN modelos m ON m.produto_id = o.category
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
