-- Breaks in the recording of error lines that stand.
SELECT s->>'since' AS month, s->>'class' AS class, s->>'text' AS text, (s->>'fase_id')::int AS detecting_fase_id,
       (s->>'before')::float8 AS before_per_100_orders, (s->>'after')::float8 AS after_per_100_orders
FROM issue_spans i CROSS JOIN LATERAL jsonb_array_elements(i.sample) s
WHERE i.type = 'RECORDING_BREAK' AND i.resolved_run_id IS NULL
ORDER BY 1, 4, 2 NULLS FIRST, 3 NULLS FIRST
