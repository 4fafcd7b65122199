-- The worst first, then the kind, then the largest.
-- In psql: \set severity NULL \set type NULL \set entity NULL \set resolved NULL \set limit 51
-- \set after_rank NULL \set after_type NULL \set after_rows NULL \set after_id NULL
WITH wanted AS (
  SELECT array_position(ARRAY['error', 'warning', 'info'], severity) AS rank, i.*
  FROM data_quality_issues i
  WHERE (:type::text IS NULL OR type = :type)
    AND (:severity::text IS NULL OR severity = :severity)
    AND (:entity::text IS NULL OR entity = :entity)
    AND (:resolved::boolean OR resolved_run_id IS NULL)
)
SELECT issue_id, rank, type, severity, entity, key, rows, sample, first_run_id, last_run_id, resolved_run_id,
       (SELECT count(*) FROM wanted)::int AS matching
FROM wanted
WHERE :after_rank::int IS NULL
   OR (rank, type COLLATE "C", -rows, issue_id) > (:after_rank, :after_type COLLATE "C", :after_rows::int, :after_id::bigint)
ORDER BY rank, type COLLATE "C", -rows, issue_id
LIMIT :limit
