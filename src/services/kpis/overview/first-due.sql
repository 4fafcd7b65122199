-- Orders by the due day that a run saw first, which fell into a period and is over by the dump's day.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
SELECT count(*)::int AS orders, (count(*) FILTER (WHERE NOT is_open AND finished_day <= due_first))::int AS on_time
FROM order_facts o
WHERE of_id IN (SELECT of_id FROM seen_due_day WHERE withdrawn_by IS NULL) AND due_first < (SELECT as_of::date FROM publication)
  AND due_first >= coalesce(:from::date, '-infinity') AND due_first <= coalesce(:to::date, 'infinity')
  AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
  AND (is_open OR state = 'DONE' AND finished_day IS NOT NULL AND NOT finishes_before_creation AND finished_at <= (SELECT as_of FROM publication))
