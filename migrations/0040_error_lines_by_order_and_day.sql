-- Error lines are asked for order by order, and the latest boats first.
-- Up Migration

CREATE INDEX agg_error_day_of_idx ON agg_error_day (of_id);
CREATE INDEX agg_error_day_inspected_idx ON agg_error_day (first_inspection_day DESC NULLS LAST, of_id DESC);

-- Down Migration

DROP INDEX agg_error_day_inspected_idx;
DROP INDEX agg_error_day_of_idx;
