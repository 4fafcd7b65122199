-- Of each phase the days from the end of the phase before (else the creation) to its own end, in orders finished in the year before the dump's day;
-- and how many orders ended it in the four weeks before.
-- In psql: \set year_days 365
WITH asked AS (
  SELECT as_of::date AS today, date_part('epoch', as_of::date) - 946684800 AS today_seconds FROM publication
), ends AS (
  SELECT a.state, a.finished_day, u.fase_id, u.ended, a.of_id,
         lag(u.ended, 1, (date_part('epoch', o.of_data_criacao) - 946684800)::int) OVER (PARTITION BY a.of_id ORDER BY u.ended, u.faseof_id) AS before
  FROM agg_order a JOIN asked ON a.is_open OR (a.finished_day >= asked.today - :year_days AND a.finished_day <= asked.today)
  JOIN ordens_fabrico o ON o.of_id = a.of_id JOIN agg_order_phases w ON w.of_id = a.of_id
  CROSS JOIN LATERAL unnest(w.faseof_ids, w.fase_ids, w.ended_seconds) u(faseof_id, fase_id, ended)
  WHERE u.ended < asked.today_seconds
)
SELECT fase_id,
       (count(*) FILTER (WHERE is_usable))::int AS stays,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY (ended - before) / 86400::float8) FILTER (WHERE is_usable) AS median_days,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY (ended - before) / 86400::float8) FILTER (WHERE is_usable) AS p90_days,
       (count(DISTINCT of_id) FILTER (WHERE ended >= asked.today_seconds - 28 * 86400))::int AS ended_lately
FROM (SELECT *, state = 'DONE' AND before <= ended AS is_usable FROM ends) e CROSS JOIN asked
WHERE fase_id IS NOT NULL
GROUP BY fase_id
