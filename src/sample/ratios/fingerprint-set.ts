/** A set of 64-bit fingerprints in two flat arrays; a Set of as many numbers is slow and fills the heap. */
export class FingerprintSet {
  #low = new Uint32Array(1 << 12);
  #high = new Uint32Array(1 << 12);
  size = 0;

  add(low: number, high: number): void {
    if (this.size * 2 >= this.#low.length) this.#grow();
    if (this.#put(low >>> 0, high >>> 0 || 1)) this.size++;
  }

  /** Zero in `high` marks a free place. */
  #put(low: number, high: number): boolean {
    const mask = this.#low.length - 1;
    for (let at = (low ^ (high >>> 7)) & mask; ; at = (at + 1) & mask) {
      if (this.#high[at] === 0) {
        this.#low[at] = low;
        this.#high[at] = high;
        return true;
      }
      if (this.#low[at] === low && this.#high[at] === high) return false;
    }
  }

  #grow(): void {
    const [low, high] = [this.#low, this.#high];
    this.#low = new Uint32Array(low.length * 2);
    this.#high = new Uint32Array(low.length * 2);
    for (let at = 0; at < low.length; at++)
      if (high[at] !== 0) this.#put(low[at] as number, high[at] as number);
  }
}
