-- Boats and defects by product and kind of route, most defects first. With a phase: only its defects.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL \set fase_id NULL \set after 0 \set rows 51
WITH barcos AS (
  SELECT q.produto_id, q.familia, q.porta, sum(q.barcos)::int AS barcos, sum(q.barcos_sem_defeito)::int AS sem_defeito,
         sum(q.barcos_sem_g2)::int AS sem_g2, sum(q.barcos_sem_g3)::int AS sem_g3, sum(q.defeitos)::int AS defeitos,
         sum(q.defeitos_g1)::int AS g1, sum(q.defeitos_g2)::int AS g2, sum(q.defeitos_g3)::int AS g3,
         sum(q.defeitos_sem_culpada)::int AS sem_culpada, sum(q.defeitos_culpada_em_falta)::int AS em_falta,
         sum(q.linhas_molde)::int AS molde, sum(q.linhas_passou)::int AS passou
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
  WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia)
    AND (:porta::int IS NULL OR q.porta = :porta)
  GROUP BY 1, 2, 3 HAVING sum(q.barcos) > 0
), da_fase AS (
  SELECT c.produto_id, c.familia, c.porta, sum(c.ordens)::int AS ordens, sum(c.ordens_g2)::int AS g2, sum(c.ordens_g3)::int AS g3,
         sum(c.erros)::int AS erros, sum(c.erros_g1)::int AS erros_g1, sum(c.erros_g2)::int AS erros_g2, sum(c.erros_g3)::int AS erros_g3
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_culpa c ON c.grao = p.grao AND c.inicio >= p.desde AND c.inicio < p.antes
  WHERE c.fase_culpada = :fase_id::int
    AND (:produto_id::int IS NULL OR c.produto_id = :produto_id) AND (:familia::text IS NULL OR c.familia = :familia)
    AND (:porta::int IS NULL OR c.porta = :porta)
  GROUP BY 1, 2, 3
), contados AS (
  SELECT o.produto_id, o.familia, o.porta, o.barcos, o.defeitos AS todos,
         -- What names no culprit, or none that is asked for, is not of the phase.
         CASE WHEN :fase_id::int IS NULL THEN o.sem_culpada END AS sem_culpada, CASE WHEN :fase_id::int IS NULL THEN o.em_falta END AS em_falta,
         CASE WHEN :fase_id::int IS NULL THEN o.molde END AS molde, CASE WHEN :fase_id::int IS NULL THEN o.passou END AS passou,
         CASE WHEN :fase_id::int IS NULL THEN o.defeitos ELSE coalesce(c.erros, 0) END AS defeitos,
         CASE WHEN :fase_id::int IS NULL THEN o.sem_defeito ELSE o.barcos - coalesce(c.ordens, 0) END AS sem_defeito,
         CASE WHEN :fase_id::int IS NULL THEN o.sem_g2 ELSE o.barcos - coalesce(c.g2, 0) END AS sem_g2,
         CASE WHEN :fase_id::int IS NULL THEN o.sem_g3 ELSE o.barcos - coalesce(c.g3, 0) END AS sem_g3,
         CASE WHEN :fase_id::int IS NULL THEN o.g1 ELSE coalesce(c.erros_g1, 0) END AS g1,
         CASE WHEN :fase_id::int IS NULL THEN o.g2 ELSE coalesce(c.erros_g2, 0) END AS g2,
         CASE WHEN :fase_id::int IS NULL THEN o.g3 ELSE coalesce(c.erros_g3, 0) END AS g3
  FROM barcos o
  LEFT JOIN da_fase c ON coalesce(c.produto_id, 0) = coalesce(o.produto_id, 0) AND c.familia = o.familia AND c.porta = o.porta
), ordenados AS (
  SELECT *, row_number() OVER (ORDER BY defeitos DESC, produto_id NULLS LAST, familia, porta)::int AS rank,
         sum(defeitos + barcos) OVER ()::int AS rows_used
  FROM contados
)
SELECT o.rank, o.produto_id, m.produto_nome, nullif(o.familia, '?') AS familia,
       CASE o.porta WHEN 6 THEN 'DEMOULD' ELSE 'FINAL_CONTROL' END AS route_kind, o.barcos AS orders_past_first_gate,
       o.sem_defeito AS orders_without_defect, o.sem_defeito::float8 / o.barcos AS first_pass_yield,
       o.sem_g2::float8 / o.barcos AS first_pass_yield_severity_2, o.sem_g3::float8 / o.barcos AS first_pass_yield_severity_3,
       o.defeitos AS defects, 100 * o.defeitos::float8 / o.barcos AS defects_per_100_orders,
       o.g1 AS severity_1, o.g2 AS severity_2, o.g3 AS severity_3,
       o.sem_culpada AS defects_without_culprit, o.em_falta AS defects_culprit_missing, o.sem_culpada::float8 / nullif(o.todos, 0) AS share_without_culprit,
       o.molde AS mould_lines, o.passou AS passed_lines, o.rows_used
FROM ordenados o LEFT JOIN modelos m ON m.produto_id = o.produto_id
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
