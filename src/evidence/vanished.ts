import type { ClientBase } from 'pg';

/** Orders that the file before had and this one, which brings everything, has no longer. */
export interface VanishedOrders {
  readonly keys: readonly string[];
  /** Of them, those that were not finished. */
  readonly unfinished: number;
  /** The run whose state they were in. */
  readonly since_run: number | null;
}

export const noneVanished: VanishedOrders = { keys: [], unfinished: 0, since_run: null };

/**
 * What a file let vanish, from one order on: a fifth of a sheet is refused before (`SHEET_SHRANK`), less is published and told.
 * None for a run that took no file in, and where its changes are no longer kept.
 */
export async function readVanished(
  client: Pick<ClientBase, 'query'>,
  runId: number,
): Promise<VanishedOrders> {
  const { rows } = await client.query<{ key: string; isOpen: boolean; base: number | null }>(
    `SELECT c.key, c.before->>'of_data_acabamento' IS NULL AS "isOpen", r.base_run_id AS base
     FROM run_changes c JOIN ingestion_runs r USING (run_id)
     WHERE c.run_id = $1 AND r.kind = 'ingest' AND c.table_name = 'ordens_fabrico' AND c.after IS NULL
     ORDER BY length(c.key), c.key`,
    [runId],
  );
  if (rows.length === 0) return noneVanished;
  return {
    keys: rows.map(({ key }) => key),
    unfinished: rows.filter(({ isOpen }) => isOpen).length,
    since_run: rows[0]!.base,
  };
}
