-- Finished, due and open orders by product, most finished first.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set zombie_days 365 \set after 0 \set rows 51
WITH entregas AS (
  SELECT e.produto_id, e.familia, sum(e.acabadas)::int AS acabadas, sum(e.fases)::int AS fases, sum(e.retornos)::int AS retornos,
         sum(e.devidas_a_tempo)::int AS a_tempo, sum(e.devidas_tarde)::int AS tarde, sum(e.devidas_em_aberto)::int AS em_aberto,
         sum(e.acabadas_sem_previsao)::int AS sem_previsao,
         sum(e.devidas_sem_desfecho)::int AS sem_desfecho
  FROM periodos_de(:from::date, :to::date) p
  JOIN agg_periodo_entrega e ON e.grao = p.grao AND e.inicio >= p.desde AND e.inicio < p.antes
  WHERE (:produto_id::int IS NULL OR e.produto_id = :produto_id) AND (:familia::text IS NULL OR e.familia = :familia)
  GROUP BY 1, 2
), abertas AS (
  SELECT produto_id, familia, count(*) FILTER (WHERE NOT zombie)::int AS wip, count(*) FILTER (WHERE zombie)::int AS zombies
  FROM (
    SELECT produto_id, familia, coalesce((SELECT as_of::date FROM publication) - dia_criacao > :zombie_days::int, false) AS zombie
    FROM agg_ordem
    WHERE aberta AND (:produto_id::int IS NULL OR produto_id = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
  ) o
  GROUP BY 1, 2
), de_fora AS (
  SELECT coalesce(sum(sem_previsao), 0)::int AS finished_without_due,
         coalesce(sum(sem_desfecho), 0)::int AS due_outcome_unknown, (SELECT coalesce(sum(zombies), 0)::int FROM abertas) AS all_zombies,
         -- What has no day that can be trusted may be of any period.
         (SELECT coalesce(sum(s.acabadas_sem_dia), 0)::int FROM agg_periodo_entrega s
          WHERE s.grao = 'sem_dia' AND (:produto_id::int IS NULL OR s.produto_id = :produto_id)
            AND (:familia::text IS NULL OR s.familia = :familia)) AS done_without_day
  FROM entregas
), ordenados AS (
  SELECT *, row_number() OVER (ORDER BY acabadas DESC, wip DESC, produto_id NULLS LAST) AS rank,
         sum(acabadas + a_tempo + tarde + em_aberto + wip) OVER ()::int AS rows_used
  FROM (
    SELECT produto_id, familia, sum(acabadas) AS acabadas, sum(fases) AS fases, sum(retornos) AS retornos, sum(a_tempo) AS a_tempo,
           sum(tarde) AS tarde, sum(em_aberto) AS em_aberto, sum(wip) AS wip, sum(zombies) AS zombies
    FROM (
      SELECT produto_id, familia, acabadas, fases, retornos, a_tempo, tarde, em_aberto, 0 AS wip, 0 AS zombies FROM entregas
      UNION ALL SELECT produto_id, familia, 0, 0, 0, 0, 0, 0, wip, zombies FROM abertas
    ) t
    GROUP BY 1, 2
  ) s
  WHERE acabadas + a_tempo + tarde + em_aberto + wip + zombies > 0
), pagina AS (
  SELECT * FROM ordenados WHERE rank > :after::int ORDER BY rank LIMIT :rows::int
)
SELECT o.rank::int AS rank, o.produto_id, m.produto_nome, nullif(o.familia, '?') AS familia, o.acabadas::int AS finished_orders,
       z.dias[1] AS lead_time_days_median, z.dias[2] AS lead_time_days_p90, coalesce(z.n, 0)::int AS lead_time_orders,
       (o.a_tempo + o.tarde + o.em_aberto)::int AS due_orders, o.a_tempo::int AS due_on_time,
       o.a_tempo::float8 / nullif(o.a_tempo + o.tarde + o.em_aberto, 0) AS on_time_rate,
       o.fases::int AS phases_finished, o.retornos::int AS reworks, o.retornos::float8 / nullif(o.fases, 0) AS rework_rate,
       o.wip::int AS wip_orders, o.zombies::int AS zombies, o.rows_used, x.*
FROM pagina o CROSS JOIN de_fora x
LEFT JOIN modelos m ON m.produto_id = o.produto_id
LEFT JOIN LATERAL (
  SELECT percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY a.lead_dias) AS dias, count(*) AS n
  FROM agg_ordem a
  WHERE coalesce(a.produto_id, 0) = coalesce(o.produto_id, 0) AND a.familia = o.familia AND a.estado = 'DONE' AND a.lead_dias IS NOT NULL
    AND a.dia_acabamento >= coalesce(:from::date, '-infinity') AND a.dia_acabamento <= coalesce(:to::date, 'infinity')
) z ON true
ORDER BY o.rank
