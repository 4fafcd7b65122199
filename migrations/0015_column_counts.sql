-- How full the columns of a sheet were in each run: a column may not lose its values unseen.
-- Up Migration

ALTER TABLE ingestion_sheet_runs ADD COLUMN column_counts jsonb;
COMMENT ON COLUMN ingestion_sheet_runs.column_counts IS 'Of the file that core came from: {"rows": n, "columns": {column: {"cells": cells that hold something, "bad": of them bad, "values": of them values}}}; null where an earlier version took it in';

-- Down Migration

ALTER TABLE ingestion_sheet_runs DROP COLUMN column_counts;
