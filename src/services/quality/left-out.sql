-- What a quality figure leaves out. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL
SELECT coalesce(sum(mould_lines) FILTER (WHERE is_asked), 0)::int AS mould_lines,
       coalesce(sum(passed_lines) FILTER (WHERE is_asked), 0)::int AS passed_lines,
       coalesce(sum(lines_without_inspection) FILTER (WHERE is_asked), 0)::int AS lines_before_inspection,
       coalesce(sum(finished_without_inspection) FILTER (WHERE is_asked), 0)::int AS finished_without_inspection,
       coalesce(sum(defects) FILTER (WHERE familia = '?'), 0)::int AS defects_without_family,
       coalesce(sum(boats) FILTER (WHERE familia = '?'), 0)::int AS orders_without_family
FROM (
  SELECT q.*, :familia::text IS NULL OR q.familia = :familia AS is_asked
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_quality q ON q.grain = p.grain AND q.start_day >= p.from_day AND q.start_day < p.before
  WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:first_inspection::int IS NULL OR q.first_inspection = :first_inspection)
    AND (:familia::text IS NULL OR q.familia IN (:familia, '?'))
  UNION ALL
  -- What has no day that can be trusted may be of any period.
  SELECT q.*, :familia::text IS NULL OR q.familia = :familia
  FROM agg_period_quality q
  WHERE q.grain = 'no_day' AND (:from::date IS NOT NULL OR :to::date IS NOT NULL)
    AND (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:first_inspection::int IS NULL OR q.first_inspection = :first_inspection)
    AND (:familia::text IS NULL OR q.familia IN (:familia, '?'))
) q
