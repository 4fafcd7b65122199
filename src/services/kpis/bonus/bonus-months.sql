-- The piece-work bonus of phases that ended on a day or later, by month and phase, in euro; of rework, and of what the same order was paid for
-- the same phase more often than its product's route has it. In psql: \set since NULL
WITH paid AS (
  SELECT f.faseof_id, f.faseof_of_id, f.faseof_fase_id, row_number() OVER (PARTITION BY f.faseof_of_id, f.faseof_fase_id ORDER BY f.faseof_fim, f.faseof_id) AS nth
  FROM fases_ordem_fabrico f
  WHERE f.faseof_coeficiente_x > 0 AND f.faseof_fim <= (SELECT as_of FROM publication)
    AND (:since::date IS NULL OR f.faseof_of_id IN (
      SELECT faseof_of_id FROM fases_ordem_fabrico WHERE faseof_fim >= :since AND faseof_fim <= (SELECT as_of FROM publication)))
), twice AS MATERIALIZED (
  SELECT p.faseof_id
  FROM paid p
  LEFT JOIN ordens_fabrico o ON o.of_id = p.faseof_of_id
  LEFT JOIN (SELECT produtofase_produto_id AS produto_id, produtofase_fase_id AS fase_id, count(*) AS steps FROM fases_standard_modelos GROUP BY 1, 2) r
    ON r.produto_id = o.of_produto_id AND r.fase_id = p.faseof_fase_id
  WHERE p.nth > 1 AND p.nth > coalesce(r.steps, 1)
)
SELECT g.*, c.fase_nome, c.fase_sequencia
FROM (
  SELECT date_trunc('month', e.faseof_fim)::date AS month, e.faseof_fase_id AS fase_id, count(*)::int AS phases,
         count(e.faseof_coeficiente_x)::int AS with_bonus, coalesce(sum(e.faseof_coeficiente_x::float8), 0) AS bonus_eur,
         (count(*) FILTER (WHERE e.faseof_retorno))::int AS reworks,
         (count(*) FILTER (WHERE e.faseof_retorno AND e.faseof_coeficiente_x > 0))::int AS reworks_paid,
         coalesce(sum(e.faseof_coeficiente_x::float8) FILTER (WHERE e.faseof_retorno), 0) AS rework_eur,
         count(t.faseof_id)::int AS paid_twice, coalesce(sum(e.faseof_coeficiente_x::float8) FILTER (WHERE t.faseof_id IS NOT NULL), 0) AS paid_twice_eur
  FROM fases_ordem_fabrico e LEFT JOIN twice t ON t.faseof_id = e.faseof_id
  WHERE e.faseof_fim <= (SELECT as_of FROM publication) AND (:since::date IS NULL OR e.faseof_fim >= :since)
  GROUP BY 1, 2
) g LEFT JOIN fases_catalogo c ON c.fase_id = g.fase_id
