-- The piece-work bonus of ended phases by month and phase, in euro; of rework, and of rework on a phase that had been paid on the same order before.
-- In psql nothing is set.
WITH ended AS MATERIALIZED (
  SELECT faseof_of_id AS of_id, faseof_id, faseof_fase_id AS fase_id, faseof_fim, coalesce(faseof_retorno, false) AS is_rework, faseof_coeficiente_x::float8 AS eur
  FROM fases_ordem_fabrico WHERE faseof_fim <= (SELECT as_of FROM publication)
), twice AS MATERIALIZED (
  SELECT DISTINCT r.faseof_id FROM ended r
  JOIN fases_ordem_fabrico p ON p.faseof_of_id = r.of_id AND p.faseof_fase_id = r.fase_id AND p.faseof_id <> r.faseof_id
  WHERE r.is_rework AND r.eur > 0 AND NOT coalesce(p.faseof_retorno, false) AND p.faseof_coeficiente_x > 0 AND p.faseof_fim <= r.faseof_fim
)
SELECT date_trunc('month', e.faseof_fim)::date AS month, e.fase_id, c.fase_nome, c.fase_sequencia, count(*)::int AS phases,
       count(e.eur)::int AS with_bonus, coalesce(sum(e.eur), 0) AS bonus_eur,
       (count(*) FILTER (WHERE e.is_rework))::int AS reworks, coalesce(sum(e.eur) FILTER (WHERE e.is_rework), 0) AS rework_eur,
       count(t.faseof_id)::int AS paid_twice, coalesce(sum(e.eur) FILTER (WHERE t.faseof_id IS NOT NULL), 0) AS paid_twice_eur
FROM ended e LEFT JOIN twice t ON t.faseof_id = e.faseof_id LEFT JOIN fases_catalogo c ON c.fase_id = e.fase_id
GROUP BY 1, 2, 3, 4
