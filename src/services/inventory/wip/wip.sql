-- Orders still to be delivered, by phase, by product and by family; the first line is all of them.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL \set zombie_days 365
SELECT CASE grouping(o.fase_id, o.produto_id, o.familia)
         WHEN 3 THEN 'phase' WHEN 5 THEN 'product' WHEN 6 THEN 'family' ELSE 'total' END AS dimension,
       o.fase_id, o.produto_id, o.familia,
       CASE grouping(o.fase_id, o.produto_id, o.familia)
         WHEN 3 THEN min(o.fase_nome) WHEN 5 THEN min(o.produto_nome) WHEN 6 THEN o.familia END AS name,
       (count(*) FILTER (WHERE NOT o.is_zombie))::int AS orders,
       (count(*) FILTER (WHERE NOT o.is_zombie AND o.state = 'CREATED'))::int AS created,
       (count(*) FILTER (WHERE NOT o.is_zombie AND o.state = 'IN_PROGRESS'))::int AS in_progress,
       (count(*) FILTER (WHERE NOT o.is_zombie AND o.state = 'AWAITING_SHIPPING'))::int AS awaiting_shipping,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY o.age_days) FILTER (WHERE NOT o.is_zombie) AS age_days_median,
       max(o.age_days) FILTER (WHERE NOT o.is_zombie) AS age_days_oldest,
       (count(*) FILTER (WHERE o.is_zombie))::int AS zombies
FROM (
  SELECT *, coalesce(age_days > :zombie_days, false) AS is_zombie
  FROM order_facts
  WHERE is_open
    AND (:produto_id::int IS NULL OR produto_id = :produto_id)
    AND (:familia::text IS NULL OR familia = :familia)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
    AND (:from::date IS NULL OR created_day >= :from)
    AND (:to::date IS NULL OR created_day <= :to)
) o
GROUP BY GROUPING SETS ((o.fase_id), (o.produto_id), (o.familia), ())
ORDER BY dimension DESC, orders DESC, zombies DESC, o.fase_id, o.produto_id, o.familia
