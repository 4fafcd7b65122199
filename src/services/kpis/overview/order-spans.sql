-- When every order was created and finished, in days since 2000-01-01; what lead times and orders in work of any period are counted from.
-- Scrapped orders, and those delivered on no day that can be trusted, are not in it. finished and lead_time_days null: still to be delivered.
SELECT created_day - DATE '2000-01-01' AS created, CASE WHEN NOT is_open THEN finished_day - DATE '2000-01-01' END AS finished,
       CASE WHEN NOT is_open THEN lead_time_days END AS lead_time_days, coalesce(produto_id, 0) AS produto_id, familia
FROM agg_order
WHERE is_open OR state = 'DONE' AND lead_time_days IS NOT NULL
