import { dayNumber } from '../../answer/day-number.js';
import type { Given } from '../../answer/given.js';
import { fewestBoats } from '../../headline.js';
import { none } from '../numbers.js';
import type { PhasePair } from './columns.js';
import type { KnownWaits, WaitingOrders } from './known-waits.js';
import { select } from './select.js';
import { type NoWait, noWaits } from './sweep.js';

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
  return { pairs, rare, withoutWait: countWithoutWait(known, meant) };
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
  readonly produto_id: number | null;
  /** As the orders have it; null: whatever the family. */
  readonly familia: number | null;
  /** 1 where the pair at the place passes. */
  readonly pairs: Uint8Array;
  readonly fase_id: number | null;
}

/** No order is of it. */
const noSuchFamily = -1;

function asking(
  { orders: { families }, pairs }: KnownWaits,
  { from, to, produto_id, familia, fase_id }: Given,
): Asking {
  return {
    first: from === null ? Number.NEGATIVE_INFINITY : dayNumber(from),
    last: to === null ? Number.POSITIVE_INFINITY : dayNumber(to),
    produto_id,
    familia: familia === null ? null : (families.get(familia) ?? noSuchFamily),
    pairs: Uint8Array.from(pairs, ({ to: begun }) => Number(fase_id === null || begun === fase_id)),
    fase_id,
  };
}

function isOf({ produto_id, familia }: WaitingOrders, order: number, asked: Asking): boolean {
  if (asked.produto_id !== null && produto_id[order] !== asked.produto_id) return false;
  return asked.familia === null || familia[order] === asked.familia;
}

/** The places of the waits that are asked for. */
function placesOf({ orders, waits: { order, pair, day } }: KnownWaits, asked: Asking): Int32Array {
  const [from, end] = placesBetween(day, asked);
  const places = new Int32Array(end - from);
  let count = 0;
  for (let at = from; at < end; at++)
    if (asked.pairs[pair[at]!] === 1 && isOf(orders, order[at]!, asked)) places[count++] = at;
  return places.subarray(0, count);
}

function countWithoutWait({ orders, withoutWait }: KnownWaits, asked: Asking): FoundWaits['withoutWait'] {
  const { order, day, fase_id, kind } = withoutWait;
  const [from, end] = placesBetween(day, asked);
  const counts = noWaits.map(() => 0);
  for (let at = from; at < end; at++) {
    if (asked.fase_id !== null && fase_id[at] !== asked.fase_id) continue;
    if (isOf(orders, order[at]!, asked)) counts[kind[at]!]! += 1;
  }
  return Object.fromEntries(noWaits.map((name, at) => [name, counts[at]!])) as FoundWaits['withoutWait'];
}

/** Of days in their order, where those of the period begin and end. */
function placesBetween(days: Int32Array, { first, last }: Asking): readonly [number, number] {
  const from = firstFrom(days, first);
  return [from, Math.max(from, firstFrom(days, last + 1))];
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
  { pairs, waits: { pair, dayBefore, seconds } }: KnownWaits,
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
function gather({ waits: { pair, seconds } }: KnownWaits, places: Int32Array, waits: Int32Array): Int32Array {
  const next = new Int32Array(waits.length);
  for (let place = 1; place < next.length; place++) next[place] = next[place - 1]! + waits[place - 1]!;
  const values = new Int32Array(places.length);
  for (const at of places) values[next[pair[at]!]!++] = seconds[at]!;
  return values;
}
