import { yearDays } from '../../contract/factory/index.js';
import type { PastOrder } from './past-order.js';

/** Ages beyond this are not told apart, and nothing is learnt there. */
export const lastAgeDays = 1095;

/** The last year counts once, its last 120 days twice more: three times in all. */
export const weightedDays = 120;
export const recentWeight = 2;

/** So many days at risk, at the rate of all families, are mixed into each family's own. */
export const priorDays = 30;

/** Days and finishes of this many ages to either side are counted together. */
export const smoothedAges = 2;

/** A certain finish would make every later day impossible. */
const almostCertain = 1 - 1e-9;

/** Finishes, and days on which an order could have finished, by the order's age. */
interface Counts {
  readonly finishes: Int32Array;
  readonly atRisk: Int32Array;
}

/** What families did by age, at one day: nothing that happened on it or later is known. */
export interface Hazards {
  /** Family -> chance to finish at that age, of an order that has not yet. */
  readonly byFamily: ReadonlyMap<string, Float64Array>;
  /** The same of all families together, for one that had no order at risk. */
  readonly ofAll: Float64Array;
  /** Finishes of the last year that each family rests on. */
  readonly finishes: ReadonlyMap<string, number>;
}

/** The hazards at `day`. Orders that were created later, or are gone, say nothing. */
export function hazardsAt(orders: readonly PastOrder[], day: number): Hazards {
  const year = new Window(day - yearDays, day);
  const recent = new Window(day - weightedDays, day);
  for (const order of orders) {
    if (order.gone || order.created >= day) continue;
    year.add(order);
    recent.add(order);
  }
  const [wholeYear, wholeRecent] = [smooth(year.all), smooth(recent.all)];
  const all = Float64Array.from({ length: lastAgeDays + 1 }, (_, age) =>
    mixed(rateOf(wholeYear, age), rateOf(wholeRecent, age)),
  );
  const byFamily = new Map<string, Float64Array>();
  const finishes = new Map<string, number>();
  for (const [family, counts] of year.byFamily) {
    byFamily.set(family, familyHazard(smooth(counts), smooth(recent.of(family)), all));
    finishes.set(
      family,
      counts.finishes.reduce((sum, n) => sum + n, 0),
    );
  }
  return { byFamily, ofAll: all, finishes };
}

function familyHazard(year: Counts, recent: Counts, all: Float64Array): Float64Array {
  return all.map((prior, age) => {
    const finishes = year.finishes[age]! + recentWeight * recent.finishes[age]! + priorDays * prior;
    const atRisk = year.atRisk[age]! + recentWeight * recent.atRisk[age]! + priorDays;
    return finishes / atRisk;
  });
}

/** Null where no order was at risk. */
function rateOf({ finishes, atRisk }: Counts, age: number): number | null {
  return atRisk[age]! === 0 ? null : finishes[age]! / atRisk[age]!;
}

/**
 * Whoever was at risk in the last 120 days was at risk in the last year as well, so the year decides whether an age
 * has a hazard.
 */
function mixed(year: number | null, recent: number | null): number {
  if (year === null) return 0;
  return recent === null ? year : (year + recentWeight * recent) / (1 + recentWeight);
}

/** What is counted of the days from `from` to the one before `until`. */
class Window {
  readonly byFamily = new Map<string, Counts>();
  readonly #from: number;
  readonly #until: number;

  constructor(from: number, until: number) {
    this.#from = from;
    this.#until = until;
  }

  of(family: string): Counts {
    const found = this.byFamily.get(family);
    if (found !== undefined) return found;
    const made = noCounts();
    this.byFamily.set(family, made);
    return made;
  }

  /** Until `all` or `smooth` reads them, `atRisk` holds differences: +1 where a stretch of ages begins, -1 behind its end. */
  add({ family, created, finished }: PastOrder): void {
    const first = Math.max(this.#from, created) - created;
    const last = Math.min(this.#until - 1, finished ?? this.#until) - created;
    if (last < first || first > lastAgeDays) return;
    const { finishes, atRisk } = this.of(family);
    atRisk[first]! += 1;
    if (last < lastAgeDays) atRisk[last + 1]! -= 1;
    if (finished !== null && finished < this.#until && last <= lastAgeDays) finishes[last]! += 1;
  }

  get all(): Counts {
    const sum = noCounts();
    for (const { finishes, atRisk } of this.byFamily.values()) {
      for (let age = 0; age <= lastAgeDays; age++) {
        sum.finishes[age]! += finishes[age]!;
        sum.atRisk[age]! += atRisk[age]!;
      }
    }
    return sum;
  }
}

const noCounts = (): Counts => ({
  finishes: new Int32Array(lastAgeDays + 1),
  atRisk: new Int32Array(lastAgeDays + 1),
});

/** Sums over neighbouring ages, of the counts themselves. */
function smooth({ finishes, atRisk }: Counts): Counts {
  return { finishes: neighbours(finishes), atRisk: neighbours(runningSum(atRisk)) };
}

function runningSum(differences: Int32Array): Int32Array {
  let sum = 0;
  return differences.map((step) => {
    sum += step;
    return sum;
  });
}

function neighbours(values: Int32Array): Int32Array {
  return values.map((_, age) => {
    let sum = 0;
    const last = Math.min(lastAgeDays, age + smoothedAges);
    for (let other = Math.max(0, age - smoothedAges); other <= last; other++) sum += values[other]!;
    return sum;
  });
}

/** At each age the sum over all lower ages: of the hazard itself, or of -log(1 - hazard). */
export function cumulated(hazard: Float64Array, of: 'hazard' | 'log'): Float64Array {
  const sums = new Float64Array(hazard.length + 1);
  for (let age = 0; age < hazard.length; age++) {
    const one = hazard[age]!;
    sums[age + 1] = sums[age]! + (of === 'hazard' ? one : -Math.log1p(-Math.min(almostCertain, one)));
  }
  return sums;
}
