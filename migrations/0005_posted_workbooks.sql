-- Workbooks that wait for their turn, whole: any machine can take in what was given to any other.
-- Up Migration

CREATE TABLE posted_workbooks (
  workbook_sha256 text PRIMARY KEY,
  bytes bigint NOT NULL,
  -- Raised whenever somebody posts the same workbook again.
  posted_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE posted_workbook_parts (
  workbook_sha256 text NOT NULL REFERENCES posted_workbooks ON DELETE CASCADE,
  part int NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (workbook_sha256, part)
);
-- A workbook is a zip archive: to compress it again costs time and saves nothing.
ALTER TABLE posted_workbook_parts ALTER COLUMN content SET STORAGE EXTERNAL;

-- Down Migration

DROP TABLE posted_workbook_parts;
DROP TABLE posted_workbooks;
