-- Phases of work that ended in the year up to the dump's day, by phase, family, month of end and how many people took part: how many,
-- how many of them lasted, and the sum of the logarithms of their seconds. In psql: \set year_days 365
SELECT g.fase_id, c.fase_nome, c.fase_sequencia, g.familia, g.month, g.people, g.phases, g.durations, g.ln_sum
FROM (
  SELECT f.faseof_fase_id AS fase_id, coalesce(o.familia, '?') AS familia, date_trunc('month', f.faseof_fim)::date AS month, t.people, count(*)::int AS phases,
         (count(*) FILTER (WHERE f.faseof_fim > f.faseof_inicio))::int AS durations,
         coalesce(sum(CASE WHEN f.faseof_fim > f.faseof_inicio THEN ln(date_part('epoch', f.faseof_fim - f.faseof_inicio)) END), 0) AS ln_sum
  FROM fases_ordem_fabrico f
  LEFT JOIN agg_order o ON o.of_id = f.faseof_of_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS people FROM funcionarios_fase_ordem_fabrico w WHERE w.funcionariofaseof_faseof_id = f.faseof_id) t
  WHERE f.faseof_fim >= (SELECT as_of::date FROM publication) - :year_days::int AND f.faseof_fim <= (SELECT as_of FROM publication)
    AND f.faseof_fase_id IN (SELECT fase_id FROM fases_catalogo WHERE fase_de_producao AND NOT coalesce(fase_automatica, false))
  GROUP BY 1, 2, 3, 4
) g JOIN fases_catalogo c ON c.fase_id = g.fase_id
