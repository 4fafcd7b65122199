import type { ClientBase } from 'pg';
import type { Scope } from '../scope.js';
import { oldestOpen_days, type PastOrder } from './past-order.js';
import { epoch, readPastOrders } from './past-orders.js';
import { RemainingTimes } from './remaining.js';

/** Shares of like orders that are finished by the days that are told. */
export const toldShares = [0.5, 0.8, 0.9, 0.95] as const;

/** Longer than this before a day nothing counts; the compared steps reach a whole year back. */
const learnt_days = 366;

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
  readonly fator: number | null;
  readonly casos: number;
  readonly razao: NoForecast | null;
  /** Share of like orders that are finished after the due day. */
  readonly depois: number | null;
}

/** Remaining times of all open orders, all anew: they move with the dump's clock. `agg_ordem` must be refreshed. */
export async function refreshForecast({ client, asOf }: Scope): Promise<void> {
  const today = await dayOf(client, asOf);
  const orders = await readPastOrders(client, today - learnt_days);
  const times = new RemainingTimes(orders, today);
  const byId = new Map(orders.map((one) => [one.of_id, one]));
  const open = await client.query<Open>(
    `SELECT of_id, dia_previsto - ${epoch} AS due FROM agg_ordem WHERE aberta ORDER BY of_id`,
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
  if (today - order.created > oldestOpen_days) return nothing('TOO_OLD');
  const remaining = times.of(order);
  const [p50 = null, p80 = null, p90 = null, p95 = null] = toldShares.map(
    (share) => remaining?.quantile(share) ?? null,
  );
  if (remaining === null || p50 === null) return nothing('NO_HISTORY');
  const { factor, finishes } = remaining;
  const depois = due === null || due < today ? null : 1 - remaining.shareBy(due - today);
  return {
    ...{ p50, p80, p90, p95 },
    fator: Number(factor.toFixed(4)),
    casos: finishes,
    razao: null,
    depois: depois === null ? null : Number(depois.toFixed(6)),
  };
}

function nothing(razao: NoForecast): Omit<Row, 'of_id'> {
  return { p50: null, p80: null, p90: null, p95: null, fator: null, casos: 0, razao, depois: null };
}

async function write(client: ClientBase, rows: readonly Row[]): Promise<void> {
  await client.query('DELETE FROM previsao_ordem');
  await client.query(
    `INSERT INTO previsao_ordem (of_id, dias_p50, dias_p80, dias_p90, dias_p95, fator, casos, razao, parte_depois)
     SELECT of_id, p50, p80, p90, p95, fator, casos, razao, depois
     FROM jsonb_to_recordset($1) AS f(of_id integer, p50 integer, p80 integer, p90 integer, p95 integer, fator double precision, casos integer, razao text, depois double precision)`,
    [JSON.stringify(rows)],
  );
}
