-- Orders, filtered and sorted. A parameter that is null is not asked for: \set familia NULL
-- In psql put for passing in its braces the text of prodplan.passing, for {{kept}}: NOT MATERIALIZED, {{key}}: due_day, {{after}}: TRUE, {{order}}: sort_value, of_id, {{page_order}}: 2, 3
WITH wanted AS {{kept}} (
  -- Only what the sort needs, so that names are looked up for the page and not for every order that passes.
  SELECT of_id, {{key}} AS sort_value
  FROM order_facts
  WHERE {{passing}}
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
