import { DistinctSketch } from './distinct-sketch.js';
import { newQuantileSketch, type QuantileSketch } from './quantile-sketch.js';

/** Up to so many different values are counted one by one. An Excel sheet cannot hold more than 1,048,575. */
export const exactDistinct = 1 << 20;

const scratch = new Float64Array(1);
const halves = new Int32Array(scratch.buffer);

/** The values of a table in ascending order, with the rows of each. */
export interface SortedValues {
  readonly values: Float64Array;
  readonly rows: Float64Array;
  readonly total: number;
}

/**
 * Counts numbers: open addressing over flat arrays, so that a million different values cost 24 MB and no object.
 * Beyond the limit the values already known go on being counted, all others go into sketches.
 */
export class NumberTable {
  /** Different values that are counted one by one. */
  size = 0;
  /** Smallest and largest value, whatever the limit. */
  min = Number.POSITIVE_INFINITY;
  max = Number.NEGATIVE_INFINITY;
  readonly #limit: number;
  #keys = new Float64Array(64);
  #counts = new Uint32Array(64);
  #shift = 26;
  #last = Number.NaN;
  #lastSlot = 0;
  #beyond: { distinct: DistinctSketch; quantiles: QuantileSketch; rows: number } | null = null;

  constructor(limit = exactDistinct) {
    this.#limit = limit;
  }

  /** Counts a finite number. */
  add(number: number, rows = 1): void {
    if (number === this.#last) {
      this.#counts[this.#lastSlot]! += rows;
      return;
    }
    // Minus zero is zero.
    const value = number + 0;
    const slot = this.#slotOf(value);
    if (this.#counts[slot] === 0) {
      if (value < this.min) this.min = value;
      if (value > this.max) this.max = value;
      if (this.size >= this.#limit) return this.#addBeyond(value, rows);
      this.#keys[slot] = value;
      this.#counts[slot] = rows;
      this.size++;
      if (this.size * 2 > this.#keys.length) return this.#grow();
    } else this.#counts[slot]! += rows;
    this.#last = value;
    this.#lastSlot = slot;
  }

  /** The rows of one value, where it is counted by itself. */
  rowsOf(value: number): number {
    return this.#counts[this.#slotOf(value)]!;
  }

  get isExact(): boolean {
    return this.#beyond === null;
  }

  /** Different values; an estimate where not exact. */
  get distinct(): number {
    return this.size + (this.#beyond?.distinct.estimate() ?? 0);
  }

  /** Every value that is counted by itself. */
  *entries(): Generator<[value: number, rows: number]> {
    for (let slot = 0; slot < this.#keys.length; slot++) {
      if (this.#counts[slot]! > 0) yield [this.#keys[slot]!, this.#counts[slot]!];
    }
  }

  sorted(): SortedValues {
    const values = new Float64Array(this.size);
    let at = 0;
    let total = 0;
    for (let slot = 0; slot < this.#keys.length; slot++) {
      if (this.#counts[slot] === 0) continue;
      values[at++] = this.#keys[slot]!;
      total += this.#counts[slot]!;
    }
    values.sort();
    const rows = new Float64Array(at);
    // Where every value stands in one row, no count needs to be looked up.
    if (total === at) rows.fill(1);
    else for (let place = 0; place < at; place++) rows[place] = this.rowsOf(values[place]!);
    return { values, rows, total };
  }

  /** All rows, those of the sketch included. */
  get rows(): number {
    let rows = this.#beyond?.rows ?? 0;
    for (let slot = 0; slot < this.#counts.length; slot++) rows += this.#counts[slot]!;
    return rows;
  }

  /** The sketch of all values, null where everything is exact. */
  quantileSketch(): QuantileSketch | null {
    if (this.#beyond === null) return null;
    const sketch = newQuantileSketch();
    sketch.merge(this.#beyond.quantiles);
    for (const [value, rows] of this.entries()) sketch.accept(value, rows);
    return sketch;
  }

  #addBeyond(value: number, rows: number): void {
    this.#beyond ??= { distinct: new DistinctSketch(), quantiles: newQuantileSketch(), rows: 0 };
    scratch[0] = value;
    this.#beyond.distinct.add(halves[0]!, halves[1]!);
    this.#beyond.quantiles.accept(value, rows);
    this.#beyond.rows += rows;
  }

  #slotOf(value: number): number {
    const keys = this.#keys;
    const counts = this.#counts;
    let bits = value | 0;
    if (bits !== value) {
      scratch[0] = value;
      bits = halves[0]! ^ Math.imul(halves[1]!, 0x85ebca6b);
      bits ^= bits >>> 15;
    }
    let slot = Math.imul(bits, 0x9e3779b1) >>> this.#shift;
    while (counts[slot] !== 0 && keys[slot] !== value) slot = slot + 1 === keys.length ? 0 : slot + 1;
    return slot;
  }

  #grow(): void {
    const keys = this.#keys;
    const counts = this.#counts;
    this.#keys = new Float64Array(keys.length * 2);
    this.#counts = new Uint32Array(keys.length * 2);
    this.#shift--;
    this.#last = Number.NaN;
    for (let slot = 0; slot < keys.length; slot++) {
      if (counts[slot] === 0) continue;
      const place = this.#slotOf(keys[slot]!);
      this.#keys[place] = keys[slot]!;
      this.#counts[place] = counts[slot]!;
    }
  }
}
