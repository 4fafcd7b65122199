-- Of each phase that is work: who is qualified for it, how many of them are there, how many took part in it in whole months, and
-- how many boats stand there. The line without a phase counts what belongs to no such phase.
-- In psql: \set from '''2023-02-01''' \set to '''2023-04-30''' \set fase_id NULL \set zombie_days 365
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
), took_part AS (
  SELECT DISTINCT fase_id, funcionario_id FROM agg_employee_phase
  WHERE month >= :from::date AND month <= :to::date AND participations > 0 AND (:fase_id::int IS NULL OR fase_id = :fase_id)
), worked AS (
  SELECT a.fase_id, count(*)::int AS worked,
         (count(*) FILTER (WHERE s.funcionario_id IS NULL))::int AS unqualified
  FROM took_part a LEFT JOIN skills s ON s.fase_id = a.fase_id AND s.funcionario_id = a.funcionario_id AND s.is_begun
  GROUP BY 1
), standing AS MATERIALIZED (
  SELECT fase_id, (count(*) FILTER (WHERE NOT is_zombie))::int AS orders, (count(*) FILTER (WHERE is_zombie))::int AS zombies
  FROM (SELECT fase_id, coalesce((SELECT as_of::date FROM publication) - created_day > :zombie_days::int, false) AS is_zombie
        FROM agg_order WHERE is_open AND (:fase_id::int IS NULL OR fase_id = :fase_id)) o
  GROUP BY 1
)
SELECT w.fase_id, w.fase_nome, w.fase_sequencia, coalesce(q.qualified, 0) AS qualified, coalesce(q.active, 0) AS qualified_active,
       coalesce(d.worked, 0) AS worked, coalesce(d.unqualified, 0) AS worked_unqualified, coalesce(o.orders, 0) AS orders,
       q.names, coalesce(q.rows, 0) AS skill_rows, coalesce(o.zombies, 0) AS zombies, 0 AS skills_to_come
FROM work w
LEFT JOIN qualified q ON q.fase_id = w.fase_id
LEFT JOIN worked d ON d.fase_id = w.fase_id
LEFT JOIN standing o ON o.fase_id = w.fase_id
UNION ALL
SELECT NULL, NULL, NULL, 0, 0, 0, 0, (SELECT coalesce(sum(orders), 0)::int FROM standing s WHERE s.fase_id IS NULL OR s.fase_id NOT IN (SELECT fase_id FROM work)),
       NULL, (SELECT coalesce(sum(rows), 0)::int FROM skills WHERE is_begun AND fase_id NOT IN (SELECT fase_id FROM work)),
       (SELECT coalesce(sum(zombies), 0)::int FROM standing s WHERE s.fase_id IS NULL OR s.fase_id NOT IN (SELECT fase_id FROM work)),
       (SELECT coalesce(sum(rows), 0)::int FROM skills WHERE NOT is_begun)
ORDER BY fase_sequencia NULLS LAST, fase_id
