-- Orders that pass the filters, counted by state, zombies apart, and by due status.
-- In psql put for passing in its braces the text of prodplan.passing; a parameter that is null is not asked for: \set familia NULL
SELECT state, due_status, coalesce(is_open AND age_days > :zombie_days, false) AS is_zombie, count(*)::int AS orders
FROM order_facts
WHERE {{passing}}
GROUP BY 1, 2, 3
