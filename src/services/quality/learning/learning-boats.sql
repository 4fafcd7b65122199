-- Every boat that passed its first inspection, with its defects; days since 2000-01-01. Parameters: none.
SELECT of_id, produto_id, familia, first_inspection, first_inspection_day - DATE '2000-01-01' AS inspected_day,
       to_char(first_inspection_day, 'YYYY-MM') AS month, defects
FROM agg_order WHERE first_inspection_day IS NOT NULL
ORDER BY first_inspection_day, of_id
