-- Of every finished order with a lead time: when it was created and finished (in seconds since 2000-01-01). How its phases share the time
-- is counted afterwards.
SELECT a.of_id, a.produto_id, a.familia, a.finished_day - DATE '2000-01-01' AS finished_day, a.due_status,
       (date_part('epoch', o.of_data_criacao) - 946684800)::float8 AS created_seconds,
       (date_part('epoch', o.of_data_acabamento) - 946684800)::float8 AS finished_seconds
FROM order_facts a JOIN ordens_fabrico o ON o.of_id = a.of_id
WHERE a.state = 'DONE' AND a.lead_time_days IS NOT NULL
