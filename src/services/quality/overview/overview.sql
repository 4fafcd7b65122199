-- Demoulded orders and errors of a period.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
SELECT coalesce(sum(q.desmoldadas), 0)::int AS orders_past_demould,
       coalesce(sum(q.desmoldadas_sem_erro), 0)::int AS orders_without_defect,
       coalesce(sum(q.erros), 0)::int AS defects,
       coalesce(sum(q.erros_g1), 0)::int AS severity_1,
       coalesce(sum(q.erros_g2), 0)::int AS severity_2,
       coalesce(sum(q.erros_g3), 0)::int AS severity_3,
       coalesce(sum(q.erros_sem_culpada), 0)::int AS defects_without_culprit
FROM periodos_de(:from::date, :to::date) p
JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id)
  AND (:familia::text IS NULL OR q.familia = :familia)
