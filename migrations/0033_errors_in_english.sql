-- Why a run failed, in English too: whoever reads the page in English is told so.
-- Up Migration

ALTER TABLE ingestion_runs ADD COLUMN error_message_en text, ADD COLUMN error_remedy_en text;
COMMENT ON COLUMN ingestion_runs.error_message_en IS 'error_message in English, and error_remedy_en its remedy; null of runs that failed before they were kept';

-- Down Migration

ALTER TABLE ingestion_runs DROP COLUMN error_message_en, DROP COLUMN error_remedy_en;
