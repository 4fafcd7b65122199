-- The route of a product as it is today, with how long each phase has really taken. \set produto_id 42539
WITH gate AS MATERIALIZED (
  SELECT g.state FROM feature_gates g JOIN publication p ON p.run_id = g.run_id WHERE g.gate = 'durations_usable'
), product AS MATERIALIZED (
  SELECT familia FROM agg_produto WHERE produto_id = :produto_id
)
SELECT s.produtofase_sequencia AS sequencia, s.produtofase_fase_id AS fase_id, c.fase_nome,
       c.fase_de_producao AS is_production, c.fase_automatica AS is_automatic,
       (row_number() OVER (PARTITION BY s.produtofase_fase_id ORDER BY s.produtofase_sequencia))::int AS occurrence,
       (count(*) OVER (PARTITION BY s.produtofase_fase_id))::int AS occurrences,
       s.produtofase_coeficiente::float8 AS standard_hours, s.produtofase_coeficiente_x::float8 AS bonus_eur,
       CASE WHEN h.shown THEN (h.mediana_segundos / 3600.0)::float8 END AS median_hours,
       CASE WHEN h.shown THEN (h.p90_segundos / 3600.0)::float8 END AS p90_hours,
       coalesce(h.n, 0) AS history_phases, h.familia AS history_of
FROM fases_standard_modelos s
LEFT JOIN fases_catalogo c ON c.fase_id = s.produtofase_fase_id
-- The history of the family; that of all families where it is too short.
LEFT JOIN LATERAL (
  SELECT m.*, (SELECT state FROM gate) IS DISTINCT FROM 'NOT_SUPPORTED_BY_DATA' AND m.n >= :least_history AS shown
  FROM agg_fase_mediana m
  WHERE m.fase_id = s.produtofase_fase_id AND (m.familia = '*' OR m.familia = (SELECT familia FROM product) AND m.n >= :least_history)
  ORDER BY m.familia = '*' LIMIT 1
) h ON true
WHERE s.produtofase_produto_id = :produto_id
ORDER BY s.produtofase_sequencia
