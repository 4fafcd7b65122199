-- The ledger of the published dump: a hash of every row of core as its file wrote it, so that the next dump is compared
-- with it while it is read, and only rows that differ go on to the database.
-- Up Migration

CREATE TABLE ledger_sheet (
  sheet text PRIMARY KEY,
  -- The run that core is of: a ledger of another run is not read.
  run_id bigint NOT NULL REFERENCES ingestion_runs,
  version text NOT NULL,
  rows integer NOT NULL,
  checksum bigint NOT NULL,
  as_of timestamp NOT NULL
);
COMMENT ON TABLE ledger_sheet IS 'Which published run the ledger of a sheet is of, and what its chunks come to';
COMMENT ON COLUMN ledger_sheet.version IS 'Of the way in which rows are hashed and keys are written';
COMMENT ON COLUMN ledger_sheet.rows IS 'Rows of core that the chunks are of: all of them';
COMMENT ON COLUMN ledger_sheet.checksum IS 'Sum of hashes_checksum over the chunks';
COMMENT ON COLUMN ledger_sheet.as_of IS 'Rows with a hash had no date after this moment';

CREATE TABLE ledger_chunk (
  sheet text NOT NULL,
  place double precision NOT NULL,
  rows integer NOT NULL,
  hashes bytea NOT NULL,
  hashes_checksum integer NOT NULL,
  keys bytea NOT NULL,
  keys_checksum integer NOT NULL,
  PRIMARY KEY (sheet, place)
);
-- Hashes cannot be compressed: the attempt would only cost time.
ALTER TABLE ledger_chunk ALTER COLUMN hashes SET STORAGE EXTERNAL, ALTER COLUMN keys SET STORAGE EXTERNAL;
COMMENT ON TABLE ledger_chunk IS 'Rows of core in about the order of the file, some thousand in each';
COMMENT ON COLUMN ledger_chunk.place IS 'Order of the chunks; a new one gets a place between two others';
COMMENT ON COLUMN ledger_chunk.hashes IS '16 bytes a row; zeros: the row is compared by the database every time';
COMMENT ON COLUMN ledger_chunk.keys IS 'The key of the row in core: its numbers, 4 bytes each, then its fingerprint where it has one';

ALTER TABLE ingestion_sheet_runs ADD COLUMN way text CHECK (way IN ('whole', 'difference', 'same', 'missing'));
ALTER TABLE ingestion_sheet_runs ADD COLUMN same_by_hash integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN ingestion_sheet_runs.way IS 'whole: every row went to the database; difference: only rows that the ledger of the published dump lacks; same: the sheet is the one that core holds; missing: the file lacks it';
COMMENT ON COLUMN ingestion_sheet_runs.same_by_hash IS 'Rows of the file that the ledger has, so that they did not go to the database';

-- Down Migration

ALTER TABLE ingestion_sheet_runs DROP COLUMN same_by_hash;
ALTER TABLE ingestion_sheet_runs DROP COLUMN way;
DROP TABLE ledger_chunk;
DROP TABLE ledger_sheet;
