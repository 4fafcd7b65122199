-- Finished and due orders of a period.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
WITH deliveries AS (
  SELECT coalesce(sum(e.finished), 0)::int AS finished_orders,
         coalesce(sum(e.finished_with_rework), 0)::int AS orders_with_rework,
         coalesce(sum(e.phases), 0)::int AS phases_finished, coalesce(sum(e.reworks), 0)::int AS reworks,
         coalesce(sum(e.due_on_time), 0)::int AS due_on_time, coalesce(sum(e.due_late), 0)::int AS due_late,
         coalesce(sum(e.due_still_open), 0)::int AS due_still_open,
         coalesce(sum(e.due_outcome_unknown), 0)::int AS due_outcome_unknown,
         coalesce(sum(e.finished_without_due), 0)::int AS finished_without_due
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_delivery e ON e.grain = p.grain AND e.start_day >= p.from_day AND e.start_day < p.before
  WHERE (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
)
SELECT e.*,
       (SELECT count(*)::int FROM agg_day
        WHERE is_active AND day >= coalesce(:from::date, '-infinity') AND day <= coalesce(:to::date, 'infinity')) AS active_days,
       -- What has no day that can be trusted may be of any period.
       (SELECT coalesce(sum(s.finished_without_day), 0)::int FROM agg_period_delivery s
        WHERE s.grain = 'no_day' AND (:produto_id::int IS NULL OR s.produto_id = :produto_id)
          AND (:familia::text IS NULL OR s.familia = :familia)) AS done_without_day
FROM deliveries e
