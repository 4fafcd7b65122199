-- The published runs whose changes are all on record from each to the next, the latest first; of the first of them only what it left is known.
SELECT run_id::int AS run_id, kind, as_of FROM ingestion_runs
WHERE status = 'completed' AND run_id >= coalesce((
  SELECT max(run_id) FROM ingestion_runs WHERE status = 'completed' AND (base_run_id IS NULL OR changes_pruned_at IS NOT NULL)), 0)
ORDER BY run_id DESC
