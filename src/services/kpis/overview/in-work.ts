import type { InWork } from './littles-law.js';
import type { OrderSet } from './spans.js';

/** The days of a period, as numbers: from its first day to the one before `before`. */
export interface DaySpan {
  readonly first: number;
  readonly before: number;
}

/**
 * Orders in work over a period, and how they left it. An order is in work from the day of its creation to that of its
 * finish, or until it is a zombie. What all of them spent in the period is lead times + ages after - ages before + what
 * zombies take with them, and need not be added up order by order.
 */
export function inWork(orders: OrderSet, { first, before }: DaySpan, zombie_days: number): InWork {
  // One day more than the age limit of zombies: on the day of the limit the order is still in work.
  const longest = zombie_days + 1;
  const atFirst = standing(orders, first, longest);
  const atLast = standing(orders, before, longest);
  const finished = finishedIn(orders, { first, before });
  const zombies = finished.filter((one) => one > longest);
  return {
    days: before - first,
    finished: finished.length,
    lead_days: sum(finished),
    orders_before: atFirst.orders,
    age_days_before: atFirst.age_days,
    orders_after: atLast.orders,
    age_days_after: atLast.age_days,
    became_zombies: becameZombies(orders, { first, before }, longest),
    zombies_finished: zombies.length,
    zombies_lead_days: sum(zombies),
  };
}

/** In work as this day began, and how old they were together. */
function standing(
  { byCreation }: OrderSet,
  day: number,
  longest: number,
): { readonly orders: number; readonly age_days: number } {
  const created = between(byCreation, 'created', { first: day - longest, before: day });
  const still = created.filter(({ finished }) => finished === null || finished >= day);
  return { orders: still.length, age_days: sum(still.map((one) => day - one.created)) };
}

function becameZombies({ byCreation }: OrderSet, { first, before }: DaySpan, longest: number): number {
  const turned = { first: first - longest, before: before - longest };
  return between(byCreation, 'created', turned).filter(
    ({ lead_time_days }) => lead_time_days === null || lead_time_days > longest,
  ).length;
}

/** Lead times of the orders finished in the period. */
function finishedIn({ byFinish }: OrderSet, days: DaySpan): number[] {
  return between(byFinish, 'finished', days).map(({ lead_time_days }) => lead_time_days);
}

/** Those of these days, of a list in their order. */
function between<K extends string, T extends Readonly<Record<K, number>>>(
  list: readonly T[],
  name: K,
  { first, before }: DaySpan,
): T[] {
  return list.slice(placeOf(list, name, first), placeOf(list, name, before));
}

/** How many are of an earlier day. */
function placeOf<K extends string, T extends Readonly<Record<K, number>>>(
  list: readonly T[],
  name: K,
  day: number,
): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]![name] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const one of values) total += one;
  return total;
}

export interface LeadTimes {
  readonly lead_time_orders: number;
  readonly lead_time_days_median: number | null;
  readonly lead_time_days_p90: number | null;
  readonly lead_time_days_mean: number | null;
}

/** Of the orders finished in the period; a percentile is the least number of days that as many do not exceed. */
export function leadTimes(orders: OrderSet, period: DaySpan): LeadTimes {
  // Numbers in a row of their own are sorted without being compared one by one in the program.
  const days = Int32Array.from(finishedIn(orders, period)).sort();
  const percentile = (tenths: number): number | null =>
    days[Math.ceil((tenths * days.length) / 10) - 1] ?? null;
  return {
    lead_time_orders: days.length,
    lead_time_days_median: percentile(5),
    lead_time_days_p90: percentile(9),
    lead_time_days_mean: days.length === 0 ? null : sum(days) / days.length,
  };
}
