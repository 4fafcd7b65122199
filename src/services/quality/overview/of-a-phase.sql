-- What one culprit phase did in a period: its defects, and the boats that have one, by the phase that is their first gate.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL \set fase_id 1
SELECT porta, e.defects, e.severity_1, e.severity_2, e.severity_3, e.defects_unknown, c.with_defect, c.with_severity_2, c.with_severity_3
FROM (
  SELECT porta, sum(erros)::int AS defects, sum(erros_g1)::int AS severity_1, sum(erros_g2)::int AS severity_2,
         sum(erros_g3)::int AS severity_3, coalesce(sum(erros) FILTER (WHERE classe = 'UNKNOWN'), 0)::int AS defects_unknown
  FROM erros_do_periodo(:from::date, :to::date, :produto_id::int)
  WHERE fase_culpada = :fase_id::int AND classe IN ('BOAT_DEFECT', 'UNKNOWN')
    AND (:familia::text IS NULL OR familia = :familia) AND (:porta::int IS NULL OR porta = :porta)
  GROUP BY porta
) e JOIN (
  SELECT c.porta, sum(c.ordens)::int AS with_defect, sum(c.ordens_g2)::int AS with_severity_2, sum(c.ordens_g3)::int AS with_severity_3
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_culpa c ON c.grao = p.grao AND c.inicio >= p.desde AND c.inicio < p.antes
  WHERE c.fase_culpada = :fase_id::int AND (:produto_id::int IS NULL OR c.produto_id = :produto_id)
    AND (:familia::text IS NULL OR c.familia = :familia) AND (:porta::int IS NULL OR c.porta = :porta)
  GROUP BY c.porta
) c USING (porta)
