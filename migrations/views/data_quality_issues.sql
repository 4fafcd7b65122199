-- Issues with the runs that saw them first and last.
CREATE VIEW data_quality_issues AS
SELECT i.issue_id, i.type, i.severity, i.entity, i.key, i.rows, i.sample, i.first_run_id,
       coalesce(i.last_run_id, p.run_id) AS last_run_id, i.resolved_run_id
FROM issue_spans i CROSS JOIN publication p;
