-- Demoulded orders and errors by product, most errors first. With a phase: only its errors.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL \set after 0 \set rows 51
WITH ordens AS (
  SELECT q.produto_id, q.familia, sum(q.desmoldadas)::int AS desmoldadas, sum(q.desmoldadas_sem_erro)::int AS sem_erro,
         sum(q.erros)::int AS erros, sum(q.erros_g1)::int AS g1, sum(q.erros_g2)::int AS g2, sum(q.erros_g3)::int AS g3,
         sum(q.erros_sem_culpada)::int AS sem_culpada
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
  WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia)
  GROUP BY 1, 2
), da_fase AS (
  SELECT c.produto_id, c.familia, sum(c.ordens)::int AS ordens, sum(c.erros)::int AS erros
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_culpa c ON c.grao = p.grao AND c.inicio >= p.desde AND c.inicio < p.antes
  WHERE c.fase_culpada = :fase_id::int
    AND (:produto_id::int IS NULL OR c.produto_id = :produto_id) AND (:familia::text IS NULL OR c.familia = :familia)
  GROUP BY 1, 2
), contados AS (
  SELECT o.produto_id, o.familia, o.desmoldadas, o.sem_culpada, o.erros AS todos,
         CASE WHEN :fase_id::int IS NULL THEN o.erros ELSE coalesce(c.erros, 0) END AS erros,
         CASE WHEN :fase_id::int IS NULL THEN o.sem_erro ELSE o.desmoldadas - coalesce(c.ordens, 0) END AS sem_erro,
         CASE WHEN :fase_id::int IS NULL THEN o.g1 END AS g1, CASE WHEN :fase_id::int IS NULL THEN o.g2 END AS g2,
         CASE WHEN :fase_id::int IS NULL THEN o.g3 END AS g3
  FROM ordens o LEFT JOIN da_fase c ON coalesce(c.produto_id, 0) = coalesce(o.produto_id, 0) AND c.familia = o.familia
), ordenados AS (
  SELECT *, row_number() OVER (ORDER BY erros DESC, produto_id NULLS LAST, familia)::int AS rank,
         sum(erros + desmoldadas) OVER ()::int AS rows_used
  FROM contados WHERE desmoldadas > 0 OR erros > 0
)
SELECT o.rank, o.produto_id, m.produto_nome, nullif(o.familia, '?') AS familia, o.desmoldadas AS orders_past_demould,
       o.sem_erro AS orders_without_defect, o.sem_erro::float8 / nullif(o.desmoldadas, 0) AS first_pass_yield,
       o.erros AS defects, 100 * o.erros::float8 / nullif(o.desmoldadas, 0) AS defects_per_100_orders,
       o.g1 AS severity_1, o.g2 AS severity_2, o.g3 AS severity_3,
       o.sem_culpada AS defects_without_culprit, o.sem_culpada::float8 / nullif(o.todos, 0) AS share_without_culprit,
       o.rows_used
FROM ordenados o LEFT JOIN modelos m ON m.produto_id = o.produto_id
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
