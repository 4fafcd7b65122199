/** An order as the forecast sees it; days are whole numbers on one scale. */
export interface PastOrder {
  readonly of_id: number;
  readonly family: string;
  readonly created: number | null;
  readonly finished: number | null;
  readonly due: number | null;
  /** It is not finished and will still be delivered. */
  readonly open: boolean;
  /** Day on which each phase first began, in the order of these days. */
  readonly begun: readonly { readonly phase: number; readonly day: number }[];
}

export interface Forecast {
  readonly sample: number;
  readonly basis: 'familia' | 'todas';
  /** Share of the sample that took longer than there was time; null without a due day. */
  readonly lateShare: number | null;
  readonly remaining_p50_days: number;
  readonly remaining_p90_days: number;
  readonly expectedDay: number;
}

export type NoForecast = 'NO_START' | 'NO_HISTORY';

export interface Score {
  readonly day: number;
  readonly orders: number;
  readonly late: number;
  readonly withoutForecast: number;
  readonly brier: number | null;
  readonly baseBrier: number | null;
  readonly baseRate: number | null;
}

/** Fewer past orders than this say nothing. */
export const smallestSample = 20;

/** Only what was finished in the year before counts: factories change. */
export const history_days = 365;

/** The way from creation on, for an order that has not begun. */
const creation = 0;

/** Way longer than this are counted as this. */
const longest_days = 1023;

/** By phase, how many orders took so many days from there to their finish, and in the end: that many or more. */
type WayCounts = Map<number, Int32Array>;

function entryOf<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

const newMap = (): WayCounts => new Map();
const newCounts = (): Int32Array => new Int32Array(longest_days + 2);

/** Days from where an order first began a phase to its finish, by family and phase; what had happened before a day only. */
export class History {
  readonly #ofFamily = new Map<string, WayCounts>();
  readonly #ofAll: WayCounts = new Map();

  constructor(orders: readonly PastOrder[], today: number) {
    for (const { family, created, finished, begun } of orders) {
      if (finished === null || finished >= today || finished < today - history_days) continue;
      const ofFamily = entryOf(this.#ofFamily, family, newMap);
      // Two million of these are counted for a large dump: nothing is allocated for one.
      if (created !== null) this.#count(ofFamily, creation, finished - created);
      for (const { phase, day } of begun) this.#count(ofFamily, phase, finished - day);
    }
    for (const counts of [this.#ofAll, ...this.#ofFamily.values()].flatMap((one) => [...one.values()]))
      for (let days = longest_days; days > 0; days--) counts[days - 1]! += counts[days]!;
  }

  #count(ofFamily: WayCounts, phase: number, days: number): void {
    if (days < 0) return;
    const counted = Math.min(days, longest_days);
    entryOf(ofFamily, phase, newCounts)[counted]! += 1;
    entryOf(this.#ofAll, phase, newCounts)[counted]! += 1;
  }

  /** The remaining way of an order that began a phase on `since` and is not finished before `today`. */
  forecast(family: string, phase: number, since: number, today: number, due: number | null): Forecast | null {
    const waited = Math.max(0, today - since);
    for (const [counts, basis] of [
      [this.#ofFamily.get(family)?.get(phase), 'familia'] as const,
      [this.#ofAll.get(phase), 'todas'] as const,
    ]) {
      const sample = counts?.[Math.min(waited, longest_days + 1)] ?? 0;
      if (counts === undefined || sample < smallestSample) continue;
      const lateFrom = due === null ? null : Math.min(Math.max(waited, due - since + 1), longest_days + 1);
      const p50 = quantile(counts, waited, sample, 0.5);
      const expectedDay = since + p50;
      return {
        sample,
        basis,
        lateShare: lateFrom === null ? null : counts[lateFrom]! / sample,
        remaining_p50_days: expectedDay - today,
        remaining_p90_days: since + quantile(counts, waited, sample, 0.9) - today,
        expectedDay,
      };
    }
    return null;
  }
}

/**
 * The chance of being late: half-way between what the remaining way says and how often orders are late at all. The
 * way alone is too sure of itself, because people hurry what is due and let wait what is not (decision 0019).
 */
export function lateChance(lateShare: number, baseRate: number | null, overdue: boolean): number {
  if (overdue) return 1;
  return baseRate === null ? lateShare : (lateShare + baseRate) / 2;
}

/** The fewest days that at least that share of the sample did not exceed. */
function quantile(atLeast: Int32Array, waited: number, sample: number, share: number): number {
  let days = waited;
  while (days < longest_days && sample - atLeast[days + 1]! < share * sample) days += 1;
  return days;
}

function startsOf(order: PastOrder): { phase: number; day: number }[] {
  return [...(order.created === null ? [] : [{ phase: creation, day: order.created }]), ...order.begun];
}

/**
 * Where an order stood on a day: at the phase that it had begun last, rework of a phase not counting as a new
 * beginning. Null: nothing is known of it.
 */
export function standing(order: PastOrder, before: number): { phase: number; day: number } | null {
  return startsOf(order).findLast(({ day }) => day < before) ?? null;
}

/**
 * The forecast made on a past day, from nothing that happened on it or later, held against what came: orders then open and due from that
 * day on whose due day has passed by now. Due days are today's: the dump does not keep what was promised then.
 */
export function backtest(orders: readonly PastOrder[], day: number, now: number): Score {
  const history = new History(orders, day);
  const baseRate = lateShareKnown(orders, day);
  // Always in one order: the last digit of a sum depends on it, and the same data must give the same scores.
  const judged = orders
    .filter((one) => wasOpen(one, day) && one.due !== null && one.due >= day && one.due < now)
    .sort((a, b) => a.of_id - b.of_id);
  let [late, withoutForecast, squares, baseSquares] = [0, 0, 0, 0];
  for (const order of judged) {
    const at = standing(order, day);
    const forecast = at && history.forecast(order.family, at.phase, at.day, day, order.due);
    if (!forecast) {
      withoutForecast += 1;
      continue;
    }
    const came = order.finished === null || order.finished > order.due! ? 1 : 0;
    late += came;
    squares += (lateChance(forecast.lateShare!, baseRate, order.due! < day) - came) ** 2;
    baseSquares += ((baseRate ?? 0.5) - came) ** 2;
  }
  const n = judged.length - withoutForecast;
  const known = n > 0 && baseRate !== null;
  return {
    day,
    orders: n,
    late,
    withoutForecast,
    brier: known ? squares / n : null,
    baseBrier: known ? baseSquares / n : null,
    baseRate,
  };
}

function wasOpen({ created, finished, open }: PastOrder, day: number): boolean {
  return created !== null && created < day && (finished === null ? open : finished >= day);
}

/** Of the orders with a due day finished in the year before, or open and overdue for less than a year, the share that was late. */
export function lateShareKnown(orders: readonly PastOrder[], day: number): number | null {
  let [known, late] = [0, 0];
  for (const { created, finished, due, open } of orders) {
    if (due === null || (created !== null && created >= day)) continue;
    const ended = finished !== null && finished < day;
    if (
      ended
        ? finished < day - history_days
        : !(open || finished !== null) || due >= day || due < day - history_days
    )
      continue;
    known += 1;
    if (!ended || finished > due) late += 1;
  }
  return known === 0 ? null : late / known;
}
