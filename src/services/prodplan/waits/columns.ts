import { none } from '../numbers.js';
import { type NoWait, noWaits, type Taker } from './sweep.js';

/** The phase left and the phase begun. */
export interface PhasePair {
  /** Null: the creation. */
  readonly from: number | null;
  readonly to: number;
}

/** Column by column, in the order of the days, which are counted from 2000-01-01. */
export interface Waits {
  /** Places of the order and of the pair. */
  readonly order: Int32Array;
  readonly pair: Int32Array;
  readonly day: Int32Array;
  /** The day of the wait before of the same order and pair; `none`: it is the first. */
  readonly dayBefore: Int32Array;
  readonly seconds: Int32Array;
}

/** Phases that began without a wait, in the order of the days. */
export interface BegunPhases {
  readonly order: Int32Array;
  readonly day: Int32Array;
  readonly fase_id: Int32Array;
  /** Place in `noWaits`. */
  readonly kind: Int32Array;
}

const daySeconds = 86_400;

/** The columns while they are filled, order by order and in each as its phases began. */
export class WaitColumns {
  readonly #waits: { [name in keyof Waits]: Int32Array };
  readonly #begun: { [name in keyof BegunPhases]: Int32Array };
  #waitCount = 0;
  #begunCount = 0;
  readonly #pairs: PhasePair[] = [];
  readonly #placeOfPair = new Map<number | null, Map<number, number>>();
  /** By the place of the pair: the order that last waited so, and the day. */
  readonly #lastOrder: number[] = [];
  readonly #lastDay: number[] = [];

  /** At most so many phases began. */
  constructor(most: number) {
    const column = (): Int32Array => new Int32Array(most);
    this.#waits = { order: column(), pair: column(), day: column(), dayBefore: column(), seconds: column() };
    this.#begun = { order: column(), day: column(), fase_id: column(), kind: column() };
  }

  of(order: number): Taker {
    return {
      wait: (began, from, to, seconds) => this.#addWait(order, began, this.#placeOf(from, to), seconds),
      noWait: (kind, began, fase_id) => this.#addBegun(order, began, fase_id, kind),
    };
  }

  inOrder(): { pairs: readonly PhasePair[]; waits: Waits; withoutWait: BegunPhases } {
    return {
      pairs: this.#pairs,
      waits: byDay(this.#waits, this.#waitCount),
      withoutWait: byDay(this.#begun, this.#begunCount),
    };
  }

  #addWait(order: number, began: number, pair: number, seconds: number): void {
    const [waits, at, day] = [this.#waits, this.#waitCount++, Math.floor(began / daySeconds)];
    waits.order[at] = order;
    waits.pair[at] = pair;
    waits.day[at] = day;
    waits.dayBefore[at] = this.#lastOrder[pair] === order ? this.#lastDay[pair]! : none;
    waits.seconds[at] = seconds;
    this.#lastOrder[pair] = order;
    this.#lastDay[pair] = day;
  }

  #addBegun(order: number, began: number, fase_id: number, kind: NoWait): void {
    const [begun, at] = [this.#begun, this.#begunCount++];
    begun.order[at] = order;
    begun.day[at] = Math.floor(began / daySeconds);
    begun.fase_id[at] = fase_id;
    begun.kind[at] = noWaits.indexOf(kind);
  }

  #placeOf(from: number | null, to: number): number {
    const known = this.#placeOfPair.get(from) ?? new Map<number, number>();
    this.#placeOfPair.set(from, known);
    const place = known.get(to) ?? this.#pairs.length;
    if (place === this.#pairs.length) {
      known.set(to, place);
      this.#pairs.push({ from, to });
    }
    return place;
  }
}

/** The first `count` values of every column by their day, those of one day as they stand: every day is given its room, and there are few of them. */
function byDay<T extends { readonly day: Int32Array }>(columns: T, count: number): T {
  const places = placesByDay(columns.day.subarray(0, count));
  const named = Object.entries(columns).map(([name, column]) => [name, picked(column, places)]);
  return Object.fromEntries(named) as T;
}

function picked(column: Int32Array, places: Int32Array): Int32Array {
  const values = new Int32Array(places.length);
  for (let at = 0; at < places.length; at++) values[at] = column[places[at]!]!;
  return values;
}

function placesByDay(days: Int32Array): Int32Array {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  if (days.length === 0) return new Int32Array(0);
  const next = new Int32Array(last - first + 2);
  for (const day of days) next[day - first + 1]! += 1;
  for (let at = 1; at < next.length; at++) next[at]! += next[at - 1]!;
  const places = new Int32Array(days.length);
  for (let at = 0; at < days.length; at++) places[next[days[at]! - first]!++] = at;
  return places;
}
