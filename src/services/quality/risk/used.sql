-- Boats and defects that are compared with each other, and those that cannot be: without a product, without a culprit.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL
SELECT coalesce(sum(q.barcos) FILTER (WHERE passa), 0)::int AS boats_asked,
       coalesce(sum(q.barcos + q.defeitos - q.defeitos_sem_culpada) FILTER (WHERE q.produto_id IS NOT NULL), 0)::int AS rows_used,
       coalesce(sum(q.barcos) FILTER (WHERE q.produto_id IS NULL), 0)::int AS boats_without_product,
       coalesce(sum(q.defeitos - q.defeitos_sem_culpada) FILTER (WHERE q.produto_id IS NULL), 0)::int AS defects_without_product,
       coalesce(sum(q.defeitos_sem_culpada), 0)::int AS defects_without_culprit
FROM periodos_de(:from::date, :to::date) p
JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
CROSS JOIN LATERAL (SELECT (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia) AS passa) x
WHERE :porta::int IS NULL OR q.porta = :porta
