-- Orders in work over a period, and how they left it. An order is in work from the day of its creation to that of its
-- finish, or until it is a zombie; scrapped ones, and those delivered on no day that can be trusted, are left out. What
-- all of them spent in the period is lead times + ages after - ages before + what zombies take with them, and need not
-- be added up order by order.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set zombie_days 365
WITH edges AS MATERIALIZED (
  -- Before the first active day the file knows of no work at all, after its own day of none yet.
  SELECT greatest(:from::date, (SELECT min(day) FROM agg_day WHERE is_active)) AS from_day,
         least(:to::date, (SELECT as_of::date FROM publication)) + 1 AS before
), margins AS (
  -- IS TRUE keeps the planner to the index of creation days: it would also go through that of all orders ever finished.
  SELECT created_day, is_open, finished_day, (SELECT from_day FROM edges) AS margin
  FROM agg_order
  WHERE coalesce(created_day, '-infinity') >= (SELECT from_day FROM edges) - :zombie_days::int - 1
    AND coalesce(created_day, '-infinity') < (SELECT from_day FROM edges)
    AND (is_open OR state = 'DONE' AND lead_time_days IS NOT NULL AND finished_day >= (SELECT from_day FROM edges)) IS TRUE
    AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
  UNION ALL
  SELECT created_day, is_open, finished_day, (SELECT before FROM edges)
  FROM agg_order
  WHERE coalesce(created_day, '-infinity') >= (SELECT before FROM edges) - :zombie_days::int - 1
    AND coalesce(created_day, '-infinity') < (SELECT before FROM edges)
    AND (is_open OR state = 'DONE' AND lead_time_days IS NOT NULL AND finished_day >= (SELECT before FROM edges)) IS TRUE
    AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
), in_work AS (
  SELECT margin, count(*)::int AS orders, sum(margin - created_day)::int AS ages FROM margins GROUP BY 1
), zombies AS (
  SELECT count(*)::int AS orders FROM agg_order
  WHERE coalesce(created_day, '-infinity') >= (SELECT from_day FROM edges) - :zombie_days::int - 1
    AND coalesce(created_day, '-infinity') < (SELECT before FROM edges) - :zombie_days::int - 1
    AND (is_open OR state = 'DONE' AND lead_time_days > :zombie_days::int + 1) IS TRUE
    AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
), lead_times AS (
  SELECT z.lead_time_days, z.orders
  FROM edges l CROSS JOIN periods_of(l.from_day, l.before - 1) p
  JOIN agg_period_lead_time z ON z.grain = p.grain AND z.start_day >= p.from_day AND z.start_day < p.before
  WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR z.familia = :familia)
  UNION ALL
  SELECT o.lead_time_days, 1 FROM agg_order o
  WHERE coalesce(o.produto_id, 0) = :produto_id::int AND o.state = 'DONE' AND o.lead_time_days IS NOT NULL
    AND o.finished_day >= (SELECT from_day FROM edges) AND o.finished_day < (SELECT before FROM edges)
    AND (:familia::text IS NULL OR o.familia = :familia)
), finished AS (
  SELECT coalesce(sum(orders), 0)::int AS orders, coalesce(sum(lead_time_days * orders), 0)::int AS days,
         coalesce(sum(orders) FILTER (WHERE lead_time_days > :zombie_days::int + 1), 0)::int AS zombies,
         coalesce(sum(lead_time_days * orders) FILTER (WHERE lead_time_days > :zombie_days::int + 1), 0)::int AS zombies_days
  FROM lead_times
)
SELECT l.before - l.from_day AS days, a.orders AS finished, a.days AS lead_days, coalesce(b.orders, 0) AS orders_before,
       coalesce(b.ages, 0) AS age_days_before, coalesce(d.orders, 0) AS orders_after, coalesce(d.ages, 0) AS age_days_after,
       z.orders AS became_zombies, a.zombies AS zombies_finished, a.zombies_days AS zombies_lead_days
FROM edges l CROSS JOIN finished a CROSS JOIN zombies z
LEFT JOIN in_work b ON b.margin = l.from_day LEFT JOIN in_work d ON d.margin = l.before
WHERE l.from_day < l.before
