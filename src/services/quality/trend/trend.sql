-- The lines of a phase, a severity, a class, a text or a detecting phase, by month or week; of the boats of one product or of all.
-- `grain`: month, which is enough where whole months are asked for, or day.
-- In psql: \set bucket '''month''' \set grain '''month''' \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL
-- \set fase_id NULL \set gravidade NULL \set classes '''{BOAT_DEFECT,UNKNOWN}''' \set descricao_id NULL \set detecting_fase_id NULL
SELECT date_trunc(:bucket::text, day)::date AS start, sum(lines)::int AS lines
FROM (
  SELECT e.start_day AS day,
         sum(CASE :gravidade::int WHEN 1 THEN e.errors_severity_1 WHEN 2 THEN e.errors_severity_2 WHEN 3 THEN e.errors_severity_3 ELSE e.errors END) AS lines
  FROM agg_period_error e
  WHERE :produto_id::int IS NULL AND e.grain = :grain::text
    AND e.start_day >= coalesce(:from::date, '-infinity') AND e.start_day <= coalesce(:to::date, 'infinity')
    AND e.class = ANY (:classes::text[]) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
  GROUP BY 1
  UNION ALL
  SELECT e.first_inspection_day, sum(e.errors)
  FROM agg_error_day e
  WHERE e.produto_id = :produto_id::int
    AND e.first_inspection_day >= coalesce(:from::date, '-infinity') AND e.first_inspection_day <= coalesce(:to::date, 'infinity')
    AND e.class = ANY (:classes::text[]) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:gravidade::int IS NULL OR e.gravidade = :gravidade) AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
  GROUP BY 1
) d
WHERE lines > 0
GROUP BY 1
