import { dayNumber } from '../../answer/day-number.js';
import type { Given } from '../../answer/given.js';
import { fewestBoats } from '../../headline.js';
import type { KnownWaits, PhasePair, WaitingOrder, WithoutWait } from './known-waits.js';
import { none } from './numbers.js';
import { select } from './select.js';
import type { NoWait } from './sweep.js';

/** The waits between two phases. */
export interface SummedWaits extends PhasePair {
  readonly waits: number;
  readonly orders: number;
  readonly seconds: number;
  readonly median_seconds: number;
  readonly p90_seconds: number;
}

export interface FoundWaits {
  readonly pairs: readonly SummedWaits[];
  /** Waits between phases that rarely follow each other; they are in no pair. */
  readonly rare: number;
  readonly withoutWait: Readonly<Record<NoWait, number>>;
}

/**
 * A row that is lost joins two waits into one, between phases that do not follow each other. Of a hundred rows five may
 * be missing before the gate weakens the answer (`route_phases`): so many waits of a phase may be of this kind and say
 * nothing of the two phases. And fewer than `fewestBoats` carry no median.
 */
const rareOneIn = 20;

/** The waits of the phases that began in a period, as they pass the filters. */
export function sumWaits(known: KnownWaits, asked: Given): FoundWaits {
  const meant = asking(known, asked);
  const places = placesOf(known, meant);
  const counted = count(known, places, meant);
  const values = gather(known, places, counted.waits);
  const isRare = rarely(known.pairs, counted.waits);
  const withoutWait = { UNDER_WAY: 0, NO_CREATION: 0, LIES: 0 };
  for (const one of known.withoutWait) if (isOf(one, meant)) withoutWait[one.kind] += 1;
  let [end, rare] = [0, 0];
  const pairs = known.pairs.flatMap((pair, place) => {
    const waits = counted.waits[place]!;
    const first = end;
    end += waits;
    if (waits === 0) return [];
    if (isRare[place]) {
      rare += waits;
      return [];
    }
    return [
      {
        ...pair,
        waits,
        orders: counted.orders[place]!,
        seconds: counted.seconds[place]!,
        median_seconds: select(values, first, end, first + Math.ceil(0.5 * waits) - 1),
        p90_seconds: select(values, first, end, first + Math.ceil(0.9 * waits) - 1),
      },
    ];
  });
  return { pairs, rare, withoutWait };
}

/** By the place of the pair. */
function rarely(pairs: readonly PhasePair[], waits: Int32Array): readonly boolean[] {
  const ofPhase = new Map<number, number>();
  for (const [place, { to }] of pairs.entries()) ofPhase.set(to, (ofPhase.get(to) ?? 0) + waits[place]!);
  return pairs.map(
    ({ to }, place) => waits[place]! < fewestBoats || rareOneIn * waits[place]! < ofPhase.get(to)!,
  );
}

interface Asking {
  /** Days as numbers; the last one belongs to the period. */
  readonly first: number;
  readonly last: number;
  /** 1 where what stands at the place in `orders` or `pairs` passes. */
  readonly orders: Uint8Array;
  readonly pairs: Uint8Array;
  readonly fase_id: number | null;
}

function asking({ orders, pairs }: KnownWaits, { from, to, produto_id, familia, fase_id }: Given): Asking {
  const passes = (one: WaitingOrder): boolean =>
    (produto_id === null || one.produto_id === produto_id) && (familia === null || one.familia === familia);
  return {
    first: from === null ? Number.NEGATIVE_INFINITY : dayNumber(from),
    last: to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
    orders: Uint8Array.from(orders, (one) => Number(passes(one))),
    pairs: Uint8Array.from(pairs, ({ to: begun }) => Number(fase_id === null || begun === fase_id)),
    fase_id,
  };
}

function isOf({ order, day, fase_id }: WithoutWait, asked: Asking): boolean {
  if (day < asked.first || day > asked.last || asked.orders[order] === 0) return false;
  return asked.fase_id === null || fase_id === asked.fase_id;
}

/** The places of the waits that are asked for. */
function placesOf({ order, pair, day }: KnownWaits, asked: Asking): Int32Array {
  const [from, end] = [firstFrom(day, asked.first), firstFrom(day, asked.last + 1)];
  const places = new Int32Array(Math.max(0, end - from));
  let count = 0;
  for (let at = from; at < end; at++)
    if (asked.orders[order[at]!] === 1 && asked.pairs[pair[at]!] === 1) places[count++] = at;
  return places.subarray(0, count);
}

/** How many are of an earlier day. */
function firstFrom(days: Int32Array, day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (days[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Counted {
  readonly waits: Int32Array;
  readonly orders: Int32Array;
  readonly seconds: Float64Array;
}

/** By the place of the pair. */
function count(
  { pairs, pair, dayBefore, seconds }: KnownWaits,
  places: Int32Array,
  { first }: Asking,
): Counted {
  const made = {
    waits: new Int32Array(pairs.length),
    orders: new Int32Array(pairs.length),
    seconds: new Float64Array(pairs.length),
  };
  for (const at of places) {
    const place = pair[at]!;
    made.waits[place]! += 1;
    made.seconds[place]! += seconds[at]!;
    // An order is counted with the first of its waits within the period.
    if (dayBefore[at] === none || dayBefore[at]! < first) made.orders[place]! += 1;
  }
  return made;
}

/** The waits themselves, those of one pair together and in no order. */
function gather({ pair, seconds }: KnownWaits, places: Int32Array, waits: Int32Array): Int32Array {
  const next = new Int32Array(waits.length);
  for (let place = 1; place < next.length; place++) next[place] = next[place - 1]! + waits[place - 1]!;
  const values = new Int32Array(places.length);
  for (const at of places) values[next[pair[at]!]!++] = seconds[at]!;
  return values;
}
