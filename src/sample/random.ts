/**
 * A small seeded generator (mulberry32). Speed matters more than quality here: a full-size workbook draws some
 * fifty million numbers. Every order has its own streams, so that what happens to one never shifts another.
 */
export class Random {
  #state: number;

  constructor(seed: number, ...path: readonly number[]) {
    let state = mix(seed | 0);
    for (const part of path) state = mix(state ^ Math.imul((part | 0) + 0x9e3779b9, 0x85ebca6b));
    this.#state = state;
  }

  /** A stream of its own for one part of what this one is for; costs less than one made from its whole path. */
  fork(part: number): Random {
    return new Random(this.#state ^ Math.imul(part + 1, 0x85ebca6b));
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + this.below(high - low + 1);
  }

  /** Waiting times and durations: many short, few long. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.next());
  }

  /** Roughly normal; three uniforms are near enough for weights. */
  normal(mean: number, deviation: number): number {
    return mean + (this.next() + this.next() + this.next() - 1.5) * 2 * deviation;
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [list[i], list[j]] = [list[j] as T, list[i] as T];
    }
    return list;
  }
}

/** Draws positions of a list in proportion to their weights. */
export class Weighted {
  readonly #sums: Float64Array;

  constructor(weights: readonly number[]) {
    this.#sums = new Float64Array(weights.length);
    let sum = 0;
    for (const [i, weight] of weights.entries()) {
      sum += weight;
      this.#sums[i] = sum;
    }
  }

  draw(random: Random): number {
    const target = random.next() * (this.#sums.at(-1) ?? 0);
    let low = 0;
    let high = this.#sums.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sums[middle] as number) > target) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/** The value of a distribution given by its quantiles, straight lines between them. */
export function quantile(points: readonly (readonly [share: number, value: number])[], u: number): number {
  for (let i = 1; i < points.length; i++) {
    const [share, value] = points[i] as readonly [number, number];
    if (u > share) continue;
    const [share0, value0] = points[i - 1] as readonly [number, number];
    return value0 + ((u - share0) / (share - share0)) * (value - value0);
  }
  return points.at(-1)?.[1] ?? 0;
}

function mix(h: number): number {
  let x = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}
