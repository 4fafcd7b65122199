import { yearDays } from '../../contract/factory/index.js';
import { cumulated, hazardsAt, lastAgeDays } from './hazard.js';
import type { PastOrder } from './past-order.js';

/** Over the last year, in such steps, a product is held against its family. */
export const stepDays = 14;

/**
 * A product has one pace for each band of age, because it may be quick at the beginning and slow at the end. Each
 * number is the age at which a band begins.
 */
export const bandsFrom = [0, 21, 60, 120] as const;

/** Finishes, as many as the family's hazard expects, that are mixed into a product's own. */
export const priorOpen = 25;
export const priorNew = 12;

/** With fewer finishes in a year nothing is said. */
export const fewestFinishes = 20;

/** Finishes of a product and those that its family's hazard expected, by band of age. */
interface Compared {
  readonly observed: Float64Array;
  readonly expected: Float64Array;
}

/** What is left to go for an order, seen on a day. */
export interface Remaining {
  /** Days from that day until which at least that share of such orders is finished; 0 is the day itself. Null: beyond all that was seen. */
  quantile(share: number): number | null;
  /** The share that is finished `days` days after that day, that day included. */
  shareBy(days: number): number;
  /** The hazard of the family is multiplied by this. */
  readonly factor: number;
  /** Finishes of the family in the year before that day. */
  readonly finishes: number;
}

/**
 * Remaining times as they can be told on the morning of `day`: from the hazard by age and family, and from how each product
 * did against its family. Nothing that happened on `day` or later is known.
 */
export class RemainingTimes {
  readonly #day: number;
  readonly #logs = new Map<string, Float64Array>();
  readonly #logsOfAll: Float64Array;
  readonly #finishes: ReadonlyMap<string, number>;
  readonly #products = new Map<number, Compared>();
  readonly #isTold: boolean;

  constructor(orders: readonly PastOrder[], day: number) {
    this.#day = day;
    const { byFamily, ofAll, finishes } = hazardsAt(orders, day);
    this.#finishes = finishes;
    this.#logsOfAll = cumulated(ofAll, 'log');
    this.#isTold = [...finishes.values()].reduce((sum, n) => sum + n, 0) >= fewestFinishes;
    const expected = new Map<string, Float64Array>();
    for (const [family, hazard] of byFamily) {
      this.#logs.set(family, cumulated(hazard, 'log'));
      expected.set(family, cumulated(hazard, 'hazard'));
    }
    for (const order of orders) this.#compare(order, expected);
  }

  /** Of an order that was created on `created` and is not finished. Null where the past year has too few finishes. */
  of({ family, product, created }: Pick<PastOrder, 'family' | 'product' | 'created'>): Remaining | null {
    const age = Math.max(0, this.#day - created);
    if (!this.#isTold || age > lastAgeDays) return null;
    // An order that is created on the day itself has no age yet: its product's factor is that of all ages together.
    const factor = age === 0 ? this.#factorOfNew(product) : this.#factorAt(product, age);
    return this.#told(family, age, factor);
  }

  /** Of an order that is created now. */
  ofNew({ family, product }: Pick<PastOrder, 'family' | 'product'>): Remaining | null {
    return this.#isTold ? this.#told(family, 0, this.#factorOfNew(product)) : null;
  }

  #told(family: string, age: number, factor: number): Remaining {
    const logs = this.#logs.get(family) ?? this.#logsOfAll;
    const base = logs[age]!;
    return {
      factor,
      finishes: this.#finishes.get(family) ?? 0,
      quantile: (share) => {
        const enough = base - Math.log1p(-share) / factor;
        const behind = firstAtLeast(logs, enough);
        return behind === null ? null : Math.max(0, behind - 1 - age);
      },
      shareBy: (days) =>
        days < 0 ? 0 : -Math.expm1(-factor * (logs[Math.min(logs.length - 1, age + days + 1)]! - base)),
    };
  }

  #factorAt(product: number | null, age: number): number {
    const compared = product === null ? undefined : this.#products.get(product);
    if (compared === undefined) return 1;
    const band = bandOf(age);
    return (compared.observed[band]! + priorOpen) / (compared.expected[band]! + priorOpen);
  }

  #factorOfNew(product: number | null): number {
    const compared = product === null ? undefined : this.#products.get(product);
    if (compared === undefined) return 1;
    return (sum(compared.observed) + priorNew) / (sum(compared.expected) + priorNew);
  }

  /** Adds what an order did, and what its family let expect of it, step by step through the past year. */
  #compare(
    { family, product, created, finished, gone }: PastOrder,
    expected: Map<string, Float64Array>,
  ): void {
    if (gone || product === null || created >= this.#day) return;
    const cumulative = expected.get(family);
    if (cumulative === undefined) return;
    for (let from = this.#day - stepDays; from >= this.#day - yearDays; from -= stepDays) {
      const until = from + stepDays;
      if (created >= until) continue;
      if (finished !== null && finished < from) continue;
      const first = Math.max(from, created) - created;
      const last = Math.min(until - 1, finished ?? until) - created;
      if (first > lastAgeDays) continue;
      const { observed, expected: sums } = this.#of(product);
      const band = bandOf(first);
      sums[band]! += cumulative[Math.min(lastAgeDays, last) + 1]! - cumulative[first]!;
      if (finished !== null && finished < until) observed[band]! += 1;
    }
  }

  #of(product: number): Compared {
    const found = this.#products.get(product);
    if (found !== undefined) return found;
    const made = {
      observed: new Float64Array(bandsFrom.length),
      expected: new Float64Array(bandsFrom.length),
    };
    this.#products.set(product, made);
    return made;
  }
}

function bandOf(age: number): number {
  return bandsFrom.findLastIndex((from) => from <= age);
}

function sum(values: Float64Array): number {
  return values.reduce((all, one) => all + one, 0);
}

/** The least index at which a rising list has reached a value; null where it never does. */
function firstAtLeast(rising: Float64Array, value: number): number | null {
  // Sums differ in their last digits by rounding: what falls short by less than this counts as equal.
  const enough = value - 1e-12;
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! >= enough) high = middle;
    else low = middle + 1;
  }
  return low === rising.length ? null : low;
}
