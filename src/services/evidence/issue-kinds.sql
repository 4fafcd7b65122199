-- Findings that still stand, by kind and table, the worst first.
SELECT i.severity, i.type, i.entity, count(*)::int AS issues, sum(i.rows)::int AS rows, min(i.first_run_id)::int AS first_run_id
FROM data_quality_issues i
WHERE i.resolved_run_id IS NULL
GROUP BY i.severity, i.type, i.entity
ORDER BY array_position(ARRAY['error', 'warning', 'info'], i.severity), sum(i.rows) DESC, i.type COLLATE "C", i.entity COLLATE "C"
