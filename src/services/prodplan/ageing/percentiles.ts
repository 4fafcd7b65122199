import { type FlowOrder, milestones } from '../milestones/flow-orders.js';

export const ageingBands = ['UP_TO_P50', 'UP_TO_P85', 'UP_TO_P95', 'BEYOND_P95'] as const;

/** How old finished orders were when they went on from a milestone to the next one. */
export interface LeftAt {
  readonly of: 'FAMILY' | 'ALL';
  readonly orders: number;
  readonly p50: number;
  readonly p85: number;
  readonly p95: number;
}

/** By family (`all`: all of them), then by the place of the milestone that they left. */
export type LeftBy = ReadonlyMap<string, readonly LeftAt[]>;

/** A family with fewer than `fewest` has none; nor has the whole. */
export function percentilesOf(finished: readonly FlowOrder[], fewest: number): LeftBy {
  const ages = new Map<string, number[][]>();
  for (const { familia, reached } of finished) {
    if (reached === null) continue;
    for (const name of ['all', familia]) {
      const own = ages.get(name) ?? milestones.slice(1).map(() => []);
      ages.set(name, own);
      for (const [place, list] of own.entries()) list.push(reached[place + 1]! - reached[0]!);
    }
  }
  return new Map(
    [...ages]
      .filter(([, [first]]) => first!.length >= fewest)
      .map(([name, own]) => [name, own.map((list) => leftBy(list, name === 'all' ? 'ALL' : 'FAMILY'))]),
  );
}

function leftBy(ages: readonly number[], of: LeftAt['of']): LeftAt {
  const sorted = ages.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1]!;
  return { of, orders: sorted.length, p50: at(0.5), p85: at(0.85), p95: at(0.95) };
}

export function leftAt(percentiles: LeftBy, familia: string, place: number): LeftAt | null {
  return (percentiles.get(familia) ?? percentiles.get('all'))?.[place] ?? null;
}

/** Place of the last milestone that an order had reached by the day. */
export function lastReached(reached: readonly (number | null)[], day: number): number {
  return reached.findLastIndex((one) => one !== null && one <= day);
}

export function bandOf(age: number, { p50, p85, p95 }: LeftAt): (typeof ageingBands)[number] {
  if (age <= p50) return 'UP_TO_P50';
  if (age <= p85) return 'UP_TO_P85';
  return age <= p95 ? 'UP_TO_P95' : 'BEYOND_P95';
}
