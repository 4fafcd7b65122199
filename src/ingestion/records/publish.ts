import type { ClientBase } from 'pg';
import { mustBeNewest } from '../../platform/locks/index.js';
import type { AsOf } from '../../source/as-of.js';

/**
 * The last statements of the publishing transaction: with its COMMIT readers see the new dump, the run is completed
 * and the data version is raised, all at once. Throws `RUN_FENCED` where another run has begun. Returns the new data
 * version.
 */
export async function publish(
  client: ClientBase,
  { runId, fencingNumber }: { readonly runId: number; readonly fencingNumber: number },
  asOf: AsOf,
  seconds: Readonly<Record<string, number>>,
): Promise<number> {
  await mustBeNewest(client, fencingNumber);
  const { rows } = await client.query<{ data_version: number }>(
    `UPDATE publication SET run_id = $1, data_version = data_version + 1, as_of = $2, published_at = clock_timestamp()
     RETURNING data_version`,
    [runId, asOf.moment],
  );
  const dataVersion = rows[0]!.data_version;
  await client.query(
    `UPDATE ingestion_runs SET status = 'completed', stage = 'publish', as_of = $2, as_of_origin = $3, data_version = $4,
       seconds = $5, finished_at = clock_timestamp()
     WHERE run_id = $1`,
    [runId, asOf.moment, asOf.origin, dataVersion, JSON.stringify(seconds)],
  );
  return dataVersion;
}
