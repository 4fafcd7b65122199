import type { ClientBase } from 'pg';
import { restingPhases } from '../../contract/factory/index.js';
import { noFamily } from '../rules.js';
import type { PastOrder } from './past-order.js';

/** Day 0 of the forecast. */
export const epoch = "date '2000-01-01'";

/** What a model without a name counts as. */
const unnamedFamily = 'other';

/**
 * The orders that a forecast may learn from, in order of their ids: those that were not finished before day `since`; null: all.
 * `agg_ordem` must be refreshed. Orders whose creation is not known are left out.
 */
export async function readPastOrders(
  client: Pick<ClientBase, 'query'>,
  since: number | null,
): Promise<PastOrder[]> {
  const { rows } = await client.query<PastOrder>(
    `SELECT of_id, CASE familia WHEN '${noFamily}' THEN '${unnamedFamily}' ELSE familia END AS family, produto_id AS product,
            dia_criacao - ${epoch} AS created,
            CASE WHEN dia_acabamento >= dia_criacao THEN dia_acabamento - ${epoch} END AS finished,
            acabada_em IS NULL AND coalesce(fase_id IN (${restingPhases.join(', ')}), false) AS gone
     FROM agg_ordem
     WHERE dia_criacao IS NOT NULL AND NOT coalesce(dia_acabamento >= dia_criacao AND dia_acabamento - ${epoch} < $1::integer, false)
     ORDER BY of_id`,
    [since],
  );
  return rows;
}
