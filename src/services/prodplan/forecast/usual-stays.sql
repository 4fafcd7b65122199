-- The orders in which each phase's usual stay is looked for: those finished in the year before the dump's day, with the moment of their
-- creation (in seconds since 2000-01-01); and the open ones, of which it counts alone that they ended a phase. The stays are counted afterwards.
-- In psql: \set year_days 365
SELECT a.of_id, a.state = 'DONE' AS is_done, (date_part('epoch', o.of_data_criacao) - 946684800)::int AS created_seconds
FROM agg_order a CROSS JOIN (SELECT as_of::date AS today FROM publication) p JOIN ordens_fabrico o ON o.of_id = a.of_id
WHERE a.is_open OR (a.finished_day >= p.today - :year_days AND a.finished_day <= p.today)
