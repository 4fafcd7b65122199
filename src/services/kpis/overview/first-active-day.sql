-- Before the first active day the file knows of no work at all; in days since 2000-01-01.
SELECT min(day) - DATE '2000-01-01' AS day FROM agg_day WHERE is_active
