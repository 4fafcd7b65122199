-- Errors found and orders first demoulded, by month or week; every one between the first and the last has its row.
-- In psql: \set bucket '''month''' \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL
WITH ordens AS (
  SELECT date_trunc(:bucket::text, dia)::date AS inicio, sum(desmoldadas) AS n, sum(erros) AS erros
  FROM (
    SELECT dia, desmoldadas, erros FROM agg_dia_qualidade
    WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR familia = :familia)
    UNION ALL
    SELECT inicio, desmoldadas, erros FROM agg_periodo_qualidade
    WHERE produto_id = :produto_id::int AND grao = 'dia' AND (:familia::text IS NULL OR familia = :familia)
  ) q
  WHERE dia >= coalesce(:from::date, '-infinity') AND dia <= coalesce(:to::date, 'infinity')
  GROUP BY 1
), da_fase AS (
  SELECT date_trunc(:bucket::text, dia)::date AS inicio, sum(erros) AS n
  FROM (
    SELECT inicio AS dia, erros FROM agg_periodo_erro
    WHERE fase_culpada = :fase_id::int AND grao = 'dia' AND :produto_id::int IS NULL AND (:familia::text IS NULL OR familia = :familia)
    UNION ALL
    SELECT inicio, erros FROM agg_periodo_culpa
    WHERE fase_culpada = :fase_id::int AND grao = 'dia' AND produto_id = :produto_id::int AND (:familia::text IS NULL OR familia = :familia)
  ) e
  WHERE dia >= coalesce(:from::date, '-infinity') AND dia <= coalesce(:to::date, 'infinity')
  GROUP BY 1
), todos AS (
  SELECT generate_series(min(inicio)::timestamp, max(inicio)::timestamp, ('1 ' || :bucket::text)::interval)::date AS inicio FROM ordens
)
SELECT t.inicio AS start, (t.inicio + ('1 ' || :bucket::text)::interval)::date - 1 AS "end",
       coalesce(o.n, 0)::int AS orders_first_demoulded,
       (CASE WHEN :fase_id::int IS NULL THEN coalesce(o.erros, 0) ELSE coalesce(f.n, 0) END)::int AS defects
FROM todos t LEFT JOIN ordens o USING (inicio) LEFT JOIN da_fase f USING (inicio)
ORDER BY t.inicio
