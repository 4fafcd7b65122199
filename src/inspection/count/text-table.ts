import type { SharedStrings } from '../../workbook/index.js';
import { DistinctSketch } from './distinct-sketch.js';
import { exactDistinct } from './number-table.js';

/** Counts texts: shared ones by their index in a flat array, the others in a map. */
export class TextTable {
  #strings: SharedStrings;
  readonly #limit: number;
  #shared: Uint32Array | null = null;
  readonly #inline = new Map<string, number>();
  #sketch: DistinctSketch | null = null;
  #rowsBeyond = 0;

  constructor(strings: SharedStrings, limit = exactDistinct) {
    this.#strings = strings;
    this.#limit = limit;
  }

  /** The indexes that follow are those of other texts; what `shared` had to tell is forgotten. */
  useStrings(strings: SharedStrings): void {
    this.#strings = strings;
    this.#shared = null;
  }

  addShared(index: number): void {
    this.#shared ??= new Uint32Array(this.#strings.count);
    this.#shared[index]!++;
  }

  add(text: string, rows = 1): void {
    const before = this.#inline.get(text);
    if (before !== undefined || this.#inline.size < this.#limit) this.#inline.set(text, (before ?? 0) + rows);
    else {
      this.#sketch ??= new DistinctSketch();
      this.#sketch.addText(text);
      this.#rowsBeyond += rows;
    }
  }

  /** Every shared text that occurred, by its index. */
  *shared(): Generator<[index: number, rows: number]> {
    if (this.#shared === null) return;
    for (let index = 0; index < this.#shared.length; index++) {
      if (this.#shared[index]! > 0) yield [index, this.#shared[index]!];
    }
  }

  /** The texts that are not shared; shared ones may be put here when the counting is over. */
  inline(): ReadonlyMap<string, number> {
    return this.#inline;
  }

  get isExact(): boolean {
    return this.#sketch === null;
  }

  get distinct(): number {
    return this.#inline.size + (this.#sketch?.estimate() ?? 0);
  }

  get rows(): number {
    let rows = this.#rowsBeyond;
    for (const count of this.#inline.values()) rows += count;
    return rows;
  }
}

export function sharedText(strings: SharedStrings, index: number): string {
  return strings.bytes.toString('utf8', strings.offsets[index]!, strings.offsets[index + 1]!);
}
