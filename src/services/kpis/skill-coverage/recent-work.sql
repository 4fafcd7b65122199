-- Who took part in which phase in so many days up to the dump's, by the phase's end, else its start; and who of them is qualified and active.
-- In psql: \set recent_days 90
SELECT f.faseof_fase_id AS fase_id, w.funcionariofaseof_funcionario_id AS funcionario_id, count(*)::int AS participations,
       bool_or(s.funcionario_id IS NOT NULL) AS is_qualified, bool_or(s.funcionario_id IS NOT NULL AND coalesce(p.funcionario_activo, false)) AS is_ready
FROM fases_ordem_fabrico f
JOIN funcionarios_fase_ordem_fabrico w ON w.funcionariofaseof_faseof_id = f.faseof_id
LEFT JOIN funcionarios p ON p.funcionario_id = w.funcionariofaseof_funcionario_id
LEFT JOIN (SELECT DISTINCT funcionariofase_fase_id AS fase_id, funcionariofase_funcionario_id AS funcionario_id FROM funcionarios_fases_aptos
           WHERE coalesce(funcionariofase_inicio <= (SELECT as_of FROM publication), true)) s
  ON s.fase_id = f.faseof_fase_id AND s.funcionario_id = w.funcionariofaseof_funcionario_id
WHERE (f.faseof_fim >= (SELECT as_of::date FROM publication) - (:recent_days::int - 1) AND f.faseof_fim <= (SELECT as_of FROM publication)
       OR f.faseof_fim IS NULL AND f.faseof_inicio >= (SELECT as_of::date FROM publication) - (:recent_days::int - 1) AND f.faseof_inicio <= (SELECT as_of FROM publication))
GROUP BY 1, 2
