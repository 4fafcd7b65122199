-- Of every order the phases that began or ended, as agg_order_phases has them; moments in seconds since 2000-01-01.
SELECT of_id, faseof_ids::text, fase_ids::text, sequences::text, started_seconds::text, ended_seconds::text FROM agg_order_phases
