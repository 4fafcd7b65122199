-- How many rows name each phase of the catalogue and each employee, so that a run that changes a few rows need not count all of them.
-- Up Migration

CREATE TABLE reference_value (
  table_name text COLLATE "C" NOT NULL,
  column_name text COLLATE "C" NOT NULL,
  value integer NOT NULL,
  rows integer NOT NULL,
  PRIMARY KEY (table_name, column_name, value)
);
COMMENT ON TABLE reference_value IS 'Rows of the published state by the value with which they refer to a small table; written with its match_rates';

-- Down Migration

DROP TABLE reference_value;
