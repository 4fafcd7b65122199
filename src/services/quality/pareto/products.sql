-- Defects by product, the most frequent first, with the cumulative share.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set fase_id NULL \set after 0 \set rows 51
WITH counted AS (
  SELECT q.produto_id AS category, sum(q.defects)::int AS n, sum(q.defects_severity_3)::int AS g3, sum(q.defects_without_culprit)::int AS without_culprit
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_quality q ON q.grain = p.grain AND q.start_day >= p.from_day AND q.start_day < p.before
  WHERE :fase_id::int IS NULL AND (:first_inspection::int IS NULL OR q.first_inspection = :first_inspection)
    AND (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia)
  GROUP BY 1
  UNION ALL
  SELECT c.produto_id, sum(c.errors)::int, sum(c.errors_severity_3)::int, 0
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_culprit c ON c.grain = p.grain AND c.start_day >= p.from_day AND c.start_day < p.before
  WHERE c.fase_culpada = :fase_id::int AND (:first_inspection::int IS NULL OR c.first_inspection = :first_inspection)
    AND (:produto_id::int IS NULL OR c.produto_id = :produto_id) AND (:familia::text IS NULL OR c.familia = :familia)
  GROUP BY 1
), ranked AS (
  SELECT *, row_number() OVER ordering AS rank, sum(n) OVER ordering AS running_total, sum(n) OVER () AS overall
  FROM counted WHERE n > 0
  WINDOW ordering AS (ORDER BY n DESC, category NULLS LAST)
)
SELECT o.rank::int AS rank, o.category::text AS id, m.produto_nome AS label, o.n AS defects, o.n::float8 / o.overall AS share,
       o.running_total::float8 / o.overall AS cumulative_share, o.g3 AS severity_3, o.without_culprit AS defects_without_culprit,
       o.overall::int AS all_defects
FROM ranked o LEFT JOIN modelos m ON m.produto_id = o.category
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
