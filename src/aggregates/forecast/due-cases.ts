import { daysOfMonths } from './cutoffs.js';
import { type PastOrder, wasOpen } from './past-order.js';
import { RemainingTimes } from './remaining.js';

/** A due day as a run saw it; days since 2000-01-01. What withdrawn runs saw is left out. */
export interface SeenDueDay {
  readonly of_id: number;
  /** The day of the dump that showed it. */
  readonly seen: number;
  /** Null: it was taken away. */
  readonly due: number | null;
}

/** An open order at a cut-off, with the due day that a run had shown before. */
export interface DueCase {
  readonly of_id: number;
  readonly cutoff: number;
  readonly due: number;
  readonly seen: number;
  /** Share of like orders that are finished after the due day, as the remaining time tells it at the cut-off. */
  readonly lateShare: number;
  /** Known once the due day has passed. */
  readonly wasLate: boolean;
}

/** The first days of the months since runs have seen due days, up to a day: whatever is judged changes there alone. */
export function anchorsOf(days: readonly SeenDueDay[], today: number): number[] {
  const first = days.reduce((least, one) => Math.min(least, one.seen), Number.POSITIVE_INFINITY);
  return first === Number.POSITIVE_INFINITY ? [] : daysOfMonths(first + 1, today, 1);
}

/** The cases of a cut-off: from due days that a run had shown before it, and finishes before it. */
export function casesAt(
  orders: readonly PastOrder[],
  days: readonly SeenDueDay[],
  cutoff: number,
): DueCase[] {
  const known = lastSeen(days, cutoff);
  const judged = orders.filter((one) => (known.get(one.of_id)?.due ?? -1) >= cutoff && wasOpen(one, cutoff));
  if (judged.length === 0) return [];
  const times = new RemainingTimes(orders, cutoff);
  return judged.flatMap((order) => {
    const { due, seen } = known.get(order.of_id)!;
    const remaining = times.of(order);
    if (remaining === null || due === null) return [];
    const lateShare = 1 - remaining.shareBy(due - cutoff);
    const wasLate = order.finished === null || order.finished > due;
    return [{ of_id: order.of_id, cutoff, due, seen, lateShare, wasLate }];
  });
}

/** The due day of each order as it was last shown before a cut-off; `days` must stand in the order of the runs. */
function lastSeen(days: readonly SeenDueDay[], cutoff: number): Map<number, SeenDueDay> {
  const known = new Map<number, SeenDueDay>();
  for (const one of days) if (one.seen < cutoff) known.set(one.of_id, one);
  return known;
}
