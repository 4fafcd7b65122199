import { yearDays } from '../../contract/factory/index.js';
import type { PastOrder } from './past-order.js';

/** If the family has fewer cases than this, the cases of all families are used. */
const fewestCases = 20;

/**
 * What anybody could say without a model on the morning of `day`: how long orders of the family took that were finished in the year
 * before, those at least as old as this one. Orders still open are left out, so that it looks quicker than the factory is.
 */
export class ForecastBaseline {
  readonly #day: number;
  readonly #ofFamily = new Map<string, number[]>();
  readonly #ofAll: number[] = [];

  constructor(orders: readonly PastOrder[], day: number) {
    this.#day = day;
    for (const { family, created, finished } of orders) {
      if (finished === null || finished >= day || finished < day - yearDays) continue;
      const own = this.#ofFamily.get(family);
      if (own === undefined) this.#ofFamily.set(family, [finished - created]);
      else own.push(finished - created);
      this.#ofAll.push(finished - created);
    }
    for (const list of [this.#ofAll, ...this.#ofFamily.values()]) list.sort((a, b) => a - b);
  }

  /** Days from `day` on; null where nothing like it was ever finished. */
  quantileOf({ family, created }: Pick<PastOrder, 'family' | 'created'>, share: number): number | null {
    const age = this.#day - created;
    const own = this.#quantile(this.#ofFamily.get(family) ?? [], age, share, fewestCases);
    const days = own ?? this.#quantile(this.#ofAll, age, share, 1);
    return days === null ? null : days - age;
  }

  /** Days from the creation of an order that begins now. */
  quantileOfNew({ family }: Pick<PastOrder, 'family'>, share: number): number | null {
    const own = this.#quantile(this.#ofFamily.get(family) ?? [], 0, share, fewestCases);
    return own ?? this.#quantile(this.#ofAll, 0, share, 1);
  }

  #quantile(leads: readonly number[], age: number, share: number, fewest: number): number | null {
    const first = firstAtLeast(leads, age);
    const cases = leads.length - first;
    if (cases < fewest) return null;
    return leads[first + Math.max(0, Math.ceil(share * cases) - 1)]!;
  }
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}
