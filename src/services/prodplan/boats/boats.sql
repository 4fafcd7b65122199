-- All orders at once, a column each, the newest number first; days as whole numbers since 1970-01-01.
-- Columns are put together as arrays and written as text once: json_agg, which writes value by value, takes longer.
-- In psql: \set zombie_days 365 \set states '''{CREATED,IN_PROGRESS,AWAITING_SHIPPING,DONE,SCRAPPED}''' \set due_statuses '''{NO_DUE,ON_TRACK,AT_RISK,LATE}'''
WITH wanted AS MATERIALIZED (
  -- No names: without them the view reads neither products nor phases for each order.
  SELECT of_id, produto_id, familia, fase_id,
         array_position(:states::text[], state::text) - 1 AS state,
         array_position(:due_statuses::text[], due_status::text) - 1 AS due_status,
         coalesce(is_open AND age_days > :zombie_days, false)::int AS zombie,
         created_day - DATE 'epoch' AS created_day, finished_at::date - DATE 'epoch' AS finished_day,
         due_day - DATE 'epoch' AS due_day, phase_since::date - DATE 'epoch' AS phase_since_day,
         expected_day - DATE 'epoch' AS expected_day,
         age_days, phases, phases_done, errors, severe_errors
  FROM order_facts
  ORDER BY of_id DESC
), gathered AS (
  SELECT count(*)::int AS orders,
         array_agg(of_id) AS of_id, array_agg(produto_id) AS produto_id, array_agg(fase_id) AS fase_id,
         array_agg(state) AS state, array_agg(due_status) AS due_status, array_agg(zombie) AS zombie,
         array_agg(created_day) AS created_day, array_agg(finished_day) AS finished_day, array_agg(due_day) AS due_day,
         array_agg(phase_since_day) AS phase_since_day, array_agg(expected_day) AS expected_day,
         array_agg(age_days) AS age_days, array_agg(phases) AS phases, array_agg(phases_done) AS phases_done,
         array_agg(errors) AS errors, array_agg(severe_errors) AS severe_errors
  FROM wanted
)
SELECT orders, (SELECT (as_of::date - DATE 'epoch')::int FROM publication) AS as_of_day,
       array_to_string(of_id, ',', 'null') AS of_id, array_to_string(produto_id, ',', 'null') AS produto_id,
       array_to_string(fase_id, ',', 'null') AS fase_id, array_to_string(state, ',', 'null') AS state,
       array_to_string(due_status, ',', 'null') AS due_status, array_to_string(zombie, ',', 'null') AS zombie,
       array_to_string(created_day, ',', 'null') AS created_day, array_to_string(finished_day, ',', 'null') AS finished_day,
       array_to_string(due_day, ',', 'null') AS due_day, array_to_string(phase_since_day, ',', 'null') AS phase_since_day,
       array_to_string(expected_day, ',', 'null') AS expected_day, array_to_string(age_days, ',', 'null') AS age_days,
       array_to_string(phases, ',', 'null') AS phases, array_to_string(phases_done, ',', 'null') AS phases_done,
       array_to_string(errors, ',', 'null') AS errors, array_to_string(severe_errors, ',', 'null') AS severe_errors,
       (SELECT coalesce(json_agg(json_build_object('produto_id', w.produto_id, 'produto_nome', p.produto_nome, 'familia', w.familia)
                                 ORDER BY w.produto_id), '[]')
        FROM (SELECT produto_id, min(familia) AS familia FROM wanted WHERE produto_id IS NOT NULL GROUP BY produto_id) w
        LEFT JOIN agg_product p ON p.produto_id = w.produto_id) AS product_list,
       (SELECT coalesce(json_agg(json_build_object('fase_id', w.fase_id, 'fase_nome', c.fase_nome, 'fase_sequencia', c.fase_sequencia)
                                 ORDER BY c.fase_sequencia, w.fase_id), '[]')
        FROM (SELECT DISTINCT fase_id FROM wanted WHERE fase_id IS NOT NULL) w
        LEFT JOIN fases_catalogo c ON c.fase_id = w.fase_id) AS phase_list
FROM gathered
