-- The first stage of a run opens its source; `inspect` is a command that looks at a workbook without a database.
-- Up Migration

UPDATE ingestion_runs SET stage = 'open' WHERE stage = 'inspect';
UPDATE ingestion_runs SET seconds = (seconds - 'inspect') || jsonb_build_object('open', seconds -> 'inspect') WHERE seconds ? 'inspect';

-- Down Migration

UPDATE ingestion_runs SET stage = 'inspect' WHERE stage = 'open';
UPDATE ingestion_runs SET seconds = (seconds - 'open') || jsonb_build_object('inspect', seconds -> 'open') WHERE seconds ? 'open';
