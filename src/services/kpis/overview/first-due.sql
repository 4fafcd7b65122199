-- Orders by the due day that a run saw first, which fell into a period and is over by the dump's day.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
SELECT count(*)::int AS orders, (count(*) FILTER (WHERE NOT aberta AND dia_acabamento <= due_first))::int AS on_time
FROM ordem_factos o
WHERE of_id IN (SELECT of_id FROM prazo_visto WHERE retirada_por IS NULL) AND due_first < (SELECT as_of::date FROM publication)
  AND due_first >= coalesce(:from::date, '-infinity') AND due_first <= coalesce(:to::date, 'infinity')
  AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
  AND (aberta OR estado = 'DONE' AND dia_acabamento IS NOT NULL AND NOT data_contraditoria AND acabada_em <= (SELECT as_of FROM publication))
