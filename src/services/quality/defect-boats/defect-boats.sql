-- Boats that have error lines which pass the filters, with how many, as two columns; the boats with most of them first.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL \set fase_id NULL \set gravidade NULL
-- \set classes '{BOAT_DEFECT,UNKNOWN}' \set descricao_id NULL \set detecting_fase_id NULL
WITH barcos AS (
  SELECT e.of_id, sum(e.erros)::int AS linhas
  FROM agg_erro_dia e
  WHERE (:from::date IS NULL OR e.dia_porta >= :from) AND (:to::date IS NULL OR e.dia_porta <= :to)
    AND e.classe = ANY (:classes::text[]) AND (:porta::int IS NULL OR e.porta = :porta)
    AND (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
    AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id) AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
  GROUP BY 1
)
SELECT count(*)::int AS orders, coalesce(sum(linhas), 0)::int AS lines,
       coalesce(array_agg(of_id ORDER BY linhas DESC, of_id DESC), '{}') AS of_id,
       coalesce(array_agg(linhas ORDER BY linhas DESC, of_id DESC), '{}') AS lines_of
FROM barcos
