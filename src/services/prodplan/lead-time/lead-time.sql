-- Of every finished order with a lead time: when it was created and finished, the phases that began or ended (moments in seconds since
-- 2000-01-01), and which of them are rework. How they share the days is counted afterwards.
SELECT a.of_id, a.produto_id, a.familia, a.finished_day - DATE '2000-01-01' AS finished_day,
       a.due_status,
       (date_part('epoch', o.of_data_criacao) - 946684800)::float8 AS created_seconds,
       (date_part('epoch', o.of_data_acabamento) - 946684800)::float8 AS finished_seconds,
       w.faseof_ids, w.fase_ids, w.started_seconds, w.ended_seconds, r.rework_ids
FROM order_facts a JOIN ordens_fabrico o ON o.of_id = a.of_id LEFT JOIN agg_order_phases w ON w.of_id = a.of_id
LEFT JOIN (SELECT faseof_of_id, array_agg(faseof_id) AS rework_ids FROM fases_ordem_fabrico WHERE faseof_retorno GROUP BY faseof_of_id) r ON r.faseof_of_id = a.of_id
WHERE a.state = 'DONE' AND a.lead_time_days IS NOT NULL
