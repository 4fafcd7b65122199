-- What there is of error lines, and of which day.
CREATE VIEW error_coverage AS
SELECT e.of_id, e.produto_id, e.familia, coalesce(e.first_inspection_day, CASE WHEN e.has_trusted_day THEN e.day END, o.inspected_day) AS inspected_day,
       e.errors, CASE WHEN e.has_trusted_day THEN e.errors ELSE 0 END AS errors_with_day,
       CASE WHEN d.is_defect THEN e.errors ELSE 0 END AS defects,
       CASE WHEN d.is_defect AND e.fase_culpada IS NOT NULL THEN e.errors ELSE 0 END AS defects_with_culprit
FROM agg_error_day e LEFT JOIN order_coverage o ON o.of_id = e.of_id
CROSS JOIN LATERAL (SELECT e.class IN ('BOAT_DEFECT', 'UNKNOWN') AS is_defect) d;
