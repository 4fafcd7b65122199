-- Orders by the due day that a run saw first, which fell into a period and is over by the dump's day.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
SELECT count(*)::int AS orders, (count(*) FILTER (WHERE NOT o.is_open AND o.finished_day <= x.day))::int AS on_time
-- The same day as the view's due_first: of the few that fall into the period it is looked up whether one was seen before.
FROM seen_due_day x JOIN agg_order o ON o.of_id = x.of_id
WHERE x.withdrawn_by IS NULL AND NOT x.is_finished AND x.day < (SELECT as_of::date FROM publication)
  AND x.day >= coalesce(:from::date, '-infinity') AND x.day <= coalesce(:to::date, 'infinity')
  AND NOT EXISTS (
    SELECT FROM seen_due_day y
    WHERE y.of_id = x.of_id AND y.run_id < x.run_id AND y.withdrawn_by IS NULL AND NOT y.is_finished AND y.day IS NOT NULL)
  AND (:produto_id::int IS NULL OR coalesce(o.produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR o.familia = :familia)
  AND (o.is_open OR o.state = 'DONE' AND o.finished_day IS NOT NULL AND NOT o.finishes_before_creation AND o.finished_at <= (SELECT as_of FROM publication))
