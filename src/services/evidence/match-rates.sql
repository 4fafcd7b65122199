-- In psql: \set run_id 1
SELECT table_name, column_name, referred_table, referred_column, rows, null_rows, referring_rows, matched_rows,
       matched_rows::float8 / nullif(referring_rows, 0) AS row_rate, distinct_values, matched_values,
       matched_values::float8 / nullif(distinct_values, 0) AS value_rate, parents, parents_with_child, orphan_examples
FROM match_rates
WHERE run_id = :run_id
ORDER BY table_name COLLATE "C", column_name COLLATE "C"
