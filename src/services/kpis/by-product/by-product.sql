-- Finished, due and open orders by product, most finished first.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set zombie_days 365 \set after 0 \set rows 51
WITH deliveries AS (
  SELECT e.produto_id, e.familia, sum(e.finished)::int AS finished, sum(e.phases)::int AS phases, sum(e.reworks)::int AS reworks,
         sum(e.due_on_time)::int AS in_time, sum(e.due_late)::int AS late, sum(e.due_still_open)::int AS open_late,
         sum(e.finished_without_due)::int AS without_due,
         sum(e.due_outcome_unknown)::int AS without_outcome
  FROM periods_of(:from::date, :to::date) p
  JOIN agg_period_delivery e ON e.grain = p.grain AND e.start_day >= p.from_day AND e.start_day < p.before
  WHERE (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
  GROUP BY 1, 2
), still_open AS (
  SELECT produto_id, familia, count(*) FILTER (WHERE NOT zombie)::int AS wip, count(*) FILTER (WHERE zombie)::int AS zombies
  FROM (
    SELECT produto_id, familia, coalesce((SELECT as_of::date FROM publication) - created_day > :zombie_days::int, false) AS zombie
    FROM agg_order
    WHERE is_open AND (:produto_id::int IS NULL OR produto_id = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
  ) o
  GROUP BY 1, 2
), left_out AS (
  SELECT coalesce(sum(without_due), 0)::int AS finished_without_due,
         coalesce(sum(without_outcome), 0)::int AS due_outcome_unknown, (SELECT coalesce(sum(zombies), 0)::int FROM still_open) AS all_zombies,
         -- What has no day that can be trusted may be of any period.
         (SELECT coalesce(sum(s.finished_without_day), 0)::int FROM agg_period_delivery s
          WHERE s.grain = 'no_day' AND (:produto_id::int IS NULL OR s.produto_id = :produto_id)
            AND (:familia::text IS NULL OR s.familia = :familia)) AS done_without_day
  FROM deliveries
), ranked AS (
  SELECT *, row_number() OVER (ORDER BY finished DESC, wip DESC, produto_id NULLS LAST) AS rank,
         sum(finished + in_time + late + open_late + wip) OVER ()::int AS rows_used
  FROM (
    SELECT produto_id, familia, sum(finished) AS finished, sum(phases) AS phases, sum(reworks) AS reworks, sum(in_time) AS in_time,
           sum(late) AS late, sum(open_late) AS open_late, sum(wip) AS wip, sum(zombies) AS zombies
    FROM (
      SELECT produto_id, familia, finished, phases, reworks, in_time, late, open_late, 0 AS wip, 0 AS zombies FROM deliveries
      UNION ALL SELECT produto_id, familia, 0, 0, 0, 0, 0, 0, wip, zombies FROM still_open
    ) t
    GROUP BY 1, 2
  ) s
  WHERE finished + in_time + late + open_late + wip + zombies > 0
), page AS (
  SELECT * FROM ranked WHERE rank > :after::int ORDER BY rank LIMIT :rows::int
)
SELECT o.rank::int AS rank, o.produto_id, m.produto_nome, nullif(o.familia, '?') AS familia, o.finished::int AS finished_orders,
       z.days[1] AS lead_time_days_median, z.days[2] AS lead_time_days_p90, coalesce(z.n, 0)::int AS lead_time_orders,
       (o.in_time + o.late + o.open_late)::int AS due_orders, o.in_time::int AS due_on_time,
       o.in_time::float8 / nullif(o.in_time + o.late + o.open_late, 0) AS on_time_rate,
       o.phases::int AS phases_finished, o.reworks::int AS reworks, o.reworks::float8 / nullif(o.phases, 0) AS rework_rate,
       o.wip::int AS wip_orders, o.zombies::int AS zombies, o.rows_used, x.*
FROM page o CROSS JOIN left_out x
LEFT JOIN modelos m ON m.produto_id = o.produto_id
LEFT JOIN LATERAL (
  SELECT percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY a.lead_time_days) AS days, count(*) AS n
  FROM agg_order a
  WHERE coalesce(a.produto_id, 0) = coalesce(o.produto_id, 0) AND a.familia = o.familia AND a.state = 'DONE' AND a.lead_time_days IS NOT NULL
    AND a.finished_day >= coalesce(:from::date, '-infinity') AND a.finished_day <= coalesce(:to::date, 'infinity')
) z ON true
ORDER BY o.rank
