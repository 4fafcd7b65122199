-- Gelcoat in theory: orders times the quantities of their model, by month of creation, by product, or by both.
-- In psql put for {{after}}: TRUE, {{key}}: orders, {{order}}: orders
WITH months AS NOT MATERIALIZED (
  SELECT month, produto_id, CASE WHEN :open_only THEN still_open ELSE orders END AS orders, deck_kg AS deck, hull_kg AS hull
  FROM agg_product_month
  -- A month belongs to the period whole, from its first day on.
  WHERE (:from::date IS NULL OR month >= date_trunc('month', :from::date)::date)
    AND (:to::date IS NULL OR month <= :to)
    AND (:produto_id::int IS NULL OR produto_id = :produto_id)
    AND (:familia::text IS NULL OR familia = :familia)
    AND (NOT :open_only OR still_open > 0)
), totals AS MATERIALIZED (
  SELECT coalesce(sum(orders), 0)::int AS all_orders,
         coalesce(sum(orders) FILTER (WHERE deck + hull IS NOT NULL), 0)::int AS all_known,
         coalesce(sum(orders * (deck + hull)), 0) AS all_kg,
         (SELECT max(produto_qtd_gel_deck + produto_qtd_gel_casco)::float8 FROM modelos) AS heaviest_kg
  FROM months
), grouped AS NOT MATERIALIZED (
  SELECT month, produto_id, orders, CASE WHEN deck + hull IS NULL THEN 0 ELSE orders END AS orders_known,
         orders * deck AS deck_kg, orders * hull AS hull_kg
  FROM months WHERE :by = 'month_product'
  UNION ALL
  SELECT month, NULL, sum(orders)::int, coalesce(sum(orders) FILTER (WHERE deck + hull IS NOT NULL), 0)::int, sum(orders * deck), sum(orders * hull)
  FROM months WHERE :by = 'month' GROUP BY month
  UNION ALL
  SELECT NULL, produto_id, sum(orders)::int, coalesce(sum(orders) FILTER (WHERE deck + hull IS NOT NULL), 0)::int, sum(orders * deck), sum(orders * hull)
  FROM months WHERE :by = 'product' GROUP BY produto_id
), page AS MATERIALIZED (
  SELECT ({{key}})::text AS sort_key, *
  FROM (SELECT *, coalesce(month - '1900-01-01'::date, 0) * 100000000::bigint + coalesce(produto_id, 0) AS row_id FROM grouped) g
  WHERE {{after}}
  ORDER BY {{order}}
  LIMIT :rows
)
SELECT t.*, page.*, page.month >= date_trunc('month', (SELECT as_of FROM publication))::date AS unfinished, page.orders - page.orders_known AS orders_unknown, p.produto_nome, p.familia
FROM totals t LEFT JOIN page ON true LEFT JOIN agg_product p ON p.produto_id = page.produto_id
ORDER BY {{order}}
