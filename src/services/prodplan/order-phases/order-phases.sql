-- The phases of one order as they happened, beside the route of its product as it is today.
-- \set of_id 897069
WITH ordering AS (
  SELECT o.of_id, o.of_data_criacao, NOT a.is_open AS closed, (SELECT as_of FROM publication) AS as_of
  FROM ordens_fabrico o JOIN agg_order a ON a.of_id = o.of_id
  WHERE o.of_id = :of_id
), actual AS (
  -- The nth time that the order meets a phase outside of rework stands beside the nth time that the route names it.
  SELECT f.*, o.closed, o.of_data_criacao,
         CASE WHEN f.faseof_retorno IS NOT TRUE THEN
           row_number() OVER (PARTITION BY f.faseof_fase_id, f.faseof_retorno IS NOT TRUE
                              ORDER BY f.faseof_sequencia, f.faseof_inicio, f.faseof_id) END AS nth,
         CASE WHEN f.faseof_fim < f.faseof_inicio THEN 'END_BEFORE_START'
              WHEN greatest(f.faseof_inicio, f.faseof_fim) > o.as_of THEN 'IN_FUTURE' END AS date_flag
  FROM ordering o JOIN fases_ordem_fabrico f ON f.faseof_of_id = o.of_id
), route AS (
  SELECT s.*, row_number() OVER (PARTITION BY s.produtofase_fase_id ORDER BY s.produtofase_sequencia) AS nth
  FROM fases_standard_modelos s
  WHERE s.produtofase_produto_id = (SELECT of_produto_id FROM ordens_fabrico WHERE of_id = :of_id)
), swept AS (
  -- The phases in the order in which they began, those of one minute by their sequence; beside each, until when those
  -- before it kept the order busy. One that is under way has no end yet; one that was left open tells its start only.
  SELECT faseof_id, faseof_inicio, of_data_criacao,
         max(CASE WHEN faseof_fim IS NOT NULL THEN faseof_fim WHEN closed THEN faseof_inicio ELSE 'infinity' END) OVER earlier AS busy_until,
         max(faseof_fim) OVER earlier AS last_end
  FROM actual
  WHERE date_flag IS NULL AND coalesce(faseof_inicio, faseof_fim) IS NOT NULL
  WINDOW earlier AS (ORDER BY coalesce(faseof_inicio, faseof_fim), faseof_sequencia, faseof_id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
), waits AS (
  -- No hour is waited for twice: each gap belongs to the one phase that ends it.
  SELECT faseof_id,
         (extract(epoch FROM faseof_inicio - least(coalesce(busy_until, of_data_criacao), faseof_inicio)) / 3600)::float8 AS waiting_hours,
         CASE WHEN busy_until IS NULL THEN 'ORDER_CREATION' WHEN busy_until > faseof_inicio THEN 'OTHER_PHASE_UNDER_WAY'
              WHEN busy_until = last_end THEN 'PHASE_END' ELSE 'PHASE_START' END AS waiting_since
  FROM swept
  WHERE faseof_inicio IS NOT NULL AND (busy_until IS NOT NULL OR of_data_criacao <= faseof_inicio)
), found AS (
  SELECT ofch_faseof_avaliacao AS faseof_id, count(*)::int AS errors, max(ofch_gravidade) AS worst
  FROM erros_ordem_fabrico WHERE ofch_of_id = :of_id GROUP BY 1
), caused AS (
  SELECT ofch_faseof_culpada AS faseof_id, count(*)::int AS errors
  FROM erros_ordem_fabrico WHERE ofch_of_id = :of_id GROUP BY 1
), timeline AS (
  SELECT coalesce(a.faseof_fase_id, r.produtofase_fase_id) AS fase_id,
         r.produtofase_sequencia AS route_sequencia, r.produtofase_coeficiente::float8 AS route_standard_hours,
         a.faseof_id, a.faseof_sequencia AS sequencia, coalesce(a.faseof_retorno, false) AS is_rework,
         a.faseof_turno AS turno, nullif(a.faseof_peso, 0)::float8 AS weight_kg,
         a.faseof_data_prevista::date AS planned_day, a.faseof_inicio AS started_at, a.faseof_fim AS ended_at,
         a.date_flag, a.of_data_criacao,
         CASE WHEN a.faseof_id IS NULL THEN 'ONLY_IN_ROUTE'
              WHEN a.faseof_is_done THEN 'DONE'
              WHEN a.closed THEN CASE WHEN a.faseof_is_open THEN 'LEFT_OPEN' ELSE 'LEFT_OVER' END
              WHEN a.faseof_is_open THEN 'IN_PROGRESS'
              ELSE 'NOT_STARTED' END AS status,
         (a.faseof_duration_seconds / 3600.0)::float8 AS duration_hours
  FROM actual a
  FULL JOIN route r ON r.produtofase_fase_id = a.faseof_fase_id AND r.nth = a.nth
)
SELECT (row_number() OVER in_time)::int AS position,
       t.fase_id, c.fase_nome, c.fase_de_producao AS is_production, c.fase_automatica AS is_automatic,
       t.route_sequencia, t.route_standard_hours, t.faseof_id, t.sequencia, t.status, t.is_rework, t.turno,
       t.weight_kg, t.planned_day, t.started_at, t.ended_at, t.duration_hours, t.date_flag,
       w.waiting_hours, w.waiting_since,
       coalesce(d.errors, 0) AS errors_found, coalesce(u.errors, 0) AS errors_caused, d.worst AS worst_severity
FROM timeline t
LEFT JOIN fases_catalogo c ON c.fase_id = t.fase_id
LEFT JOIN found d ON d.faseof_id = t.faseof_id
LEFT JOIN caused u ON u.faseof_id = t.faseof_id
LEFT JOIN waits w ON w.faseof_id = t.faseof_id
WINDOW in_time AS (ORDER BY coalesce(t.started_at, t.ended_at), coalesce(t.route_sequencia, t.sequencia), t.faseof_id, t.fase_id)
ORDER BY 1;
