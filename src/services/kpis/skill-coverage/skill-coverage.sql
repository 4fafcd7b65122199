-- Of each phase that is work: who is qualified for it, how many of them are there, and how many boats stand there. The line without a
-- phase counts what belongs to no such phase. In psql: \set fase_id NULL \set zombie_days 365
WITH work AS MATERIALIZED (
  SELECT fase_id, fase_nome, fase_sequencia FROM fases_catalogo
  WHERE fase_de_producao AND NOT coalesce(fase_automatica, false) AND (:fase_id::int IS NULL OR fase_id = :fase_id)
), skills AS MATERIALIZED (
  -- A skill that was given twice is one skill.
  SELECT s.funcionariofase_fase_id AS fase_id, s.funcionariofase_funcionario_id AS funcionario_id, count(*) AS rows,
         bool_or(coalesce(s.funcionariofase_inicio <= (SELECT as_of FROM publication), true)) AS is_begun
  FROM funcionarios_fases_aptos s WHERE :fase_id::int IS NULL OR s.funcionariofase_fase_id = :fase_id
  GROUP BY 1, 2
), qualified AS (
  SELECT s.fase_id, sum(s.rows)::int AS rows, count(*)::int AS qualified,
         (count(*) FILTER (WHERE f.funcionario_activo))::int AS active,
         string_agg(f.funcionario_nome, '; ' ORDER BY f.funcionario_nome COLLATE "C") FILTER (WHERE f.funcionario_activo) AS names
  FROM skills s LEFT JOIN funcionarios f ON f.funcionario_id = s.funcionario_id
  WHERE s.is_begun GROUP BY 1
), standing AS MATERIALIZED (
  SELECT fase_id, (count(*) FILTER (WHERE NOT is_zombie))::int AS orders, (count(*) FILTER (WHERE NOT is_zombie AND NOT phase_in_hand))::int AS waiting,
         (count(*) FILTER (WHERE is_zombie))::int AS zombies
  FROM (SELECT fase_id, phase_in_hand, coalesce((SELECT as_of::date FROM publication) - created_day > :zombie_days::int, false) AS is_zombie
        FROM agg_order WHERE is_open AND (:fase_id::int IS NULL OR fase_id = :fase_id)) o
  GROUP BY 1
)
SELECT w.fase_id, w.fase_nome, w.fase_sequencia, coalesce(q.qualified, 0) AS qualified, coalesce(q.active, 0) AS qualified_active,
       coalesce(o.orders, 0) AS orders, coalesce(o.waiting, 0) AS orders_waiting,
       q.names, coalesce(q.rows, 0) AS skill_rows, coalesce(o.zombies, 0) AS zombies, 0 AS skills_to_come
FROM work w
LEFT JOIN qualified q ON q.fase_id = w.fase_id
LEFT JOIN standing o ON o.fase_id = w.fase_id
UNION ALL
SELECT NULL, NULL, NULL, 0, 0, (SELECT coalesce(sum(orders), 0)::int FROM standing s WHERE s.fase_id IS NULL OR s.fase_id NOT IN (SELECT fase_id FROM work)),
       0, NULL, (SELECT coalesce(sum(rows), 0)::int FROM skills WHERE is_begun AND fase_id NOT IN (SELECT fase_id FROM work)),
       (SELECT coalesce(sum(zombies), 0)::int FROM standing s WHERE s.fase_id IS NULL OR s.fase_id NOT IN (SELECT fase_id FROM work)),
       (SELECT coalesce(sum(rows), 0)::int FROM skills WHERE NOT is_begun)
ORDER BY fase_sequencia NULLS LAST, fase_id
