-- By how many orders each run changed what a day of the period counts; run_id null: what the day counts now.
-- In psql: \set indicator created_orders \set from '''2023-04-01''' \set to '''2023-04-30''' \set first_run 1
WITH counted AS (
  SELECT NULL::int AS run_id, v.moment, 1 AS sign
  FROM ordens_fabrico o CROSS JOIN LATERAL (SELECT CASE :indicator::text WHEN 'created_orders' THEN o.of_data_criacao ELSE o.of_data_acabamento END AS moment) v
  UNION ALL
  SELECT n.run_id::int, v.moment, v.sign
  FROM run_changes n CROSS JOIN LATERAL (
    VALUES (CASE :indicator::text WHEN 'created_orders' THEN n.before->>'of_data_criacao' ELSE n.before->>'of_data_acabamento' END, -1),
           (CASE :indicator::text WHEN 'created_orders' THEN n.after->>'of_data_criacao' ELSE n.after->>'of_data_acabamento' END, 1)) s(moment_text, sign)
  CROSS JOIN LATERAL (SELECT s.moment_text::timestamp AS moment, s.sign) v
  WHERE n.table_name = 'ordens_fabrico' AND n.run_id > :first_run::int
)
SELECT run_id, moment::date::text AS day, sum(sign)::int AS orders
FROM counted WHERE moment >= :from::date AND moment < :to::date + 1
GROUP BY 1, 2 HAVING sum(sign) <> 0
