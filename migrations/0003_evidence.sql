-- What the data can carry: match rates and gates of every run, and the issues that stand or stood.
-- Up Migration

-- One reference of the contract in one run, counted over all rows of core.
CREATE TABLE match_rates (
  run_id bigint NOT NULL REFERENCES ingestion_runs ON DELETE CASCADE,
  tabela text NOT NULL,
  coluna text NOT NULL,
  refere_tabela text NOT NULL,
  refere_coluna text NOT NULL,
  -- All rows of the referring table, and those that name nothing.
  rows integer NOT NULL,
  null_rows integer NOT NULL,
  referring_rows integer NOT NULL,
  matched_rows integer NOT NULL,
  distinct_values integer NOT NULL,
  matched_values integer NOT NULL,
  -- The orphans that most rows name: [{value, rows}], at most 5.
  orphan_examples jsonb NOT NULL,
  parents integer NOT NULL,
  parents_with_child integer NOT NULL,
  PRIMARY KEY (run_id, tabela, coluna)
);

-- One finding about the data, from the run that first saw it to the run that no longer did.
CREATE TABLE issue_spans (
  issue_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  type text NOT NULL,
  severity text NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
  -- Table (or sheet) that it is about, and the key there.
  entity text NOT NULL,
  chave text NOT NULL,
  -- Rows concerned, and up to 5 of them.
  rows integer NOT NULL,
  sample jsonb NOT NULL,
  first_run_id bigint NOT NULL REFERENCES ingestion_runs,
  -- Null while it stands: its last run is then the published one.
  resolved_run_id bigint REFERENCES ingestion_runs,
  last_run_id bigint REFERENCES ingestion_runs
);
CREATE UNIQUE INDEX issue_spans_open_idx ON issue_spans (type, entity, chave) WHERE resolved_run_id IS NULL;

CREATE VIEW data_quality_issues AS
SELECT i.issue_id, i.type, i.severity, i.entity, i.chave, i.rows, i.sample, i.first_run_id,
       coalesce(i.last_run_id, p.run_id) AS last_run_id, i.resolved_run_id
FROM issue_spans i CROSS JOIN publication p;

-- How far a question can be answered, in one run.
CREATE TABLE feature_gates (
  run_id bigint NOT NULL REFERENCES ingestion_runs ON DELETE CASCADE,
  gate text NOT NULL,
  state text NOT NULL CHECK (state IN ('SUPPORTED', 'DEGRADED', 'NOT_SUPPORTED_BY_DATA')),
  -- Share of the rows that the figure rests on which carry it; null where there are none, or where the fields do not exist.
  rate numeric,
  threshold numeric,
  rows integer NOT NULL,
  covered_rows integer NOT NULL,
  reason text NOT NULL,
  remedy text NOT NULL,
  -- {figure, value, lowest, highest}: the gate's own figure if the rows without cover had been the worst or the best.
  bounds jsonb,
  PRIMARY KEY (run_id, gate)
);

-- Down Migration

DROP TABLE feature_gates;
DROP VIEW data_quality_issues;
DROP TABLE issue_spans;
DROP TABLE match_rates;
