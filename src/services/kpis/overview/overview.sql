-- Finished and due orders of a period.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL
WITH entregas AS (
  SELECT coalesce(sum(e.acabadas), 0)::int AS finished_orders,
         coalesce(sum(e.acabadas_com_retorno), 0)::int AS orders_with_rework,
         coalesce(sum(e.fases), 0)::int AS phases_finished, coalesce(sum(e.retornos), 0)::int AS reworks,
         coalesce(sum(e.devidas_a_tempo), 0)::int AS due_on_time, coalesce(sum(e.devidas_tarde), 0)::int AS due_late,
         coalesce(sum(e.devidas_em_aberto), 0)::int AS due_still_open,
         coalesce(sum(e.devidas_sem_desfecho), 0)::int AS due_outcome_unknown,
         coalesce(sum(e.acabadas_sem_previsao), 0)::int AS finished_without_due
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_entrega e ON e.grao = p.grao AND e.inicio >= p.desde AND e.inicio < p.antes
  WHERE (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
), prazos AS (
  SELECT lead_dias, sum(ordens) AS ordens, sum(sum(ordens)) OVER (ORDER BY lead_dias) AS ate_aqui, sum(sum(ordens)) OVER () AS todas
  FROM (
    SELECT z.lead_dias, z.ordens
    FROM periodos_de(:from::date, :to::date) p
    JOIN agg_periodo_prazo z ON z.grao = p.grao AND z.inicio >= p.desde AND z.inicio < p.antes
    WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR z.familia = :familia)
    UNION ALL
    SELECT o.lead_dias, 1 FROM agg_ordem o
    WHERE coalesce(o.produto_id, 0) = :produto_id::int AND o.estado = 'DONE' AND o.lead_dias IS NOT NULL
      AND o.dia_acabamento >= coalesce(:from::date, '-infinity') AND o.dia_acabamento <= coalesce(:to::date, 'infinity')
      AND (:familia::text IS NULL OR o.familia = :familia)
  ) z
  GROUP BY lead_dias
)
SELECT e.*,
       (SELECT min(lead_dias) FROM prazos WHERE 10 * ate_aqui >= 5 * todas) AS lead_time_days_median,
       (SELECT min(lead_dias) FROM prazos WHERE 10 * ate_aqui >= 9 * todas) AS lead_time_days_p90,
       (SELECT (sum(lead_dias * ordens) / sum(ordens))::float8 FROM prazos) AS lead_time_days_mean,
       (SELECT coalesce(max(todas), 0)::int FROM prazos) AS lead_time_orders,
       (SELECT count(*)::int FROM agg_dia
        WHERE activo AND dia >= coalesce(:from::date, '-infinity') AND dia <= coalesce(:to::date, 'infinity')) AS active_days,
       -- What has no day that can be trusted may be of any period.
       (SELECT coalesce(sum(s.acabadas_sem_dia), 0)::int FROM agg_periodo_entrega s
        WHERE s.grao = 'sem_dia' AND (:produto_id::int IS NULL OR s.produto_id = :produto_id)
          AND (:familia::text IS NULL OR s.familia = :familia)) AS done_without_day
FROM entregas e
