-- Defects by phase, as culprit and as detector, and boats with a defect of the phase.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL
WITH erros AS MATERIALIZED (
  SELECT fase_avaliacao, fase_culpada, sum(erros) AS n, sum(erros_g1) AS g1, sum(erros_g2) AS g2, sum(erros_g3) AS g3
  FROM erros_do_periodo(:from::date, :to::date, :produto_id::int)
  WHERE classe IN ('BOAT_DEFECT', 'UNKNOWN') AND (:familia::text IS NULL OR familia = :familia)
    AND (:porta::int IS NULL OR porta = :porta)
  GROUP BY 1, 2
), causados AS (
  SELECT fase_culpada AS fase_id, sum(n)::int AS n, sum(g1)::int AS g1, sum(g2)::int AS g2, sum(g3)::int AS g3 FROM erros GROUP BY 1
), encontrados AS (
  SELECT fase_avaliacao AS fase_id, sum(n)::int AS n FROM erros GROUP BY 1
), ordens AS (
  SELECT c.fase_culpada AS fase_id, sum(c.ordens)::int AS n
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_culpa c ON c.grao = p.grao AND c.inicio >= p.desde AND c.inicio < p.antes
  WHERE c.fase_culpada IS NOT NULL AND (:produto_id::int IS NULL OR c.produto_id = :produto_id)
    AND (:familia::text IS NULL OR c.familia = :familia) AND (:porta::int IS NULL OR c.porta = :porta)
  GROUP BY 1
)
SELECT fase_id, f.fase_nome, coalesce(c.n, 0) AS defects_caused, coalesce(c.g1, 0) AS severity_1,
       coalesce(c.g2, 0) AS severity_2, coalesce(c.g3, 0) AS severity_3, coalesce(e.n, 0) AS defects_detected,
       coalesce(o.n, 0) AS orders_with_defect,
       (SELECT coalesce(sum(n), 0)::int FROM erros) AS all_defects,
       (SELECT coalesce(sum(n), 0)::int FROM erros WHERE fase_culpada IS NULL) AS without_culprit
FROM causados c FULL JOIN encontrados e USING (fase_id) FULL JOIN ordens o USING (fase_id)
LEFT JOIN fases_catalogo f USING (fase_id)
ORDER BY coalesce(c.n, 0) DESC, fase_id
