import type { ClientBase } from 'pg';
import { restingPhases } from '../../contract/factory/index.js';
import { noFamily } from '../rules.js';
import type { PastOrder } from './past-order.js';

/** Day 0 of the forecast. */
export const epoch = "date '2000-01-01'";

/** What a model without a name counts as. */
export const unnamedFamily = 'other';

/**
 * The orders that a forecast may learn from, in order of their ids: those that were not finished before day `since`; null: all.
 * `agg_order` must be refreshed. Orders whose creation is not known are left out.
 */
export async function readPastOrders(
  client: Pick<ClientBase, 'query'>,
  since: number | null,
): Promise<PastOrder[]> {
  const { rows } = await client.query<PastOrder>(
    `SELECT of_id, CASE familia WHEN '${noFamily}' THEN '${unnamedFamily}' ELSE familia END AS family, produto_id AS product,
            created_day - ${epoch} AS created,
            CASE WHEN finished_day >= created_day THEN finished_day - ${epoch} END AS finished,
            finished_at IS NULL AND coalesce(fase_id IN (${restingPhases.join(', ')}), false) AS gone
     FROM agg_order
     WHERE created_day IS NOT NULL AND NOT coalesce(finished_day >= created_day AND finished_day - ${epoch} < $1::integer, false)
     ORDER BY of_id`,
    [since],
  );
  return rows;
}
