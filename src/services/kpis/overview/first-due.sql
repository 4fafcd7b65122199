-- Every order by the due day that a run saw first, which is over by the dump's day; in days since 2000-01-01.
-- Orders whose finish nobody can tell are not in it.
SELECT x.day - DATE '2000-01-01' AS day, NOT o.is_open AND o.finished_day <= x.day AS is_on_time,
       coalesce(o.produto_id, 0) AS produto_id, o.familia
-- The same day as the view's due_first: it is looked up whether one was seen before.
FROM seen_due_day x JOIN agg_order o ON o.of_id = x.of_id
WHERE x.withdrawn_by IS NULL AND NOT x.is_finished AND x.day < (SELECT as_of::date FROM publication)
  AND NOT EXISTS (
    SELECT FROM seen_due_day y
    WHERE y.of_id = x.of_id AND y.run_id < x.run_id AND y.withdrawn_by IS NULL AND NOT y.is_finished AND y.day IS NOT NULL)
  AND (o.is_open OR o.state = 'DONE' AND o.finished_day IS NOT NULL AND NOT o.finishes_before_creation AND o.finished_at <= (SELECT as_of FROM publication))
