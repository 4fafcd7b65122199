-- What one culprit phase did in a period: its errors, and the demoulded orders that have one.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id 1
SELECT e.*, c.orders_with_defect
FROM (
  SELECT coalesce(sum(erros), 0)::int AS defects, coalesce(sum(erros_g1), 0)::int AS severity_1,
         coalesce(sum(erros_g2), 0)::int AS severity_2, coalesce(sum(erros_g3), 0)::int AS severity_3
  FROM erros_do_periodo(:from::date, :to::date, :produto_id::int)
  WHERE fase_culpada = :fase_id::int AND (:familia::text IS NULL OR familia = :familia)
) e CROSS JOIN (
  SELECT coalesce(sum(ordens), 0)::int AS orders_with_defect
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_culpa c ON c.grao = p.grao AND c.inicio >= p.desde AND c.inicio < p.antes
  WHERE c.fase_culpada = :fase_id::int
    AND (:produto_id::int IS NULL OR c.produto_id = :produto_id)
    AND (:familia::text IS NULL OR c.familia = :familia)
) c
