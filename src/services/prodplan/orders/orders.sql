-- Orders, filtered and sorted. A parameter that is null is not asked for: \set familia NULL
-- In psql put for {{kept}}: NOT MATERIALIZED, {{key}}: dia_previsto, {{after}}: TRUE, {{order}}: sort_value, of_id, {{page_order}}: 2, 3
WITH wanted AS {{kept}} (
  -- Only what the sort needs, so that names are looked up for the page and not for every order that passes.
  SELECT of_id, {{key}} AS sort_value
  FROM ordem_factos
  WHERE (:of_id::int IS NULL OR of_id = :of_id)
    AND (:produto_id::int IS NULL OR coalesce(produto_id, 0) = :produto_id)
    AND (:familia::text IS NULL OR familia = :familia)
    AND (:fase_id::int IS NULL OR fase_id = :fase_id)
    AND (:state::text[] IS NULL OR estado = ANY (:state))
    AND (:due_status::text[] IS NULL OR due_status = ANY (:due_status))
    AND (:is_zombie::boolean IS NULL OR (aberta AND coalesce(idade_dias, 0) > :zombie_days) = :is_zombie)
    AND (:created_from::date IS NULL OR dia_criacao >= :created_from)
    AND (:created_to::date IS NULL OR dia_criacao <= :created_to)
    AND (:finished_from::date IS NULL OR dia_acabamento >= :finished_from)
    AND (:finished_to::date IS NULL OR dia_acabamento <= :finished_to)
    AND (:due_from::date IS NULL OR dia_previsto >= :due_from)
    AND (:due_to::date IS NULL OR dia_previsto <= :due_to)
    -- Every word must occur; both sides are in lower case and without accents.
    AND (:words::text[] IS NULL OR texto_pesquisa LIKE ALL (:words))
)
SELECT page.matching, page.sort_value::text AS sort_key,
       f.of_id, f.produto_id, f.produto_nome, f.familia, f.fase_id, f.fase_nome, f.estado AS state, f.due_status,
       coalesce(f.aberta AND f.idade_dias > :zombie_days, false) AS is_zombie, f.dia_criacao AS created_day,
       f.acabada_em AS finished_at, f.dia_previsto AS due_day, f.due_first, f.due_slips, f.idade_dias AS age_days, f.lead_dias AS lead_time_days,
       f.fase_desde AS phase_since, f.fase_em_curso AS phase_in_hand, f.fases AS phases, f.fases_concluidas AS phases_done,
       f.retornos_concluidos AS reworks_done, f.erros AS errors, f.erros_graves AS severe_errors
FROM (
  SELECT (SELECT count(*) FROM wanted)::int AS matching, *
  FROM wanted
  WHERE {{after}}
  ORDER BY {{order}}
  LIMIT :rows
) page
JOIN ordem_factos f ON f.of_id = page.of_id
ORDER BY {{page_order}}
