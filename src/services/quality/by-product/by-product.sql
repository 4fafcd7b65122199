-- Boats and defects by product and kind of route, most defects first. With a phase: only its defects.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set fase_id NULL \set after 0 \set rows 51 \set demould 6
WITH boats AS (
  SELECT q.produto_id, q.familia, q.first_inspection, sum(q.boats)::int AS boats, sum(q.boats_without_defect)::int AS without_defect,
         sum(q.boats_without_severity_2)::int AS without_severity_2, sum(q.boats_without_severity_3)::int AS without_severity_3, sum(q.defects)::int AS defects,
         sum(q.defects_severity_1)::int AS g1, sum(q.defects_severity_2)::int AS g2, sum(q.defects_severity_3)::int AS g3,
         sum(q.defects_without_culprit)::int AS without_culprit, sum(q.defects_culprit_missing)::int AS culprit_missing,
         sum(q.mould_lines)::int AS mould, sum(q.passed_lines)::int AS passed
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_quality q ON q.grain = p.grain AND q.start_day >= p.from_day AND q.start_day < p.before
  WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia)
    AND (:first_inspection::int IS NULL OR q.first_inspection = :first_inspection)
  GROUP BY 1, 2, 3 HAVING sum(q.boats) > 0
), of_phase AS (
  SELECT c.produto_id, c.familia, c.first_inspection, sum(c.orders)::int AS orders, sum(c.orders_severity_2)::int AS g2, sum(c.orders_severity_3)::int AS g3,
         sum(c.errors)::int AS errors, sum(c.errors_severity_1)::int AS errors_severity_1, sum(c.errors_severity_2)::int AS errors_severity_2, sum(c.errors_severity_3)::int AS errors_severity_3
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_culprit c ON c.grain = p.grain AND c.start_day >= p.from_day AND c.start_day < p.before
  WHERE c.fase_culpada = :fase_id::int
    AND (:produto_id::int IS NULL OR c.produto_id = :produto_id) AND (:familia::text IS NULL OR c.familia = :familia)
    AND (:first_inspection::int IS NULL OR c.first_inspection = :first_inspection)
  GROUP BY 1, 2, 3
), counted AS (
  SELECT o.produto_id, o.familia, o.first_inspection, o.boats, o.defects AS overall,
         -- What names no culprit, or none that is asked for, is not of the phase.
         CASE WHEN :fase_id::int IS NULL THEN o.without_culprit END AS without_culprit, CASE WHEN :fase_id::int IS NULL THEN o.culprit_missing END AS culprit_missing,
         CASE WHEN :fase_id::int IS NULL THEN o.mould END AS mould, CASE WHEN :fase_id::int IS NULL THEN o.passed END AS passed,
         CASE WHEN :fase_id::int IS NULL THEN o.defects ELSE coalesce(c.errors, 0) END AS defects,
         CASE WHEN :fase_id::int IS NULL THEN o.without_defect ELSE o.boats - coalesce(c.orders, 0) END AS without_defect,
         CASE WHEN :fase_id::int IS NULL THEN o.without_severity_2 ELSE o.boats - coalesce(c.g2, 0) END AS without_severity_2,
         CASE WHEN :fase_id::int IS NULL THEN o.without_severity_3 ELSE o.boats - coalesce(c.g3, 0) END AS without_severity_3,
         CASE WHEN :fase_id::int IS NULL THEN o.g1 ELSE coalesce(c.errors_severity_1, 0) END AS g1,
         CASE WHEN :fase_id::int IS NULL THEN o.g2 ELSE coalesce(c.errors_severity_2, 0) END AS g2,
         CASE WHEN :fase_id::int IS NULL THEN o.g3 ELSE coalesce(c.errors_severity_3, 0) END AS g3
  FROM boats o
  LEFT JOIN of_phase c ON coalesce(c.produto_id, 0) = coalesce(o.produto_id, 0) AND c.familia = o.familia AND c.first_inspection = o.first_inspection
), ranked AS (
  SELECT *, row_number() OVER (ORDER BY defects DESC, produto_id NULLS LAST, familia, first_inspection)::int AS rank,
         sum(defects + boats) OVER ()::int AS rows_used
  FROM counted
)
SELECT o.rank, o.produto_id, m.produto_nome, nullif(o.familia, '?') AS familia,
       CASE o.first_inspection WHEN :demould THEN 'DEMOULD' ELSE 'FINAL_CONTROL' END AS route_kind, o.boats AS orders_past_first_inspection,
       o.without_defect AS orders_without_defect, o.without_defect::float8 / o.boats AS first_pass_yield,
       o.without_severity_2::float8 / o.boats AS first_pass_yield_severity_2, o.without_severity_3::float8 / o.boats AS first_pass_yield_severity_3,
       o.defects, 100 * o.defects::float8 / o.boats AS defects_per_100_orders,
       o.g1 AS severity_1, o.g2 AS severity_2, o.g3 AS severity_3,
       o.without_culprit AS defects_without_culprit, o.culprit_missing AS defects_culprit_missing, o.without_culprit::float8 / nullif(o.overall, 0) AS share_without_culprit,
       o.mould AS mould_lines, o.passed AS passed_lines, o.rows_used
FROM ranked o LEFT JOIN modelos m ON m.produto_id = o.produto_id
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
