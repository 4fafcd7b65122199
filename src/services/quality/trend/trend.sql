-- Boats past their first gate and their error lines, by month or week, from the first to the last in which there is any
-- or that is asked for; `in_*` counts only what lies between from and to.
-- In psql: \set bucket '''month''' \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL \set fase_id NULL
-- \set gravidade NULL \set classes '{BOAT_DEFECT,UNKNOWN}' \set descricao_id NULL \set detecting_fase_id NULL \set only_some false
WITH dias AS (
  SELECT dia, barcos, defeitos, linhas_molde, linhas_passou FROM agg_dia_qualidade
  WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR familia = :familia) AND (:porta::int IS NULL OR porta = :porta)
  UNION ALL
  SELECT inicio, barcos, defeitos, linhas_molde, linhas_passou FROM agg_periodo_qualidade
  WHERE produto_id = :produto_id::int AND grao = 'dia' AND (:familia::text IS NULL OR familia = :familia)
    AND (:porta::int IS NULL OR porta = :porta)
), linhas AS (
  -- The lines of a phase, a severity, a class, a text or a detecting phase, where any of these is asked for.
  SELECT e.inicio AS dia, CASE :gravidade::int WHEN 1 THEN e.erros_g1 WHEN 2 THEN e.erros_g2 WHEN 3 THEN e.erros_g3 ELSE e.erros END AS n
  FROM agg_periodo_erro e
  WHERE :only_some::boolean AND e.grao = 'dia' AND :produto_id::int IS NULL
    AND e.classe = ANY (:classes::text[]) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:porta::int IS NULL OR e.porta = :porta)
  UNION ALL
  SELECT e.dia_porta, e.erros
  FROM agg_erro_dia e
  WHERE :only_some::boolean AND e.produto_id = :produto_id::int AND e.dia_porta IS NOT NULL
    AND e.classe = ANY (:classes::text[]) AND (:fase_id::int IS NULL OR e.fase_culpada = :fase_id)
    AND (:gravidade::int IS NULL OR e.gravidade = :gravidade) AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:familia::text IS NULL OR e.familia = :familia) AND (:porta::int IS NULL OR e.porta = :porta)
), factos AS (
  SELECT dia, barcos, CASE WHEN :only_some::boolean THEN 0 ELSE defeitos END AS defeitos, linhas_molde, linhas_passou FROM dias
  UNION ALL
  SELECT dia, 0, n, 0, 0 FROM linhas
), somas AS (
  SELECT date_trunc(:bucket::text, dia)::date AS inicio, sum(barcos) AS barcos, sum(defeitos) AS defeitos,
         sum(barcos) FILTER (WHERE dentro) AS barcos_dentro, sum(defeitos) FILTER (WHERE dentro) AS defeitos_dentro,
         sum(linhas_molde) FILTER (WHERE dentro) AS molde, sum(linhas_passou) FILTER (WHERE dentro) AS passou
  FROM (
    SELECT *, dia >= coalesce(:from::date, '-infinity') AND dia <= coalesce(:to::date, 'infinity') AS dentro FROM factos
    WHERE barcos > 0 OR defeitos > 0
  ) f
  GROUP BY 1
), todos AS (
  SELECT generate_series(min(inicio)::timestamp, max(inicio)::timestamp, ('1 ' || :bucket::text)::interval)::date AS inicio FROM somas
)
SELECT t.inicio AS start, (t.inicio + ('1 ' || :bucket::text)::interval)::date - 1 AS "end",
       coalesce(s.barcos, 0)::int AS orders, coalesce(s.defeitos, 0)::int AS defects,
       coalesce(s.barcos_dentro, 0)::int AS in_orders, coalesce(s.defeitos_dentro, 0)::int AS in_defects,
       coalesce(s.molde, 0)::int AS mould_lines, coalesce(s.passou, 0)::int AS passed_lines
FROM todos t LEFT JOIN somas s USING (inicio)
ORDER BY t.inicio
