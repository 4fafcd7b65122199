-- All orders at once, a column each, the newest number first; days as whole numbers since 1970-01-01.
-- In psql: \set zombie_days 365 \set states '{CREATED,IN_PROGRESS,AWAITING_SHIPPING,DONE,SCRAPPED}' \set due_statuses '{NO_DUE,ON_TRACK,AT_RISK,LATE}'
WITH wanted AS MATERIALIZED (
  SELECT of_id, produto_id, produto_nome, familia, fase_id, fase_nome, fase_sequencia,
         array_position(:states::text[], estado::text) - 1 AS state,
         array_position(:due_statuses::text[], due_status::text) - 1 AS due_status,
         coalesce(aberta AND idade_dias > :zombie_days, false)::int AS zombie,
         dia_criacao - DATE 'epoch' AS created_day, acabada_em::date - DATE 'epoch' AS finished_day,
         dia_previsto - DATE 'epoch' AS due_day, fase_desde::date - DATE 'epoch' AS phase_since_day,
         dia_esperado - DATE 'epoch' AS expected_day,
         idade_dias AS age_days, fases AS phases, fases_concluidas AS phases_done, erros AS errors, erros_graves AS severe_errors
  FROM ordem_factos
  ORDER BY of_id DESC
)
SELECT count(*)::int AS orders,
       (SELECT (as_of::date - DATE 'epoch')::int FROM publication) AS as_of_day,
       json_build_object(
         'of_id', coalesce(json_agg(of_id), '[]'), 'produto_id', coalesce(json_agg(produto_id), '[]'),
         'fase_id', coalesce(json_agg(fase_id), '[]'), 'state', coalesce(json_agg(state), '[]'),
         'due_status', coalesce(json_agg(due_status), '[]'), 'zombie', coalesce(json_agg(zombie), '[]'),
         'created_day', coalesce(json_agg(created_day), '[]'), 'finished_day', coalesce(json_agg(finished_day), '[]'),
         'due_day', coalesce(json_agg(due_day), '[]'), 'phase_since_day', coalesce(json_agg(phase_since_day), '[]'),
         'expected_day', coalesce(json_agg(expected_day), '[]'), 'age_days', coalesce(json_agg(age_days), '[]'),
         'phases', coalesce(json_agg(phases), '[]'), 'phases_done', coalesce(json_agg(phases_done), '[]'),
         'errors', coalesce(json_agg(errors), '[]'), 'severe_errors', coalesce(json_agg(severe_errors), '[]')) AS columns,
       (SELECT coalesce(json_agg(p ORDER BY p.produto_id), '[]')
        FROM (SELECT produto_id, min(produto_nome) AS produto_nome, min(familia) AS familia
              FROM wanted WHERE produto_id IS NOT NULL GROUP BY produto_id) p) AS products,
       (SELECT coalesce(json_agg(f ORDER BY f.fase_sequencia, f.fase_id), '[]')
        FROM (SELECT fase_id, min(fase_nome) AS fase_nome, min(fase_sequencia) AS fase_sequencia
              FROM wanted WHERE fase_id IS NOT NULL GROUP BY fase_id) f) AS phases
FROM wanted
