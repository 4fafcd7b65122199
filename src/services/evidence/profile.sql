-- One table: {{columns}} stands for one jsonb_build_object a column, as profile.ts makes them; in psql put count(*).
SELECT count(*)::int AS rows, jsonb_build_array({{columns}}) AS columns
FROM {{table}}
