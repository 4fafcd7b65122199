import { ForecastBaseline } from './baseline.js';
import type { BacktestPlan } from './cutoffs.js';
import { type PastOrder, wasOpen } from './past-order.js';
import { RemainingTimes } from './remaining.js';

/** In which order open boats were told to be finished, held against the order in which they were: 1 the same, 0 none. */
export interface FinishOrder {
  readonly cutoff: number;
  readonly orders: number;
  readonly correlation: number;
  readonly baseCorrelation: number;
}

/** Half of like orders are finished by then: the day that the boats are ordered by. */
const middle = 0.5;

export function finishOrders(
  orders: readonly PastOrder[],
  { cutoffs }: BacktestPlan,
  today: number,
): FinishOrder[] {
  return cutoffs.flatMap((cutoff) => {
    const times = new RemainingTimes(orders, cutoff);
    const baseline = new ForecastBaseline(orders, cutoff);
    const open = orders.filter((one) => wasOpen(one, cutoff));
    const never = Number.MAX_SAFE_INTEGER;
    const came = open.map(({ finished }) => (finished === null || finished > today ? never : finished));
    const correlation = rankCorrelation(
      open.map((one) => times.of(one)?.quantile(middle) ?? never),
      came,
    );
    const baseCorrelation = rankCorrelation(
      open.map((one) => baseline.quantileOf(one, middle) ?? never),
      came,
    );
    if (correlation === null || baseCorrelation === null) return [];
    return [{ cutoff, orders: open.length, correlation, baseCorrelation }];
  });
}

/** Spearman's, equal values sharing the mean of their ranks; null where one of the lists has one value only. */
export function rankCorrelation(a: readonly number[], b: readonly number[]): number | null {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (a.length - 1) / 2;
  let [both, ofA, ofB] = [0, 0, 0];
  for (const [at, rank] of x.entries()) {
    both += (rank - mean) * (y[at]! - mean);
    ofA += (rank - mean) ** 2;
    ofB += (y[at]! - mean) ** 2;
  }
  return ofA === 0 || ofB === 0 ? null : both / Math.sqrt(ofA * ofB);
}

function ranksOf(values: readonly number[]): number[] {
  const sorted = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length);
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]!.value === sorted[from]!.value) to += 1;
    for (const { at } of sorted.slice(from, to)) ranks[at] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
}
