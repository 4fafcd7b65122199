import type { FlowOrder } from '../milestones/flow-orders.js';

/** What happened on some days, and what was in work on them. */
export interface FlowPeriod {
  readonly days: number;
  readonly created: number;
  readonly finished: number;
  readonly lead_days: number;
  /** Boats in work at the end of each day, added up. */
  readonly boat_days: number;
  /** ... at the end of the last one. */
  readonly wip_last: number;
}

/** The first one in so many orders may have been created long before the others. */
const strayOneIn = 100;

/** By day since 2000-01-01: created, finished and their lead times, and what was in work as the day ended. */
export class FlowDays {
  /** The day of the first creation. */
  readonly first: number;
  /** By this day one order in a hundred was created: before it the file tells of a few stray ones. */
  readonly begun: number;
  readonly #created: Int32Array;
  readonly #finished: Int32Array;
  readonly #leadDays: Int32Array;
  readonly #wip: Int32Array;

  /** An order is in work from its creation until its finish, or until it is a zombie. */
  constructor(orders: readonly FlowOrder[], last: number, zombieDays: number) {
    const first = orders.reduce((least, { reached }) => Math.min(least, reached?.[0] ?? last), last);
    const column = (): Int32Array => new Int32Array(last - first + 2);
    [this.#created, this.#finished, this.#leadDays, this.#wip] = [column(), column(), column(), column()];
    this.first = first;
    for (const { reached, finished, lead_time_days } of orders) {
      const created = reached?.[0];
      if (created == null || created > last) continue;
      this.#created[created - first]! += 1;
      const gone = Math.min(finished ?? Number.POSITIVE_INFINITY, created + zombieDays + 1, last + 1);
      this.#wip[created - first]! += 1;
      this.#wip[gone - first]! -= 1;
      if (finished === null || finished > last) continue;
      this.#finished[finished - first]! += 1;
      this.#leadDays[finished - first]! += lead_time_days!;
    }
    const early = orders.length / strayOneIn;
    let [at, created] = [0, this.#created[0]!];
    while (created < early) {
      at += 1;
      created += this.#created[at] ?? early;
    }
    this.begun = first + at;
    this.#sumUp();
  }

  #sumUp(): void {
    for (let at = 1; at < this.#wip.length; at++) this.#wip[at]! += this.#wip[at - 1]!;
  }

  /** From one day to another, both included; days before the first creation had nothing. */
  stretch(from: number, to: number): FlowPeriod {
    const sums = { created: 0, finished: 0, lead_days: 0, boat_days: 0 };
    for (let at = Math.max(0, from - this.first); at <= to - this.first; at++) {
      sums.created += this.#created[at]!;
      sums.finished += this.#finished[at]!;
      sums.lead_days += this.#leadDays[at]!;
      sums.boat_days += this.#wip[at]!;
    }
    return { days: to - from + 1, ...sums, wip_last: this.#wip[to - this.first] ?? 0 };
  }
}
