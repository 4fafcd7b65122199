-- Distinct orders by phase and day are kept for a year: a phase's pace is held against its own of the year before.
-- Up Migration

COMMENT ON TABLE agg_fase_recente IS 'Distinct orders that ended the phase on the day, over the 366 days up to as_of; they add up over families, not over days';

-- Down Migration

COMMENT ON TABLE agg_fase_recente IS 'Distinct orders that ended the phase on the day, over the 120 days up to as_of; they add up over families, not over days';
