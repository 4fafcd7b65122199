-- What every run did: counts, checksums, durations, rejects, issues and changes.
-- Up Migration

CREATE SCHEMA IF NOT EXISTS staging;

CREATE TABLE ingestion_runs (
  run_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  status text NOT NULL CHECK (status IN ('running', 'completed', 'unchanged', 'failed')),
  -- A dump taken in, rejects judged again, or an earlier state published again; the run that the latter two started from.
  kind text NOT NULL DEFAULT 'ingest' CHECK (kind IN ('ingest', 'replay', 'rollback')),
  source_run_id bigint REFERENCES ingestion_runs,
  -- The stage it is in, or ended in.
  stage text NOT NULL,
  source_name text NOT NULL,
  workbook_sha256 text,
  workbook_bytes bigint,
  contract_version text NOT NULL,
  rule_version smallint NOT NULL,
  -- The --as-of of the command line, if any.
  requested_as_of timestamp,
  -- The dump's own moment, in the factory's local time, and where it was read.
  as_of timestamp,
  as_of_origin text CHECK (as_of_origin IN ('flag', 'workbook', 'data')),
  forced boolean NOT NULL,
  -- The run whose state was published when this one began.
  base_run_id bigint REFERENCES ingestion_runs,
  -- Raised by every publication; answers are cached by it.
  data_version bigint,
  started_at timestamptz NOT NULL,
  finished_at timestamptz,
  -- When its run_changes were removed to save space; diffs and rollbacks across it are impossible from then on.
  changes_pruned_at timestamptz,
  -- {stage: seconds}
  seconds jsonb NOT NULL DEFAULT '{}',
  -- Unknown sheets and columns, hidden sheets: [{code, sheet, column}]
  drift jsonb NOT NULL DEFAULT '[]',
  error_kind text,
  error_code text,
  error_message text,
  error_remedy text,
  host text NOT NULL,
  pid integer NOT NULL
);
CREATE INDEX ingestion_runs_status_idx ON ingestion_runs (status, run_id);

CREATE TABLE ingestion_sheet_runs (
  run_id bigint NOT NULL REFERENCES ingestion_runs ON DELETE CASCADE,
  sheet text NOT NULL,
  tabela text NOT NULL,
  -- False where the file lacks the sheet (--allow-missing-sheets).
  present boolean NOT NULL,
  -- The merge was not needed: the sheet is the published one, or it is missing.
  skipped boolean NOT NULL,
  -- SHA-256 of the sheet's CSV in this file.
  sha256 text,
  -- What the core table holds now: the checksum of the sheet it came from, and the run that read it.
  held_sha256 text,
  held_run_id bigint,
  csv_bytes bigint,
  gzip_bytes bigint,
  -- Data rows in the file = inserted + updated + unchanged + duplicates + rejected.
  rows integer NOT NULL,
  inserted integer NOT NULL,
  updated integer NOT NULL,
  unchanged integer NOT NULL,
  duplicates integer NOT NULL,
  rejected integer NOT NULL,
  -- Rows that core no longer has, and of the updated those that moved to another order; of the inserted those that came back.
  gone integer NOT NULL,
  moved integer NOT NULL,
  returned integer NOT NULL,
  -- Rows that core keeps because the file's row with that key was rejected.
  kept integer NOT NULL,
  core_rows integer NOT NULL,
  -- Rows whose derived columns were computed anew though the row itself is unchanged.
  rederived integer NOT NULL DEFAULT 0,
  -- {code: count} of bad cells in accepted rows and of flagged contradictions.
  issues jsonb NOT NULL DEFAULT '{}',
  -- {stage: seconds}
  seconds jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (run_id, sheet)
);

-- Rows that were thrown out, whole, so that they can be judged again without the workbook.
CREATE TABLE run_rejects (
  run_id bigint NOT NULL REFERENCES ingestion_runs ON DELETE CASCADE,
  sheet text NOT NULL,
  row_number integer NOT NULL,
  code text NOT NULL,
  column_name text,
  value text,
  -- The business key where it can be read.
  chave text,
  -- {column: text as staged}
  raw jsonb NOT NULL,
  PRIMARY KEY (run_id, sheet, row_number)
);

-- Bad cells (the cell became null) and contradictions (the row is kept and flagged).
CREATE TABLE run_issues (
  run_id bigint NOT NULL REFERENCES ingestion_runs ON DELETE CASCADE,
  sheet text NOT NULL,
  row_number integer NOT NULL,
  code text NOT NULL,
  column_name text NOT NULL,
  value text,
  chave text
);
CREATE INDEX run_issues_run_idx ON run_issues (run_id, sheet, code);

-- What a run changed in core, for every run but the first: diffs, refreshes and rollback read it.
CREATE TABLE run_changes (
  run_id bigint NOT NULL REFERENCES ingestion_runs ON DELETE CASCADE,
  tabela text NOT NULL,
  chave text NOT NULL,
  change text NOT NULL CHECK (change IN ('inserted', 'updated', 'moved', 'gone', 'returned')),
  -- The business columns before and after; null where there was no row.
  before jsonb,
  after jsonb,
  PRIMARY KEY (run_id, tabela, chave)
);
CREATE INDEX run_changes_gone_idx ON run_changes (tabela, chave) WHERE change = 'gone';

-- One row: what readers see now.
CREATE TABLE publication (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  run_id bigint REFERENCES ingestion_runs,
  data_version bigint NOT NULL,
  as_of timestamp,
  published_at timestamptz
);
INSERT INTO publication (data_version) VALUES (0);

-- Down Migration

DROP TABLE publication;
DROP TABLE run_changes;
DROP TABLE run_issues;
DROP TABLE run_rejects;
DROP TABLE ingestion_sheet_runs;
DROP TABLE ingestion_runs;
DROP SCHEMA staging CASCADE;
