-- Boats past their first inspection and their error lines, by month or week, from the first to the last in which there is any
-- or that is asked for; `in_*` counts only what lies between from and to.
-- In psql: \set bucket '''month''' \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set first_inspection NULL \set fase_id NULL
-- \set gravidade NULL \set classes '{BOAT_DEFECT,UNKNOWN}' \set descricao_id NULL \set detecting_fase_id NULL \set only_some false
WITH days AS (
  SELECT day, boats, defects, mould_lines, passed_lines FROM agg_day_quality
  WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR familia = :familia) AND (:first_inspection::int IS NULL OR first_inspection = :first_inspection)
  UNION ALL
  SELECT start_day, boats, defects, mould_lines, passed_lines FROM agg_period_quality
  WHERE produto_id = :produto_id::int AND grain = 'day' AND (:familia::text IS NULL OR familia = :familia)
    AND (:first_inspection::int IS NULL OR first_inspection = :first_inspection)
), rows AS (
  -- The lines of a phase, a severity, a class, a text or a detecting phase, where any of these is asked for.
  SELECT e.start_day AS day, CASE :gravidade::int WHEN 1 THEN e.errors_severity_1 WHEN 2 THEN e.errors_severity_2 WHEN 3 THEN e.errors_severity_3 ELSE e.errors END AS n
  FROM agg_period_error e
  WHERE :only_some::boolean AND e.grain = 'day' AND :produto_id::int IS NULL
    AND e.class = ANY (:classes::text[]) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
  UNION ALL
  SELECT e.first_inspection_day, e.errors
  FROM agg_error_day e
  WHERE :only_some::boolean AND e.produto_id = :produto_id::int AND e.first_inspection_day IS NOT NULL
    AND e.class = ANY (:classes::text[]) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:gravidade::int IS NULL OR e.gravidade = :gravidade) AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:first_inspection::int IS NULL OR e.first_inspection = :first_inspection)
), facts AS (
  SELECT day, boats, CASE WHEN :only_some::boolean THEN 0 ELSE defects END AS defects, mould_lines, passed_lines FROM days
  UNION ALL
  SELECT day, 0, n, 0, 0 FROM rows
), sums AS (
  SELECT date_trunc(:bucket::text, day)::date AS start_day, sum(boats) AS boats, sum(defects) AS defects,
         sum(boats) FILTER (WHERE is_inside) AS boats_inside, sum(defects) FILTER (WHERE is_inside) AS defects_inside,
         sum(mould_lines) FILTER (WHERE is_inside) AS mould, sum(passed_lines) FILTER (WHERE is_inside) AS passed
  FROM (
    SELECT *, day >= coalesce(:from::date, '-infinity') AND day <= coalesce(:to::date, 'infinity') AS is_inside FROM facts
    WHERE boats > 0 OR defects > 0
  ) f
  GROUP BY 1
), overall AS (
  SELECT generate_series(min(start_day)::timestamp, max(start_day)::timestamp, ('1 ' || :bucket::text)::interval)::date AS start_day FROM sums
)
SELECT t.start_day AS start, (t.start_day + ('1 ' || :bucket::text)::interval)::date - 1 AS "end",
       coalesce(s.boats, 0)::int AS orders, coalesce(s.defects, 0)::int AS defects,
       coalesce(s.boats_inside, 0)::int AS in_orders, coalesce(s.defects_inside, 0)::int AS in_defects,
       coalesce(s.mould, 0)::int AS mould_lines, coalesce(s.passed, 0)::int AS passed_lines
FROM overall t LEFT JOIN sums s USING (start_day)
ORDER BY t.start_day
