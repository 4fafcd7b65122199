-- Orders, filtered and sorted. A parameter that is null is not asked for: \set familia NULL
-- In psql put for {{kept}}: NOT MATERIALIZED, {{key}}: due_day, {{after}}: TRUE, {{order}}: sort_value, of_id, {{page_order}}: 2, 3
WITH wanted AS {{kept}} (
  -- Only what the sort needs, so that names are looked up for the page and not for every order that passes.
  SELECT of_id, {{key}} AS sort_value
  FROM order_facts
  WHERE (:of_id::int IS NULL OR of_id = :of_id)
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
)
SELECT page.matching, page.sort_value::text AS sort_key,
       f.of_id, f.produto_id, f.produto_nome, f.familia, f.fase_id, f.fase_nome, f.state, f.due_status,
       coalesce(f.is_open AND f.age_days > :zombie_days, false) AS is_zombie, f.created_day,
       f.finished_at, f.due_day, f.due_first, f.due_slips, f.age_days, f.lead_time_days,
       f.phase_since, f.phase_in_hand, f.phases, f.phases_done,
       f.reworks_done, f.errors, f.severe_errors
FROM (
  SELECT (SELECT count(*) FROM wanted)::int AS matching, *
  FROM wanted
  WHERE {{after}}
  ORDER BY {{order}}
  LIMIT :rows
) page
JOIN order_facts f ON f.of_id = page.of_id
ORDER BY {{page_order}}
