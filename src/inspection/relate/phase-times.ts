const empty = 0;

/** Start and end of every phase by its id: flat arrays with open addressing, 20 bytes a place. */
export class PhaseTimes {
  size = 0;
  #ids = new Int32Array(1024);
  #starts = new Float64Array(1024);
  #ends = new Float64Array(1024);
  #shift = 22;

  /** Inserts the moments of a phase, NaN for none; of several rows with one id the first. */
  add(id: number, start: number, end: number): void {
    const slot = this.#slotOf(id);
    if (this.#ids[slot] !== empty) return;
    this.#ids[slot] = id;
    this.#starts[slot] = start;
    this.#ends[slot] = end;
    this.size++;
    if (this.size * 2 > this.#ids.length) this.#grow();
  }

  /** When it was over, or else had begun; NaN where it is not known. */
  endElseStart(id: number): number {
    const slot = this.#slotOf(id);
    if (this.#ids[slot] === empty) return Number.NaN;
    const end = this.#ends[slot]!;
    return Number.isNaN(end) ? this.#starts[slot]! : end;
  }

  /** When it began, or else was over. */
  startElseEnd(id: number): number {
    const slot = this.#slotOf(id);
    if (this.#ids[slot] === empty) return Number.NaN;
    const start = this.#starts[slot]!;
    return Number.isNaN(start) ? this.#ends[slot]! : start;
  }

  /** Ids are from 1 to 99,999,999: 0 marks a free place. */
  #slotOf(id: number): number {
    const ids = this.#ids;
    let slot = Math.imul(id, 0x9e3779b1) >>> this.#shift;
    while (ids[slot] !== empty && ids[slot] !== id) slot = slot + 1 === ids.length ? 0 : slot + 1;
    return slot;
  }

  #grow(): void {
    const [ids, starts, ends] = [this.#ids, this.#starts, this.#ends];
    this.#ids = new Int32Array(ids.length * 2);
    this.#starts = new Float64Array(ids.length * 2);
    this.#ends = new Float64Array(ids.length * 2);
    this.#shift--;
    for (let slot = 0; slot < ids.length; slot++) {
      if (ids[slot] === empty) continue;
      const place = this.#slotOf(ids[slot]!);
      this.#ids[place] = ids[slot]!;
      this.#starts[place] = starts[slot]!;
      this.#ends[place] = ends[slot]!;
    }
  }
}
