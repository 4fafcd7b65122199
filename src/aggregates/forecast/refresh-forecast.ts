import type { ClientBase } from 'pg';
import { yearDays } from '../../contract/factory/index.js';
import type { Scope } from '../scope.js';
import { oldestOpenDays, type PastOrder } from './past-order.js';
import { epoch, readPastOrders } from './past-orders.js';
import { RemainingTimes } from './remaining.js';

/** Shares of like orders that are finished by the days that are told. */
export const toldShares = [0.5, 0.8, 0.9, 0.95] as const;

/** Longer than this before a day nothing counts; the compared steps reach a whole year back. */
const learntDays = yearDays + 1;

/** Why nothing is told of an open order. */
export const noForecastReasons = ['NO_CREATION', 'AT_REST', 'TOO_OLD', 'NO_HISTORY'] as const;
type NoForecast = (typeof noForecastReasons)[number];

interface Open {
  readonly of_id: number;
  readonly due: number | null;
}

interface Row {
  readonly of_id: number;
  readonly p50: number | null;
  readonly p80: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly product_factor: number | null;
  readonly cases: number;
  readonly no_forecast_reason: NoForecast | null;
  /** Share of like orders that are finished after the due day. */
  readonly share_after: number | null;
}

/** Remaining times of all open orders, all anew: they move with the dump's clock. `agg_order` must be refreshed. */
export async function refreshForecast({ client, asOf }: Scope): Promise<void> {
  const today = await dayOf(client, asOf);
  const orders = await readPastOrders(client, today - learntDays);
  const times = new RemainingTimes(orders, today);
  const byId = new Map(orders.map((one) => [one.of_id, one]));
  const open = await client.query<Open>(
    `SELECT of_id, due_day - ${epoch} AS due FROM agg_order WHERE is_open ORDER BY of_id`,
  );
  await write(
    client,
    open.rows.map(({ of_id, due }) => ({ of_id, ...forecastOf(byId.get(of_id), times, today, due) })),
  );
}

async function dayOf(client: ClientBase, asOf: string): Promise<number> {
  const { rows } = await client.query<{ day: number }>(`SELECT ${asOf}::date - ${epoch} AS day`);
  return rows[0]!.day;
}

/** An order that is open, or undefined where its creation is not known. */
function forecastOf(
  order: PastOrder | undefined,
  times: RemainingTimes,
  today: number,
  due: number | null,
): Omit<Row, 'of_id'> {
  if (order === undefined || order.created > today) return nothing('NO_CREATION');
  if (order.gone) return nothing('AT_REST');
  if (today - order.created > oldestOpenDays) return nothing('TOO_OLD');
  const remaining = times.of(order);
  const [p50 = null, p80 = null, p90 = null, p95 = null] = toldShares.map(
    (share) => remaining?.quantile(share) ?? null,
  );
  if (remaining === null || p50 === null) return nothing('NO_HISTORY');
  const { factor, finishes } = remaining;
  const share_after = due === null || due < today ? null : 1 - remaining.shareBy(due - today);
  return {
    ...{ p50, p80, p90, p95 },
    product_factor: Number(factor.toFixed(4)),
    cases: finishes,
    no_forecast_reason: null,
    share_after: share_after === null ? null : Number(share_after.toFixed(6)),
  };
}

function nothing(no_forecast_reason: NoForecast): Omit<Row, 'of_id'> {
  return {
    p50: null,
    p80: null,
    p90: null,
    p95: null,
    product_factor: null,
    cases: 0,
    no_forecast_reason,
    share_after: null,
  };
}

async function write(client: ClientBase, rows: readonly Row[]): Promise<void> {
  await client.query('DELETE FROM forecast_order');
  await client.query(
    `INSERT INTO forecast_order (of_id, days_p50, days_p80, days_p90, days_p95, product_factor, cases, no_forecast_reason, share_after_due)
     SELECT of_id, p50, p80, p90, p95, product_factor, cases, no_forecast_reason, share_after
     FROM jsonb_to_recordset($1) AS f(of_id integer, p50 integer, p80 integer, p90 integer, p95 integer, product_factor double precision, cases integer, no_forecast_reason text, share_after double precision)`,
    [JSON.stringify(rows)],
  );
}
