-- Mass of the boats that have been begun and not yet delivered, by phase: weighed, else as the model has it, else unknown.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL \set zombie_days 365
SELECT grouping(b.fase_id) = 1 AS is_total, b.fase_id, min(b.fase_nome) AS fase_nome,
       (count(*) FILTER (WHERE b.counts))::int AS orders,
       (count(*) FILTER (WHERE b.counts AND b.weighed_kg IS NOT NULL))::int AS measured_orders,
       coalesce(sum(b.weighed_kg) FILTER (WHERE b.counts), 0)::float8 AS measured_kg,
       (count(*) FILTER (WHERE b.counts AND b.weighed_kg IS NULL AND b.model_kg IS NOT NULL))::int AS model_orders,
       coalesce(sum(b.model_kg) FILTER (WHERE b.counts AND b.weighed_kg IS NULL), 0)::float8 AS model_kg,
       (count(*) FILTER (WHERE b.counts AND b.weighed_kg IS NULL AND b.model_kg IS NULL))::int AS unknown_orders,
       (count(*) FILTER (WHERE b.state = 'CREATED' AND NOT b.is_zombie))::int AS not_begun,
       (count(*) FILTER (WHERE b.is_zombie))::int AS zombies,
       max(coalesce(b.weighed_kg, b.model_kg)) FILTER (WHERE b.counts)::float8 AS heaviest_kg
FROM (
  SELECT f.*, f.state <> 'CREATED' AND NOT f.is_zombie AS counts, nullif(f.measured_kg, 0) AS weighed_kg,
         -- What is packed or in the warehouse is finished; the rest is nearer to what left the mould. 0 is not filled in.
         CASE WHEN f.state = 'AWAITING_SHIPPING' THEN coalesce(nullif(m.produto_peso_acabamento, 0), nullif(m.produto_peso_desmolde, 0))
              ELSE coalesce(nullif(m.produto_peso_desmolde, 0), nullif(m.produto_peso_acabamento, 0)) END AS model_kg
  FROM (SELECT *, coalesce(age_days > :zombie_days, false) AS is_zombie FROM order_facts) f
  LEFT JOIN modelos m ON m.produto_id = f.produto_id
  WHERE f.is_open
    AND (:produto_id::int IS NULL OR f.produto_id = :produto_id)
    AND (:familia::text IS NULL OR f.familia = :familia)
    AND (:fase_id::int IS NULL OR f.fase_id = :fase_id)
    AND (:from::date IS NULL OR f.created_day >= :from)
    AND (:to::date IS NULL OR f.created_day <= :to)
) b
GROUP BY GROUPING SETS ((b.fase_id), ())
ORDER BY is_total DESC, orders DESC, b.fase_id
