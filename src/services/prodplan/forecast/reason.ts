import { noForecastReasons } from '../../../aggregates/index.js';

/** Why an order is expected when it is: the first that holds. Where there is no forecast, why not. */
export const forecastReasons = [
  ...noForecastReasons,
  'REWORK',
  'NOT_BEGUN',
  'STANDING',
  'QUEUE',
  'DUE_BEFORE',
  'RARE_MODEL',
  'ON_PACE',
] as const;
export type ForecastReason = (typeof forecastReasons)[number];

/** A stay is told only from so many; a queue from so many boats; a model is rare with fewer finishes in a year. */
export const fewestStays = 20;
export const fewestQueued = 5;
export const rareBelow = 5;
/** It takes so many times the phase's median stay to clear what stands there. */
export const longQueue = 2;
export const latelyDays = 28;

export interface Stay {
  readonly fase_id: number;
  readonly stays: number;
  readonly median_days: number | null;
  readonly p90_days: number | null;
  readonly ended_lately: number;
}

export interface Usual {
  readonly stays: ReadonlyMap<number, Stay>;
  /** By family: days from creation to the first phase begun. */
  readonly starts: ReadonlyMap<string, number>;
  /** Open orders by phase, zombies left out. */
  readonly queued: ReadonlyMap<number, number>;
  readonly finishesOfProduct: ReadonlyMap<number, number>;
}

export interface OrderWithReason {
  readonly produto_id: number | null;
  readonly familia: string;
  readonly fase_id: number | null;
  readonly state: string;
  readonly age_days: number | null;
  readonly days_left: number | null;
  readonly remaining_days_median: number | null;
  readonly reworks_left: number;
  readonly standing_days: number | null;
  readonly no_forecast_reason: (typeof noForecastReasons)[number] | null;
}

/** `value` is the order's own number, `usual` what is usual, where there is such. */
export interface Reason {
  readonly reason: ForecastReason;
  readonly reason_value: number | null;
  readonly reason_usual: number | null;
}

export function reasonOf(order: OrderWithReason, usual: Usual): Reason {
  const { no_forecast_reason, reworks_left, standing_days, age_days } = order;
  if (no_forecast_reason !== null) return told(no_forecast_reason, age_days);
  if (reworks_left > 0) return told('REWORK', reworks_left);
  if (order.state === 'CREATED') return told('NOT_BEGUN', age_days, usual.starts.get(order.familia) ?? null);
  const stay = order.fase_id === null ? undefined : usual.stays.get(order.fase_id);
  if (standing_days !== null && stay !== undefined && stay.stays >= fewestStays)
    if (standing_days > stay.p90_days!) return told('STANDING', standing_days, stay.median_days);
  return ofQueue(order, stay, usual) ?? ofDueDay(order) ?? ofModel(order, usual);
}

function ofQueue({ fase_id }: OrderWithReason, stay: Stay | undefined, { queued }: Usual): Reason | null {
  const boats = fase_id === null ? 0 : (queued.get(fase_id) ?? 0);
  if (boats < fewestQueued || stay === undefined || stay.stays < fewestStays || stay.ended_lately === 0)
    return null;
  const days = (boats / stay.ended_lately) * latelyDays;
  return days > longQueue * stay.median_days! ? told('QUEUE', boats, days) : null;
}

function ofDueDay({ days_left, remaining_days_median: median }: OrderWithReason): Reason | null {
  if (days_left === null || median === null || median <= days_left) return null;
  return told('DUE_BEFORE', days_left, median);
}

function ofModel(
  { produto_id, remaining_days_median }: OrderWithReason,
  { finishesOfProduct }: Usual,
): Reason {
  const finishes = produto_id === null ? 0 : (finishesOfProduct.get(produto_id) ?? 0);
  return finishes < rareBelow ? told('RARE_MODEL', finishes) : told('ON_PACE', remaining_days_median);
}

function told(reason: ForecastReason, value: number | null, usual: number | null = null): Reason {
  return { reason, reason_value: value, reason_usual: usual };
}
