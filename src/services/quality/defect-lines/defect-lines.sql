-- The error lines behind a class or a text, the latest boats first; equal lines of a boat are one row with their number.
-- In psql: \set class NULL \set descricao_id NULL \set from NULL \set to NULL \set produto_id NULL \set familia NULL
-- \set porta NULL \set fase_id NULL \set gravidade NULL \set detecting_fase_id NULL \set after 0 \set rows 51
SELECT (:after::int + row_number() OVER ())::int AS rank, l.of_id, l.dia_porta AS gate_day, l.dia AS found_day, l.produto_id,
       nullif(l.familia, '?') AS familia, l.classe AS class, l.descricao_id, d.descricao AS text, l.gravidade,
       l.fase_avaliacao AS detecting_fase_id, l.fase_culpada AS culprit_fase_id, l.erros AS lines
FROM (
  SELECT e.of_id, e.dia_porta, CASE WHEN e.data_fiavel THEN e.dia END AS dia, e.produto_id, e.familia, e.classe, e.descricao_id, e.gravidade,
         e.fase_avaliacao, e.fase_culpada, e.erros
  FROM agg_erro_dia e
  WHERE (:class::text IS NULL OR e.classe = :class) AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
    AND (:porta::int IS NULL OR e.porta = :porta) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:from::date IS NULL OR e.dia_porta >= :from) AND (:to::date IS NULL OR e.dia_porta <= :to)
  ORDER BY e.dia_porta DESC NULLS LAST, e.of_id DESC, e.descricao_id, e.dia, e.gravidade, e.fase_avaliacao, e.fase_culpada
  OFFSET :after::int LIMIT :rows::int
) l
LEFT JOIN agg_erro_descricao d ON d.descricao_id = l.descricao_id
ORDER BY rank
