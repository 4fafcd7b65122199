-- Boats that passed their first inspection and their defects, by month, first inspection, family and product. Parameters: none.
SELECT start_day AS month, first_inspection, familia, produto_id, sum(boats)::int AS boats, sum(defects)::int AS defects
FROM agg_period_quality WHERE grain = 'month' AND boats > 0
GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
