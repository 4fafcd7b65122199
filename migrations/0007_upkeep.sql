-- How far a backfill has come: it can be stopped, or killed, and goes on from there.
-- Up Migration

CREATE TABLE backfill_progress (
  job text PRIMARY KEY,
  -- What the pass works by: with another rule, or over another published state, it begins anew.
  rule_version smallint NOT NULL,
  run_id bigint NOT NULL REFERENCES ingestion_runs,
  -- Rows of the present rule version are computed anew as well.
  every_row boolean NOT NULL,
  -- The key of the last row that was looked at; null before the first batch.
  last_key jsonb,
  rows_total integer NOT NULL,
  rows_seen integer NOT NULL DEFAULT 0,
  -- Rows whose served values changed; those that only bear a new rule version are not among them.
  rows_changed integer NOT NULL DEFAULT 0,
  batches integer NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  finished_at timestamptz
);

-- Down Migration

DROP TABLE backfill_progress;
