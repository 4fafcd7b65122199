-- Orders in work over a period, and how they left it. An order is in work from the day of its creation to that of its
-- finish, or until it is a zombie; scrapped ones, and those delivered on no day that can be trusted, are left out. What
-- all of them spent in the period is lead times + ages after - ages before + what zombies take with them, and need not
-- be added up order by order.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set zombie_days 365
WITH limites AS MATERIALIZED (
  -- Before the first active day the file knows of no work at all, after its own day of none yet.
  SELECT greatest(:from::date, (SELECT min(dia) FROM agg_dia WHERE activo)) AS desde,
         least(:to::date, (SELECT as_of::date FROM publication)) + 1 AS antes
), margens AS (
  SELECT dia_criacao, aberta, dia_acabamento, (SELECT desde FROM limites) AS margem
  FROM agg_ordem
  WHERE coalesce(dia_criacao, '-infinity') >= (SELECT desde FROM limites) - :zombie_days::int - 1
    AND coalesce(dia_criacao, '-infinity') < (SELECT desde FROM limites)
    AND (aberta OR estado = 'DONE' AND lead_dias IS NOT NULL AND dia_acabamento >= (SELECT desde FROM limites))
    AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
  UNION ALL
  SELECT dia_criacao, aberta, dia_acabamento, (SELECT antes FROM limites)
  FROM agg_ordem
  WHERE coalesce(dia_criacao, '-infinity') >= (SELECT antes FROM limites) - :zombie_days::int - 1
    AND coalesce(dia_criacao, '-infinity') < (SELECT antes FROM limites)
    AND (aberta OR estado = 'DONE' AND lead_dias IS NOT NULL AND dia_acabamento >= (SELECT antes FROM limites))
    AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
), em_mao AS (
  SELECT margem, count(*)::int AS ordens, sum(margem - dia_criacao)::int AS idades FROM margens GROUP BY 1
), zombies AS (
  SELECT count(*)::int AS ordens FROM agg_ordem
  WHERE coalesce(dia_criacao, '-infinity') >= (SELECT desde FROM limites) - :zombie_days::int - 1
    AND coalesce(dia_criacao, '-infinity') < (SELECT antes FROM limites) - :zombie_days::int - 1
    AND (aberta OR estado = 'DONE' AND lead_dias > :zombie_days::int + 1)
    AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id) AND (:familia::text IS NULL OR familia = :familia)
), prazos AS (
  SELECT z.lead_dias, z.ordens
  FROM limites l CROSS JOIN periodos_de(l.desde, l.antes - 1) p
  JOIN agg_periodo_prazo z ON z.grao = p.grao AND z.inicio >= p.desde AND z.inicio < p.antes
  WHERE :produto_id::int IS NULL AND (:familia::text IS NULL OR z.familia = :familia)
  UNION ALL
  SELECT o.lead_dias, 1 FROM agg_ordem o
  WHERE coalesce(o.produto_id, 0) = :produto_id::int AND o.estado = 'DONE' AND o.lead_dias IS NOT NULL
    AND o.dia_acabamento >= (SELECT desde FROM limites) AND o.dia_acabamento < (SELECT antes FROM limites)
    AND (:familia::text IS NULL OR o.familia = :familia)
), acabadas AS (
  SELECT coalesce(sum(ordens), 0)::int AS ordens, coalesce(sum(lead_dias * ordens), 0)::int AS dias,
         coalesce(sum(ordens) FILTER (WHERE lead_dias > :zombie_days::int + 1), 0)::int AS zombies,
         coalesce(sum(lead_dias * ordens) FILTER (WHERE lead_dias > :zombie_days::int + 1), 0)::int AS dias_zombies
  FROM prazos
)
SELECT l.antes - l.desde AS days, a.ordens AS finished, a.dias AS lead_days, coalesce(b.ordens, 0) AS orders_before,
       coalesce(b.idades, 0) AS age_days_before, coalesce(d.ordens, 0) AS orders_after, coalesce(d.idades, 0) AS age_days_after,
       z.ordens AS became_zombies, a.zombies AS zombies_finished, a.dias_zombies AS zombies_lead_days
FROM limites l CROSS JOIN acabadas a CROSS JOIN zombies z
LEFT JOIN em_mao b ON b.margem = l.desde LEFT JOIN em_mao d ON d.margem = l.antes
WHERE l.desde < l.antes
