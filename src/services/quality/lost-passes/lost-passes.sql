-- Boats that did not pass their first inspection without a defect, by what their defects have in common: with such a defect at all, and with
-- no other. {{category}}: descricao_id, fase_culpada, fase_avaliacao or gravidade; {{label}}: its name; {{measure}}: what the list is sorted by.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set fase_id NULL \set gravidade NULL
-- \set boat_defect_classes '''{BOAT_DEFECT,UNKNOWN}''' \set descricao_id NULL \set detecting_fase_id NULL \set after 0 \set rows 51
WITH defects AS (
  SELECT e.of_id, {{category}} AS category, e.errors,
         (:fase_id::int IS NULL OR e.fase_culpada = :fase_id) AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
         AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
         AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id) AS is_asked
  FROM agg_error_day e
  WHERE e.first_inspection_day >= coalesce(:from::date, '-infinity') AND e.first_inspection_day <= coalesce(:to::date, 'infinity')
    AND e.class = ANY (:boat_defect_classes::text[]) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
    AND (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
), by_boat AS (
  SELECT of_id, sum(errors)::int AS n FROM defects GROUP BY of_id
), by_category AS (
  SELECT of_id, category, sum(errors)::int AS n FROM defects WHERE is_asked GROUP BY of_id, category
), counted AS (
  SELECT c.category, count(*)::int AS lost_passes, (count(*) FILTER (WHERE c.n = b.n))::int AS lost_alone, sum(c.n)::int AS defects
  FROM by_category c JOIN by_boat b USING (of_id)
  GROUP BY c.category
), ranked AS (
  SELECT *, row_number() OVER (ORDER BY {{measure}} DESC, lost_passes DESC, lost_alone DESC, category NULLS LAST) AS rank FROM counted
)
SELECT o.rank::int AS rank, o.category::text AS id, {{label}} AS label, o.lost_passes, o.lost_alone, o.defects,
       (SELECT count(*)::int FROM by_boat) AS all_lost, (SELECT sum(defects)::int FROM counted) AS all_defects
FROM ranked o
WHERE o.rank > :after::int ORDER BY o.rank LIMIT :rows::int
