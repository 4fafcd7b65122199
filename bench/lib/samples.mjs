/** Every counted run of every case, by the case's id. */
export class Samples {
  #byId = new Map();
  #failed = new Map();
  #watched = new Map();

  add(id, sample) {
    if (!this.#byId.has(id)) this.#byId.set(id, []);
    this.#byId.get(id).push(sample);
  }

  /** What the server held in the warm-up run, which alone is watched. */
  watch(id, serverMb) {
    this.#watched.set(id, serverMb);
  }

  watched(id) {
    return this.#watched.get(id) ?? null;
  }

  fail(id, reason) {
    this.#failed.set(id, reason);
  }

  failure(id) {
    return this.#failed.get(id) ?? null;
  }

  has(id) {
    return this.#byId.has(id);
  }

  /** Median, smallest, largest of one figure; null where the case was not run. */
  of(id, pick = (sample) => sample.wallSeconds) {
    const values = (this.#byId.get(id) ?? []).map(pick).filter((value) => typeof value === 'number');
    if (values.length === 0) return null;
    const sorted = values.toSorted((a, b) => a - b);
    const middle = sorted.length >> 1;
    const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return { median, min: sorted[0], max: sorted.at(-1), runs: sorted.length };
  }

  median(id, pick) {
    return this.of(id, pick)?.median ?? null;
  }
}
