-- What a quality figure leaves out. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL
SELECT coalesce(sum(linhas_molde) FILTER (WHERE passa), 0)::int AS mould_lines,
       coalesce(sum(linhas_passou) FILTER (WHERE passa), 0)::int AS passed_lines,
       coalesce(sum(linhas_sem_porta) FILTER (WHERE passa), 0)::int AS lines_before_gate,
       coalesce(sum(acabados_sem_porta) FILTER (WHERE passa), 0)::int AS finished_without_gate,
       coalesce(sum(defeitos) FILTER (WHERE familia = '?'), 0)::int AS defects_without_family,
       coalesce(sum(barcos) FILTER (WHERE familia = '?'), 0)::int AS orders_without_family
FROM (
  SELECT q.*, :familia::text IS NULL OR q.familia = :familia AS passa
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
  WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:porta::int IS NULL OR q.porta = :porta)
    AND (:familia::text IS NULL OR q.familia IN (:familia, '?'))
  UNION ALL
  -- What has no day that can be trusted may be of any period.
  SELECT q.*, :familia::text IS NULL OR q.familia = :familia
  FROM agg_periodo_qualidade q
  WHERE q.grao = 'sem_dia' AND (:from::date IS NOT NULL OR :to::date IS NOT NULL)
    AND (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:porta::int IS NULL OR q.porta = :porta)
    AND (:familia::text IS NULL OR q.familia IN (:familia, '?'))
) q
