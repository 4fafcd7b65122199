-- The route of a product as it is today, with how long each phase has really taken.
-- In psql: \set produto_id 42539 \set least_history 20
WITH gate AS MATERIALIZED (
  SELECT g.state FROM feature_gates g JOIN publication p ON p.run_id = g.run_id WHERE g.gate = 'durations_usable'
), family AS MATERIALIZED (
  -- The last twelve months of the family, the dump's own month among them.
  SELECT m.fase_id, count(*)::int AS n,
         percentile_disc(0.5) WITHIN GROUP (ORDER BY s.seconds) AS median_seconds,
         percentile_disc(0.9) WITHIN GROUP (ORDER BY s.seconds) AS p90_seconds
  FROM agg_phase_month m CROSS JOIN LATERAL unnest(m.seconds) s(seconds)
  WHERE m.familia = (SELECT familia FROM agg_product WHERE produto_id = :produto_id)
    AND m.fase_id IN (SELECT produtofase_fase_id FROM fases_standard_modelos WHERE produtofase_produto_id = :produto_id)
    AND m.month > (SELECT as_of FROM publication) - interval '1 year'
  GROUP BY m.fase_id
  HAVING count(*) >= :least_history
)
SELECT s.produtofase_sequencia AS sequencia, s.produtofase_fase_id AS fase_id, c.fase_nome,
       c.fase_de_producao AS is_production, c.fase_automatica AS is_automatic,
       (row_number() OVER (PARTITION BY s.produtofase_fase_id ORDER BY s.produtofase_sequencia))::int AS occurrence,
       (count(*) OVER (PARTITION BY s.produtofase_fase_id))::int AS occurrences,
       s.produtofase_coeficiente::float8 AS standard_hours, s.produtofase_coeficiente_x::float8 AS bonus_eur,
       CASE WHEN h.shown THEN (h.median_seconds / 3600.0)::float8 END AS median_hours,
       CASE WHEN h.shown THEN (h.p90_seconds / 3600.0)::float8 END AS p90_hours,
       coalesce(h.n, 0) AS history_phases, h.history_of
FROM fases_standard_modelos s
LEFT JOIN fases_catalogo c ON c.fase_id = s.produtofase_fase_id
-- Where the family has too little, all families at all times.
LEFT JOIN LATERAL (
  SELECT k.*, (SELECT state FROM gate) IS DISTINCT FROM 'NOT_SUPPORTED_BY_DATA' AND k.n >= :least_history AS shown
  FROM (SELECT n, median_seconds, p90_seconds, 'FAMILY_LAST_YEAR' AS history_of, 1 AS place
        FROM family f WHERE f.fase_id = s.produtofase_fase_id
        UNION ALL
        SELECT n, median_seconds, p90_seconds, 'ALL', 2 FROM agg_phase_median a WHERE a.fase_id = s.produtofase_fase_id) k
  ORDER BY k.place LIMIT 1
) h ON true
WHERE s.produtofase_produto_id = :produto_id
ORDER BY s.produtofase_sequencia
