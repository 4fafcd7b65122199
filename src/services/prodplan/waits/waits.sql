-- Of every order what a question of waits may be about, and when it was created (in seconds since 2000-01-01); its phases, and the waits before
-- them, are counted afterwards, and which of these a question is about: by the day on which the phase began, by phase, product and family.
SELECT a.of_id, a.produto_id, a.familia, a.is_open, (date_part('epoch', o.of_data_criacao) - 946684800)::float8 AS created_seconds
FROM agg_order_phases w JOIN agg_order a ON a.of_id = w.of_id JOIN ordens_fabrico o ON o.of_id = a.of_id
