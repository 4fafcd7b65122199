-- Of every order the phases that began or ended, as agg_order_phases has them (moments in seconds since 2000-01-01); the waits before
-- them are counted afterwards, phase by phase, and which of these a question is about: by the day on which the phase began, by phase,
-- product and family.
SELECT a.produto_id, a.familia, a.is_open, (date_part('epoch', o.of_data_criacao) - 946684800)::float8 AS created_seconds,
       w.faseof_ids::text, w.fase_ids::text, w.sequences::text, w.started_seconds::text, w.ended_seconds::text
FROM agg_order_phases w JOIN agg_order a ON a.of_id = w.of_id JOIN ordens_fabrico o ON o.of_id = a.of_id
