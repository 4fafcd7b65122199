-- Defects by category, the most frequent first, with the cumulative share.
-- {{category}}: descricao, fase_culpada or familia. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
-- \set first_inspection NULL \set fase_id NULL \set gravidade NULL \set classes '''{BOAT_DEFECT,UNKNOWN}''' \set descricao_id NULL
-- \set detecting_fase_id NULL \set after 0 \set rows 51
WITH rows AS (
  SELECT e.*, CASE :gravidade::int WHEN 1 THEN e.errors_severity_1 WHEN 2 THEN e.errors_severity_2 WHEN 3 THEN e.errors_severity_3 ELSE e.errors END AS n,
         CASE WHEN coalesce(:gravidade::int, 3) = 3 THEN e.errors_severity_3 ELSE 0 END AS g3
  FROM errors_of_period(:from::date, :to::date, :produto_id::int) e
  WHERE e.class = ANY (:classes::text[]) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
), counted AS (
  SELECT {{category}} AS category, sum(e.n)::int AS n, sum(e.g3)::int AS g3,
         sum(e.n) FILTER (WHERE e.fase_culpada IS NULL)::int AS without_culprit
  FROM rows e
  WHERE e.n > 0
  GROUP BY 1
), ranked AS (
  SELECT *, row_number() OVER ordering AS rank, sum(n) OVER ordering AS running_total, sum(n) OVER () AS overall
  FROM counted
  WINDOW ordering AS (ORDER BY n DESC, category NULLS LAST)
)
SELECT o.rank::int AS rank, o.category AS id, {{label}} AS label, o.n AS defects, o.n::float8 / o.overall AS share,
       o.running_total::float8 / o.overall AS cumulative_share, o.g3 AS severity_3,
       coalesce(o.without_culprit, 0) AS defects_without_culprit, o.overall::int AS all_defects
FROM ranked o
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
