-- What there is of an order, and what there should be: the gates are measured from it (src/evidence/coverage).
CREATE VIEW order_coverage AS
SELECT o.of_id, o.produto_id, o.familia, o.fase_id, o.is_open, o.created_day, o.finished_day,
       coalesce(o.first_inspection_day, o.finished_day - (SELECT days FROM coverage_inspection_lag), o.final_control_day, o.created_day) AS inspected_day,
       1 AS orders, (o.phases > 0 OR o.errors > 0)::int AS named,
       (o.state <> 'CREATED')::int AS started, (o.state <> 'CREATED' AND o.phases > 0)::int AS started_with_phases,
       coalesce(x.steps, 0) AS steps, coalesce(least(o.phases - o.reworks, x.steps), 0) AS steps_recorded,
       (d.is_due)::int AS inspections_due, (d.is_due AND o.first_inspection_day IS NOT NULL)::int AS inspections_recorded,
       (m.produto_id IS NOT NULL)::int AS with_product, (o.familia <> '?')::int AS with_family,
       (o.due_day IS NOT NULL)::int AS with_due_day,
       coalesce(m.produto_qtd_gel_deck > 0 AND m.produto_qtd_gel_casco > 0, false)::int AS with_gelcoat,
       (o.demould_day IS NOT NULL)::int AS demoulded,
       (o.demould_day IS NOT NULL AND o.measured_kg IS NOT NULL)::int AS weighed, o.phases
FROM agg_order o
LEFT JOIN coverage_route r ON r.produto_id = o.produto_id
LEFT JOIN modelos m ON m.produto_id = o.produto_id
CROSS JOIN LATERAL (SELECT least(r.steps, nullif(o.highest_sequence, 0)) AS steps) x
CROSS JOIN LATERAL (
  SELECT o.first_inspection <> 0
     AND (o.state IN ('DONE', 'AWAITING_SHIPPING') OR o.first_inspection_day IS NOT NULL OR o.final_control_day IS NOT NULL) AS is_due
) d;
