-- What a quality figure leaves out. In psql: \set from NULL \set to NULL \set produto_id NULL
SELECT coalesce(sum(erros) FILTER (WHERE grao = 'sem_dia'), 0)::int AS dateless_defects,
       coalesce(sum(erros) FILTER (WHERE grao <> 'sem_dia' AND familia = '?'), 0)::int AS defects_without_family,
       coalesce(sum(desmoldadas) FILTER (WHERE grao <> 'sem_dia' AND familia = '?'), 0)::int AS orders_without_family
FROM (
  SELECT q.grao, q.familia, q.erros, q.desmoldadas
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
  WHERE q.familia = '?' AND (:produto_id::int IS NULL OR q.produto_id = :produto_id)
  UNION ALL
  SELECT grao, familia, erros, desmoldadas FROM agg_periodo_qualidade
  WHERE grao = 'sem_dia' AND (:produto_id::int IS NULL OR produto_id = :produto_id)
    AND (:familia::text IS NULL OR familia = :familia)
) q
