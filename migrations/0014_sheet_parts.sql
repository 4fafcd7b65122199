-- A sheet may stand in several parts: other sheets of the workbook, other workbooks. A row is found by its part and its number there.
-- Up Migration

ALTER TABLE ingestion_sheet_runs ADD COLUMN parts jsonb NOT NULL DEFAULT '[]';
COMMENT ON COLUMN ingestion_sheet_runs.parts IS '[{workbook, sheet, rows}] in the order of the rows: where they stand in the file; workbook is null where there is one only. [] in runs from before there were parts: one, called as the sheet';
ALTER TABLE run_rejects ADD COLUMN part integer NOT NULL DEFAULT 1,
  DROP CONSTRAINT run_rejects_pkey,
  ADD CONSTRAINT run_rejects_pkey PRIMARY KEY (run_id, sheet, part, row_number);
COMMENT ON COLUMN run_rejects.part IS 'Place in ingestion_sheet_runs.parts, from 1; row_number counts within it';
ALTER TABLE run_issues ADD COLUMN part integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN run_issues.part IS 'Place in ingestion_sheet_runs.parts, from 1; row_number counts within it';

-- Down Migration

-- Without parts a row number means the first one: what was found in the others cannot be told any more.
DELETE FROM run_rejects WHERE part > 1;
DELETE FROM run_issues WHERE part > 1;
ALTER TABLE run_issues DROP COLUMN part;
ALTER TABLE run_rejects DROP CONSTRAINT run_rejects_pkey,
  DROP COLUMN part,
  ADD CONSTRAINT run_rejects_pkey PRIMARY KEY (run_id, sheet, row_number);
ALTER TABLE ingestion_sheet_runs DROP COLUMN parts;
