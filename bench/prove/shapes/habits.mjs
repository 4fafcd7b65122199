/**
 * How one writer of workbooks does things. Each habit is drawn once for a workbook: never, always, or now and then;
 * programs are consistent, and a workbook that does everything at random would never see the fast path.
 */
export class Habits {
  #chances;
  #drawn = new Map();

  constructor(chances) {
    this.#chances = chances;
  }

  /** Whether it is done this time. `share`: of the writers that do it at all. */
  does(habit, share = 0.3) {
    if (!this.#drawn.has(habit)) {
      const has = this.#chances.chance(share);
      this.#drawn.set(habit, has ? this.#chances.pick([1, 1, 0.5, 0.1]) : 0);
    }
    return this.#chances.chance(this.#drawn.get(habit));
  }

  /** The same choice throughout the workbook. */
  choice(habit, options) {
    if (!this.#drawn.has(habit)) this.#drawn.set(habit, this.#chances.pick(options));
    return this.#drawn.get(habit);
  }

  get chances() {
    return this.#chances;
  }
}

/** A writer without any: what it writes is what the fast path is made for. */
export class NoHabits {
  chances;

  constructor(chances) {
    this.chances = chances;
  }

  does() {
    return false;
  }

  choice(_habit, options) {
    return options[0];
  }
}
