import type { ClientBase } from 'pg';

/** The runs that a state goes back to, one before the other: a rollback goes on from the run whose state it restored. */
const lineage = `
  WITH RECURSIVE chain AS (
    SELECT run_id, CASE kind WHEN 'rollback' THEN source_run_id ELSE base_run_id END AS previous_run FROM ingestion_runs WHERE run_id = $1
    UNION ALL
    SELECT r.run_id, CASE r.kind WHEN 'rollback' THEN r.source_run_id ELSE r.base_run_id END
    FROM chain c JOIN ingestion_runs r ON r.run_id = c.previous_run)`;

/** What a rollback withdraws is marked in a table of what runs saw, and counts again once another brings it back. */
export async function markWithdrawn(
  client: ClientBase,
  table: 'seen_due_day' | 'seen_order',
  runId: number,
): Promise<void> {
  await client.query(
    `${lineage}
     UPDATE ${table} v SET withdrawn_by = CASE WHEN v.run_id IN (SELECT run_id FROM chain) THEN NULL ELSE $1 END
     WHERE (SELECT kind = 'rollback' FROM ingestion_runs WHERE run_id = $1)
       AND (v.run_id IN (SELECT run_id FROM chain)) = (v.withdrawn_by IS NOT NULL)`,
    [runId],
  );
}
