-- What a run reads to take in a dump that differs little: weighed demouldings by day, and the phases that end or begin late,
-- without reading all of them.
-- Up Migration

ALTER TABLE agg_phase_day ADD COLUMN weighed integer NOT NULL DEFAULT 0, ADD COLUMN weighed_over_10_kg integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN agg_phase_day.weighed IS 'Of the phases those with a measured weight above 0';
COMMENT ON COLUMN agg_phase_day.weighed_over_10_kg IS 'Of these the ones above 10 kg';

-- As the first run after this would write them.
UPDATE agg_phase_day a SET weighed = f.weighed, weighed_over_10_kg = f.heavy
FROM (SELECT faseof_fim::date AS day, faseof_fase_id AS fase_id, (count(*) FILTER (WHERE faseof_peso > 0))::int AS weighed,
             (count(*) FILTER (WHERE faseof_peso > 10))::int AS heavy
      FROM fases_ordem_fabrico WHERE faseof_fim <= (SELECT as_of FROM agg_state) GROUP BY 1, 2 HAVING count(*) FILTER (WHERE faseof_peso > 0) > 0) f
WHERE a.day = f.day AND a.fase_id = f.fase_id;

-- Small, and enough: the ERP writes orders one after another, so that late dates stand together.
CREATE INDEX fases_ordem_fabrico_dates_idx ON fases_ordem_fabrico USING brin (faseof_inicio, faseof_fim) WITH (pages_per_range = 16);

-- Whose line it is, so that those of touched orders are found.
DROP VIEW error_coverage;
CREATE VIEW error_coverage AS
SELECT e.of_id, e.produto_id, e.familia, coalesce(e.first_inspection_day, CASE WHEN e.has_trusted_day THEN e.day END, o.inspected_day) AS inspected_day,
       e.errors, CASE WHEN e.has_trusted_day THEN e.errors ELSE 0 END AS errors_with_day,
       CASE WHEN d.is_defect THEN e.errors ELSE 0 END AS defects,
       CASE WHEN d.is_defect AND e.fase_culpada IS NOT NULL THEN e.errors ELSE 0 END AS defects_with_culprit
FROM agg_error_day e LEFT JOIN order_coverage o ON o.of_id = e.of_id
CROSS JOIN LATERAL (SELECT e.class IN ('BOAT_DEFECT', 'UNKNOWN') AS is_defect) d;
COMMENT ON VIEW error_coverage IS 'Error lines, those whose day of detection is known, and of the defects of boats those whose culprit is; by the first inspection of the boat';

-- Down Migration

DROP VIEW error_coverage;
CREATE VIEW error_coverage AS
SELECT e.produto_id, e.familia, coalesce(e.first_inspection_day, CASE WHEN e.has_trusted_day THEN e.day END, o.inspected_day) AS inspected_day,
       e.errors, CASE WHEN e.has_trusted_day THEN e.errors ELSE 0 END AS errors_with_day,
       CASE WHEN d.is_defect THEN e.errors ELSE 0 END AS defects,
       CASE WHEN d.is_defect AND e.fase_culpada IS NOT NULL THEN e.errors ELSE 0 END AS defects_with_culprit
FROM agg_error_day e LEFT JOIN order_coverage o ON o.of_id = e.of_id
CROSS JOIN LATERAL (SELECT e.class IN ('BOAT_DEFECT', 'UNKNOWN') AS is_defect) d;
COMMENT ON VIEW error_coverage IS 'Error lines, those whose day of detection is known, and of the defects of boats those whose culprit is; by the first inspection of the boat';
DROP INDEX fases_ordem_fabrico_dates_idx;
ALTER TABLE agg_phase_day DROP COLUMN weighed, DROP COLUMN weighed_over_10_kg;
