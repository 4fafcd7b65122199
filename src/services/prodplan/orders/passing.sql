-- Which orders pass the filters: a condition on order_facts, which stands for passing in its braces in prodplan.orders and prodplan.order-counts.
-- A parameter that is null is not asked for: \set familia NULL
(:of_id::int IS NULL OR of_id = :of_id)
AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id)
AND (:familia::text IS NULL OR familia = :familia)
AND (:fase_id::int IS NULL OR fase_id = :fase_id)
AND (:state::text[] IS NULL OR state = ANY (:state))
AND (:due_status::text[] IS NULL OR due_status = ANY (:due_status))
AND (:is_zombie::boolean IS NULL OR (is_open AND coalesce(age_days, 0) > :zombie_days) = :is_zombie)
AND (:created_from::date IS NULL OR created_day >= :created_from)
AND (:created_to::date IS NULL OR created_day <= :created_to)
AND (:finished_from::date IS NULL OR finished_day >= :finished_from)
AND (:finished_to::date IS NULL OR finished_day <= :finished_to)
AND (:due_from::date IS NULL OR due_day >= :due_from)
AND (:due_to::date IS NULL OR due_day <= :due_to)
-- Every word must occur; both sides are in lower case and without accents.
AND (:words::text[] IS NULL OR search_text LIKE ALL (:words))
-- Boats that have such an error line; what the days tell apart is their first inspection.
AND (NOT :by_line::boolean OR of_id IN (
  SELECT e.of_id
  FROM agg_error_day e
  WHERE e.class = ANY (:classes::text[])
    AND (:inspected_from::date IS NULL OR e.first_inspection_day >= :inspected_from)
    AND (:inspected_to::date IS NULL OR e.first_inspection_day <= :inspected_to)
    AND (:culprit_fase_id::int IS NULL OR e.fase_culpada = :culprit_fase_id)
    AND (:detecting_fase_id::int IS NULL OR e.fase_avaliacao = :detecting_fase_id)
    AND (:gravidade::int IS NULL OR e.gravidade = :gravidade)
    AND (:descricao_id::int IS NULL OR e.descricao_id = :descricao_id)
))
