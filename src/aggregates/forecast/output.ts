import { yearDays } from '../../contract/factory/index.js';
import { type PastOrder, wasOpen } from './past-order.js';
import { RemainingTimes } from './remaining.js';

/** The pace is that of so many days: 13 weeks. */
export const paceDays = 91;

/** How far ahead the output is told. */
export const outputHorizons = [28, 56] as const;

/** The season is told from years before, at whole weeks so that weekdays agree, and from this many days to either side. */
export const seasonYearDays = 52 * 7;
const seasonOffsets = [-14, -7, 0, 7, 14] as const;
/** So many years' worth of «no season» are mixed in. */
export const priorSeasons = 2;

/** Boats finished by day, summed so that any stretch is one subtraction. */
export class FinishDays {
  readonly first: number;
  readonly #sums: Float64Array;

  constructor(orders: readonly Pick<PastOrder, 'finished'>[], until: number) {
    const days = orders.flatMap(({ finished }) => (finished === null || finished >= until ? [] : [finished]));
    this.first = days.reduce((least, day) => Math.min(least, day), until);
    this.#sums = new Float64Array(until - this.first + 1);
    for (const day of days) this.#sums[day - this.first + 1]! += 1;
    for (let at = 1; at < this.#sums.length; at++) this.#sums[at]! += this.#sums[at - 1]!;
  }

  /** From a day to the one before another. */
  between(from: number, until: number): number {
    const place = (day: number): number => Math.min(this.#sums.length - 1, Math.max(0, day - this.first));
    return this.#sums[place(until)]! - this.#sums[place(from)]!;
  }
}

/** What the factory's output is told from, on the morning of a day. */
export interface Outlook {
  readonly day: number;
  /** The history begins here: nothing is read of years before. */
  readonly firstDay: number;
  readonly times: RemainingTimes;
  readonly open: readonly PastOrder[];
  /** Orders created in the last `paceDays`. */
  readonly recent: readonly PastOrder[];
  readonly finishes: FinishDays;
}

export function outlookOf(
  orders: readonly PastOrder[],
  finishes: FinishDays,
  day: number,
  firstDay: number,
): Outlook {
  const known = orders.filter(
    ({ created, finished }) => created <= day && !(finished !== null && finished < day - yearDays - 1),
  );
  return {
    day,
    firstDay,
    times: new RemainingTimes(known, day),
    open: known.filter((one) => wasOpen(one, day)),
    recent: known.filter(({ created }) => created < day && created >= day - paceDays),
    finishes,
  };
}

/** Boats out in the days from the outlook's own on: three ways of telling it, and their mean. */
export interface OutputForecast {
  readonly pace: number;
  readonly seasonal: number;
  readonly summed: number;
  readonly expected: number;
}

export function outputOf(outlook: Outlook, horizonDays: number): OutputForecast {
  const { finishes, day } = outlook;
  const pace = (finishes.between(day - paceDays, day) / paceDays) * horizonDays;
  const seasonal = pace * seasonOf(outlook, horizonDays);
  const summed = summedShares(outlook, horizonDays);
  return { pace, seasonal, summed, expected: (pace + seasonal + summed) / 3 };
}

/** What came after the same days of years before, over the pace that they had. */
function seasonOf({ finishes, firstDay, day }: Outlook, horizonDays: number): number {
  let [sum, years] = [priorSeasons, priorSeasons];
  for (
    let at = day - seasonYearDays;
    at - seasonOffsets.at(-1)! - paceDays >= firstDay;
    at -= seasonYearDays
  ) {
    const ratios = seasonOffsets.map((offset) => {
      const pace = finishes.between(at + offset - paceDays, at + offset) / paceDays;
      return pace === 0 ? 1 : finishes.between(at + offset, at + offset + horizonDays) / (pace * horizonDays);
    });
    sum += ratios.reduce((all, one) => all + one, 0) / ratios.length;
    years += 1;
  }
  return sum / years;
}

/** The chances of the open orders, and of as many new ones a day as came in the last 13 weeks. */
function summedShares({ times, open, recent }: Outlook, horizonDays: number): number {
  const ofOpen = open.reduce((sum, one) => sum + (times.of(one)?.shareBy(horizonDays - 1) ?? 0), 0);
  const ofNew = recent.reduce((sum, one) => {
    const remaining = times.ofNew(one);
    if (remaining === null) return sum;
    let days = 0;
    for (let left = 0; left < horizonDays; left++) days += remaining.shareBy(left);
    return sum + days / paceDays;
  }, 0);
  return ofOpen + ofNew;
}

/** Counts of boats are compared by their logarithm, this many boats added to each so that none is without one. */
const addedBoats = 2;

/** How far off a forecast was. */
export function missOf(expected: number, came: number): number {
  return Math.log((came + addedBoats) / (expected + addedBoats));
}

/** Shares of the past misses between which four of five outputs lie, tried on past weeks (bench/FORECAST.md). */
export const outputShares = [0.05, 0.95] as const;

export function outputInterval(expected: number, misses: readonly number[]): { low: number; high: number } {
  const sorted = misses.toSorted((a, b) => a - b);
  const [low, high] = outputShares.map((share) => {
    const miss = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)]!;
    return Math.max(0, Math.round((expected + addedBoats) * Math.exp(miss) - addedBoats));
  });
  return { low: low!, high: high! };
}
