-- The texts of error lines with their class and their lines, most lines first: all lines of the boats that passed their
-- first inspection in a period. In psql: \set class NULL \set from NULL \set to NULL \set produto_id NULL \set familia NULL
-- \set first_inspection NULL \set fase_id NULL \set after 0 \set rows 51
WITH counted AS (
  SELECT e.descricao_id, e.class, sum(e.errors)::int AS n, sum(e.errors_severity_1)::int AS g1, sum(e.errors_severity_2)::int AS g2,
         sum(e.errors_severity_3)::int AS g3, coalesce(sum(e.errors) FILTER (WHERE e.fase_culpada IS NOT NULL), 0)::int AS with_culprit,
         sum(sum(e.errors)) OVER () AS overall
  FROM errors_of_period(:from::date, :to::date, :produto_id::int) e
  WHERE (:familia::text IS NULL OR e.familia = :familia) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
    AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
  GROUP BY 1, 2
), ranked AS (
  SELECT *, row_number() OVER (ORDER BY n DESC, descricao_id NULLS LAST)::int AS rank, sum(n) OVER ()::int AS rows_used
  FROM counted WHERE :class::text IS NULL OR class = :class
)
SELECT o.rank, o.descricao_id, d.descricao AS text, o.class, coalesce(d.decided, false) AS decided,
       (SELECT max(c.decided_at) FROM error_text_class c WHERE d.decided AND c.key = d.key) AS decided_at,
       o.n AS lines, o.n::float8 / o.overall AS share, o.with_culprit AS lines_with_culprit, o.g1 AS severity_1,
       o.g2 AS severity_2, o.g3 AS severity_3, o.rows_used
FROM ranked o LEFT JOIN agg_error_text d ON d.descricao_id = o.descricao_id
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
