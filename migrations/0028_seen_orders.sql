-- What each run said of each open order is kept, so that it can be counted which are newly at risk.
-- Up Migration

CREATE TABLE seen_order (
  run_id bigint NOT NULL REFERENCES ingestion_runs,
  of_id integer NOT NULL,
  state text NOT NULL,
  fase_id integer,
  due_day date,
  due_status text,
  expected_day date,
  expected_day_p80 date,
  withdrawn_by bigint REFERENCES ingestion_runs,
  PRIMARY KEY (run_id, of_id)
);
COMMENT ON TABLE seen_order IS 'Open orders as a published run showed them (order_facts); kept for the runs whose changes are kept, and the one before them';
COMMENT ON COLUMN seen_order.expected_day IS 'Day by which half of such orders are finished, expected_day_p80 four in five; null where there is no forecast';
COMMENT ON COLUMN seen_order.withdrawn_by IS 'The rollback that withdrew the run; null where its state counts';

ALTER TABLE ingestion_runs ADD COLUMN seen_orders integer;
COMMENT ON COLUMN ingestion_runs.seen_orders IS 'Rows of seen_order; null where none were kept, or no longer are';

INSERT INTO seen_order (run_id, of_id, state, fase_id, due_day, due_status, expected_day, expected_day_p80)
SELECT p.run_id, o.of_id, o.state, o.fase_id, o.due_day, o.due_status, p.as_of::date + o.days_p50, p.as_of::date + o.days_p80
FROM order_facts o CROSS JOIN publication p WHERE o.is_open AND p.run_id IS NOT NULL;
UPDATE ingestion_runs SET seen_orders = (SELECT count(*) FROM seen_order) WHERE run_id = (SELECT run_id FROM publication);

-- Down Migration

ALTER TABLE ingestion_runs DROP COLUMN seen_orders;
DROP TABLE seen_order;
