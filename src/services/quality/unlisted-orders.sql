-- Orders that phases name and no sheet lists, by the day on which they were first demoulded: nobody knows their product.
-- In psql: \set demould 6
SELECT min(f.faseof_fim)::date AS demould_day
FROM issue_spans i
JOIN fases_ordem_fabrico f ON f.faseof_of_id = i.key::int
WHERE i.type = 'ORPHAN' AND i.entity = 'fases_ordem_fabrico.faseof_of_id' AND i.resolved_run_id IS NULL
  AND f.faseof_fase_id = :demould::int AND f.faseof_fim <= (SELECT as_of FROM publication)
GROUP BY f.faseof_of_id
