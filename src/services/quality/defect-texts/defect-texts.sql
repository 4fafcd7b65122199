-- The texts of error lines with their class and their lines, most lines first: all lines of the boats that passed their
-- first gate in a period. In psql: \set class NULL \set from NULL \set to NULL \set produto_id NULL \set familia NULL
-- \set porta NULL \set fase_id NULL \set after 0 \set rows 51
WITH contados AS (
  SELECT e.descricao_id, e.classe, sum(e.erros)::int AS n, sum(e.erros_g1)::int AS g1, sum(e.erros_g2)::int AS g2,
         sum(e.erros_g3)::int AS g3, coalesce(sum(e.erros) FILTER (WHERE e.fase_culpada IS NOT NULL), 0)::int AS com_culpada,
         sum(sum(e.erros)) OVER () AS todas
  FROM erros_do_periodo(:from::date, :to::date, :produto_id::int) e
  WHERE (:familia::text IS NULL OR e.familia = :familia) AND (:porta::int IS NULL OR e.porta = :porta)
    AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
  GROUP BY 1, 2
), ordenados AS (
  SELECT *, row_number() OVER (ORDER BY n DESC, descricao_id NULLS LAST)::int AS rank, sum(n) OVER ()::int AS rows_used
  FROM contados WHERE :class::text IS NULL OR classe = :class
)
SELECT o.rank, o.descricao_id, d.descricao AS text, o.classe AS class, coalesce(d.decidida, false) AS decided,
       (SELECT max(c.quando) FROM classificacao_defeito c WHERE d.decidida AND c.chave = d.chave) AS decided_at,
       o.n AS lines, o.n::float8 / o.todas AS share, o.com_culpada AS lines_with_culprit, o.g1 AS severity_1,
       o.g2 AS severity_2, o.g3 AS severity_3, o.rows_used
FROM ordenados o LEFT JOIN agg_erro_descricao d ON d.descricao_id = o.descricao_id
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
