import type { ClientBase } from 'pg';

/**
 * For whatever changes served data without a run, in the transaction that changes them: the published run's state is
 * served under a new version from its COMMIT on, and answers that were cached under the old one are not used again.
 */
export async function raiseDataVersion(client: Pick<ClientBase, 'query'>): Promise<number> {
  const { rows } = await client.query<{ data_version: number }>(
    `WITH raised AS (UPDATE publication SET data_version = data_version + 1 RETURNING run_id, data_version)
     UPDATE ingestion_runs r SET data_version = raised.data_version FROM raised WHERE r.run_id = raised.run_id
     RETURNING r.data_version`,
  );
  return rows[0]!.data_version;
}
