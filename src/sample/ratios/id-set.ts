const pageBits = 16;
const pageWords = 1 << (pageBits - 5);

/** A set of ids of up to eight digits, one bit each: a million in a Set would take fifty times the memory. */
export class IdSet {
  readonly #pages: (Uint32Array | undefined)[] = [];
  size = 0;

  has(id: number): boolean {
    const word = this.#pages[id >>> pageBits]?.[(id >>> 5) & (pageWords - 1)] ?? 0;
    return (word & (1 << (id & 31))) !== 0;
  }

  /** Answers whether it was new. */
  add(id: number): boolean {
    const number = id >>> pageBits;
    this.#pages[number] ??= new Uint32Array(pageWords);
    const page = this.#pages[number] as Uint32Array;
    const at = (id >>> 5) & (pageWords - 1);
    const bit = 1 << (id & 31);
    const word = page[at] as number;
    if ((word & bit) !== 0) return false;
    page[at] = word | bit;
    this.size++;
    return true;
  }
}
