-- Orders that phases name and no sheet lists, first demoulded in a period: nobody knows their product.
-- In psql: \set from NULL \set to NULL \set demould 6
SELECT count(*)::int AS unlisted_orders
FROM (
  SELECT min(f.faseof_fim)::date AS demould_day
  FROM issue_spans i
  JOIN fases_ordem_fabrico f ON f.faseof_of_id = i.key::int
  WHERE i.type = 'ORPHAN' AND i.entity = 'fases_ordem_fabrico.faseof_of_id' AND i.resolved_run_id IS NULL
    AND f.faseof_fase_id = :demould::int AND f.faseof_fim <= (SELECT as_of FROM publication)
  GROUP BY f.faseof_of_id
) o
WHERE (:from::date IS NULL OR demould_day >= :from::date) AND (:to::date IS NULL OR demould_day <= :to::date)
