import { dayNumber } from '../../answer/day-number.js';
import type { Given } from '../../answer/given.js';
import { fewestBoats } from '../../headline.js';
import type { KnownWaits, PhasePair, WaitingOrder } from './known-waits.js';
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
  const isAsked = asking(known, asked);
  const counted = count(known, isAsked);
  const values = gather(known, isAsked, counted.waits);
  const isRare = rarely(known.pairs, counted.waits);
  const withoutWait = { UNDER_WAY: 0, NO_CREATION: 0, LIES: 0 };
  for (const { kind, order, day, fase_id } of known.withoutWait)
    if (isAsked.day(day) && isAsked.order(order) && isAsked.phase(fase_id)) withoutWait[kind] += 1;
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
  day(day: number): boolean;
  /** By its place. */
  order(order: number): boolean;
  /** By the place of the pair. */
  pair(pair: number): boolean;
  phase(fase_id: number): boolean;
}

function asking({ orders, pairs }: KnownWaits, { from, to, produto_id, familia, fase_id }: Given): Asking {
  const first = from === null ? Number.NEGATIVE_INFINITY : dayNumber(from);
  const last = to === null ? Number.POSITIVE_INFINITY : dayNumber(to);
  const passes = (one: WaitingOrder): boolean =>
    (produto_id === null || one.produto_id === produto_id) && (familia === null || one.familia === familia);
  const ofOrders = Uint8Array.from(orders, (one) => Number(passes(one)));
  const ofPairs = Uint8Array.from(pairs, ({ to: begun }) => Number(fase_id === null || begun === fase_id));
  return {
    day: (day) => day >= first && day <= last,
    order: (order) => ofOrders[order] === 1,
    pair: (pair) => ofPairs[pair] === 1,
    phase: (phase) => fase_id === null || phase === fase_id,
  };
}

interface Counted {
  readonly waits: Int32Array;
  readonly orders: Int32Array;
  readonly seconds: Float64Array;
}

/** By the place of the pair. */
function count({ pairs, order, pair, day, seconds }: KnownWaits, isAsked: Asking): Counted {
  const made = {
    waits: new Int32Array(pairs.length),
    orders: new Int32Array(pairs.length),
    seconds: new Float64Array(pairs.length),
  };
  const lastOrder = new Int32Array(pairs.length).fill(-1);
  for (let at = 0; at < day.length; at++) {
    const place = pair[at]!;
    if (!(isAsked.day(day[at]!) && isAsked.pair(place) && isAsked.order(order[at]!))) continue;
    made.waits[place]! += 1;
    made.seconds[place]! += seconds[at]!;
    // The waits of an order stand together: it is counted with the first of them.
    if (lastOrder[place] === order[at]) continue;
    lastOrder[place] = order[at]!;
    made.orders[place]! += 1;
  }
  return made;
}

/** The waits themselves, those of one pair together and in no order. */
function gather({ order, pair, day, seconds }: KnownWaits, isAsked: Asking, waits: Int32Array): Int32Array {
  const next = new Int32Array(waits.length);
  let total = 0;
  for (const [place, many] of waits.entries()) {
    next[place] = total;
    total += many;
  }
  const values = new Int32Array(total);
  for (let at = 0; at < day.length; at++) {
    const place = pair[at]!;
    if (!(isAsked.day(day[at]!) && isAsked.pair(place) && isAsked.order(order[at]!))) continue;
    values[next[place]!] = seconds[at]!;
    next[place]! += 1;
  }
  return values;
}
