-- Orders, filtered and sorted. A parameter that is null is not asked for: \set familia NULL
-- In psql put for {{kept}}: NOT MATERIALIZED, {{after}}: TRUE, {{key}}: of_id, {{order}}: of_id
WITH wanted AS {{kept}} (
  SELECT *, aberta AND idade_dias > :zombie_days AS is_zombie
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
SELECT (SELECT count(*) FROM wanted)::int AS matching, ({{key}})::text AS sort_key,
       of_id, produto_id, produto_nome, familia, fase_id, fase_nome, estado AS state, due_status,
       coalesce(is_zombie, false) AS is_zombie, dia_criacao AS created_day, acabada_em AS finished_at,
       dia_previsto AS due_day, idade_dias AS age_days, lead_dias AS lead_time_days, fase_desde AS phase_since,
       fase_em_curso AS phase_in_hand, fases AS phases, fases_concluidas AS phases_done,
       retornos_concluidos AS reworks_done, erros AS errors, erros_graves AS severe_errors
FROM wanted
WHERE {{after}}
ORDER BY {{order}}
LIMIT :rows
