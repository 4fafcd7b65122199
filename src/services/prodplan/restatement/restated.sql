-- By how many orders each run changed what a day counts; run_id null: what the day counts now.
-- In psql: \set indicator '''created_orders''' \set runs '''{2,3}'''
WITH counted AS (
  SELECT NULL::int AS run_id, v.moment::date AS day, 1 AS sign
  FROM ordens_fabrico o CROSS JOIN LATERAL (SELECT CASE :indicator::text WHEN 'created_orders' THEN o.of_data_criacao ELSE o.of_data_acabamento END AS moment) v
  UNION ALL
  SELECT n.run_id::int, left(s.moment, 10)::date, s.sign
  FROM run_changes n CROSS JOIN LATERAL (
    VALUES (CASE :indicator::text WHEN 'created_orders' THEN n.before->>'of_data_criacao' ELSE n.before->>'of_data_acabamento' END, -1),
           (CASE :indicator::text WHEN 'created_orders' THEN n.after->>'of_data_criacao' ELSE n.after->>'of_data_acabamento' END, 1)) s(moment, sign)
  WHERE n.table_name = 'ordens_fabrico' AND n.run_id = ANY (:runs::bigint[])
)
SELECT run_id, day::text, sum(sign)::int AS orders FROM counted WHERE day IS NOT NULL GROUP BY 1, 2 HAVING sum(sign) <> 0
