import type { ClientBase } from 'pg';
import type { BacktestPlan } from './cutoffs.js';
import { finishOrders } from './finish-order.js';
import { tryOrigins } from './origins.js';
import type { PastOrder } from './past-order.js';
import { epoch } from './past-orders.js';

interface Known {
  readonly orders: readonly PastOrder[];
  readonly plan: BacktestPlan;
  readonly firstDay: number;
  readonly today: number;
}

/** Tries the outlook week by week and keeps what came, in place of what was kept before. Returns how many weeks. */
export async function recordOutlook(
  client: Pick<ClientBase, 'query'>,
  { orders, plan, firstDay, today }: Known,
): Promise<number> {
  const { open, output } = tryOrigins(orders, firstDay, today);
  await client.query('DELETE FROM forecast_origin_open');
  await client.query(
    `INSERT INTO forecast_origin_open (origin_day, horizon_days, orders, expected, came, factor, low, high, alone_low, alone_high)
     SELECT ${epoch} + day, horizon, open, expected, came, factor, low, high, "aloneLow", "aloneHigh"
     FROM jsonb_to_recordset($1) AS o(day integer, horizon integer, open integer, expected double precision, came integer, factor double precision,
       low integer, high integer, "aloneLow" integer, "aloneHigh" integer)`,
    [JSON.stringify(open)],
  );
  await client.query('DELETE FROM forecast_origin_output');
  await client.query(
    `INSERT INTO forecast_origin_output (origin_day, horizon_days, pace, expected, came, low, high)
     SELECT ${epoch} + day, horizon, pace, expected, came, low, high
     FROM jsonb_to_recordset($1) AS o(day integer, horizon integer, pace double precision, expected double precision, came integer, low integer, high integer)`,
    [JSON.stringify(output)],
  );
  await client.query('DELETE FROM forecast_finish_order');
  await client.query(
    `INSERT INTO forecast_finish_order (cutoff_day, orders, correlation, correlation_base)
     SELECT ${epoch} + cutoff, orders, correlation, "baseCorrelation"
     FROM jsonb_to_recordset($1) AS o(cutoff integer, orders integer, correlation double precision, "baseCorrelation" double precision)`,
    [JSON.stringify(finishOrders(orders, plan, today))],
  );
  return open.length + output.length;
}
