-- Orders that only their phases name.
CREATE VIEW unlisted_order AS
SELECT f.faseof_of_id AS of_id, min(coalesce(f.faseof_inicio, f.faseof_fim))::date AS created_day, max(f.faseof_fim)::date AS finished_day,
       coalesce(min(f.faseof_fim) FILTER (WHERE f.faseof_fase_id = 6), max(f.faseof_fim))::date AS inspected_day
FROM issue_spans i JOIN fases_ordem_fabrico f ON f.faseof_of_id = i.key::int
WHERE i.type = 'ORPHAN' AND i.entity = 'fases_ordem_fabrico.faseof_of_id' AND i.resolved_run_id IS NULL
GROUP BY f.faseof_of_id;
