-- The number that every holder of the run lock draws: only the holder of the newest number may publish.
-- Up Migration

-- One row. A run raises the number before it reads anything, in a transaction of its own, and shares the row's lock while
-- it publishes: a run that begins meanwhile waits for that, one that began before is seen.
CREATE TABLE run_fence (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  number bigint NOT NULL
);
INSERT INTO run_fence (number) VALUES (0);

-- Null for the runs before this migration.
ALTER TABLE ingestion_runs ADD COLUMN fencing_number bigint UNIQUE;

-- Down Migration

ALTER TABLE ingestion_runs DROP COLUMN fencing_number;
DROP TABLE run_fence;
