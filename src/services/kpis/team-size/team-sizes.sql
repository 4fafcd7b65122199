-- Phases that ended in the year up to the dump's day and lasted, by phase, family, month of end and how many people took part: how many,
-- and the sum of the logarithms of their seconds. In psql: \set year_days 365
WITH recent AS MATERIALIZED (
  SELECT f.faseof_id, f.faseof_fase_id AS fase_id, coalesce(o.familia, '?') AS familia, date_trunc('month', f.faseof_fim)::date AS month,
         CASE WHEN f.faseof_fim > f.faseof_inicio THEN ln(date_part('epoch', f.faseof_fim - f.faseof_inicio)) END AS ln_seconds
  FROM fases_ordem_fabrico f LEFT JOIN agg_order o ON o.of_id = f.faseof_of_id
  JOIN fases_catalogo c ON c.fase_id = f.faseof_fase_id AND c.fase_de_producao AND NOT coalesce(c.fase_automatica, false)
  WHERE f.faseof_fim >= (SELECT as_of::date FROM publication) - :year_days::int AND f.faseof_fim <= (SELECT as_of FROM publication)
), teams AS MATERIALIZED (
  SELECT w.funcionariofaseof_faseof_id AS faseof_id, count(*)::int AS people
  FROM recent r JOIN funcionarios_fase_ordem_fabrico w ON w.funcionariofaseof_faseof_id = r.faseof_id GROUP BY 1
)
SELECT r.fase_id, c.fase_nome, c.fase_sequencia, r.familia, r.month, coalesce(t.people, 0) AS people, count(*)::int AS phases,
       count(r.ln_seconds)::int AS durations, coalesce(sum(r.ln_seconds), 0) AS ln_sum
FROM recent r LEFT JOIN teams t ON t.faseof_id = r.faseof_id JOIN fases_catalogo c ON c.fase_id = r.fase_id
GROUP BY 1, 2, 3, 4, 5, 6
