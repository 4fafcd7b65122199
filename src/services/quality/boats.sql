-- Boats that passed their first gate. In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set porta NULL
SELECT coalesce(sum(q.barcos), 0)::int AS boats
FROM periodos_de(:from::date, :to::date) p
JOIN agg_periodo_qualidade q ON q.grao = p.grao AND q.inicio >= p.desde AND q.inicio < p.antes
WHERE (:produto_id::int IS NULL OR q.produto_id = :produto_id) AND (:familia::text IS NULL OR q.familia = :familia)
  AND (:porta::int IS NULL OR q.porta = :porta)
