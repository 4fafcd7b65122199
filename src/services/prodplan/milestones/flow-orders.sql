-- Every order, column by column, in the order of its number: when it was created, began, passed its inspections and was finished, in
-- days since 2000-01-01. 0: no product. What families and states are called stands in :families and :states, counted from 1.
-- In psql: \set families '''{K1,K2,K4,C1,C2,C4,other,?}''' \set states '''{CREATED,IN_PROGRESS,AWAITING_SHIPPING,DONE,SCRAPPED}'''
SELECT array_agg(of_id)::text AS of_id, array_agg(coalesce(produto_id, 0))::text AS produto_id,
       array_agg(array_position(:families::text[], familia))::text AS familia, array_agg(array_position(:states::text[], state))::text AS state,
       array_agg(created_day - DATE '2000-01-01')::text AS created, array_agg(started_at::date - DATE '2000-01-01')::text AS started,
       array_agg(demould_day - DATE '2000-01-01')::text AS demoulded, array_agg(final_control_day - DATE '2000-01-01')::text AS controlled,
       array_agg(finished_day - DATE '2000-01-01')::text AS finished, array_agg(lead_time_days)::text AS lead_time_days,
       array_agg(reworks_done)::text AS reworks
FROM (SELECT * FROM agg_order ORDER BY of_id) a
