-- Whether a phase is in the catalogue, or at least blamed by some error.
-- In psql: \set fase_id 1
SELECT EXISTS (SELECT FROM fases_catalogo WHERE fase_id = :fase_id::int)
    OR EXISTS (SELECT FROM agg_period_error WHERE fase_culpada = :fase_id::int) AS known
