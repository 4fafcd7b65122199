-- Orders still to be delivered, by the phase where they stand; the line without a phase and with is_total is all of them.
-- In psql: \set from NULL \set to NULL \set produto_id NULL \set familia NULL \set fase_id NULL \set zombie_days 365
SELECT grouping(o.fase_id) = 1 AS is_total, o.fase_id, min(o.fase_nome) AS fase_nome, min(o.fase_sequencia) AS fase_sequencia,
       bool_or(o.fase_de_producao) AS is_production, bool_or(o.fase_automatica) AS is_automatic,
       (count(*) FILTER (WHERE NOT o.is_zombie))::int AS orders,
       (count(*) FILTER (WHERE NOT o.is_zombie AND o.phase_in_hand))::int AS in_hand,
       (count(*) FILTER (WHERE NOT o.is_zombie AND NOT o.phase_in_hand))::int AS queued,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY o.age_days) FILTER (WHERE NOT o.is_zombie) AS age_days_median,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY o.age_days) FILTER (WHERE NOT o.is_zombie) AS age_days_p90,
       max(o.age_days) FILTER (WHERE NOT o.is_zombie) AS age_days_oldest,
       percentile_disc(0.5) WITHIN GROUP (ORDER BY o.standing_days) FILTER (WHERE NOT o.is_zombie) AS standing_days_median,
       percentile_disc(0.9) WITHIN GROUP (ORDER BY o.standing_days) FILTER (WHERE NOT o.is_zombie) AS standing_days_p90,
       max(o.standing_days) FILTER (WHERE NOT o.is_zombie) AS standing_days_longest,
       (count(*) FILTER (WHERE NOT o.is_zombie AND o.due_status = 'LATE'))::int AS late,
       (count(*) FILTER (WHERE NOT o.is_zombie AND o.due_status = 'AT_RISK'))::int AS at_risk,
       (count(*) FILTER (WHERE o.is_zombie))::int AS zombies,
       max(o.age_days) FILTER (WHERE o.is_zombie) AS zombie_days_oldest,
       (count(*) FILTER (WHERE o.age_days IS NULL))::int AS without_creation,
       (count(*) FILTER (WHERE o.fase_nome IS NULL))::int AS phase_unknown
FROM (
  SELECT *, coalesce(age_days > :zombie_days, false) AS is_zombie,
         (SELECT as_of::date FROM publication) - phase_since::date AS standing_days
  FROM order_facts
  WHERE is_open
    AND (:produto_id::int IS NULL OR produto_id = :produto_id)
    AND (:familia::text IS NULL OR familia = :familia)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
    AND (:from::date IS NULL OR created_day >= :from)
    AND (:to::date IS NULL OR created_day <= :to)
) o
GROUP BY GROUPING SETS ((o.fase_id), ())
ORDER BY is_total DESC, min(o.fase_sequencia), o.fase_id
