-- The error lines behind a class or a text, the latest boats first; equal lines of a boat are one row with their number.
-- In psql: \set of_id NULL \set class NULL \set descricao_id NULL \set from NULL \set to NULL \set produto_id NULL \set familia NULL
-- \set first_inspection NULL \set fase_id NULL \set gravidade NULL \set detecting_fase_id NULL \set after 0 \set rows 51
SELECT (:after::int + row_number() OVER ())::int AS rank, l.of_id, l.first_inspection_day, l.day AS found_day, l.produto_id,
       nullif(l.familia, '?') AS familia, l.class, l.descricao_id, d.descricao AS text, l.gravidade,
       l.fase_avaliacao AS detecting_fase_id, l.fase_culpada AS culprit_fase_id, l.errors AS lines
FROM (
  SELECT e.of_id, e.first_inspection_day, CASE WHEN e.has_trusted_day THEN e.day END AS day, e.produto_id, e.familia, e.class, e.descricao_id, e.gravidade,
         e.fase_avaliacao, e.fase_culpada, e.errors
  FROM agg_error_day e
  WHERE (:of_id::int IS NULL OR e.of_id = :of_id) AND (:class::text IS NULL OR e.class = :class) AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
    AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:from::date IS NULL OR e.first_inspection_day >= :from) AND (:to::date IS NULL OR e.first_inspection_day <= :to)
  ORDER BY e.first_inspection_day DESC NULLS LAST, e.of_id DESC, e.descricao_id, e.day, e.gravidade, e.fase_avaliacao, e.fase_culpada
  OFFSET :after::int LIMIT :rows::int
) l
LEFT JOIN agg_error_text d ON d.descricao_id = l.descricao_id
ORDER BY rank
