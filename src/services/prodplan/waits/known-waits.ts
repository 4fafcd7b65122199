import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import { countNumbers, none, readNumbers } from './numbers.js';
import { type NoWait, type OrderPhases, sweep, type Taker } from './sweep.js';

export const waitsQuery = sqlFile(import.meta.url, 'waits.sql', { prepared: true });

export interface WaitingOrder {
  readonly produto_id: number | null;
  readonly familia: string;
}

/** The phase left and the phase begun. */
export interface PhasePair {
  /** Null: the creation. */
  readonly from: number | null;
  readonly to: number;
}

/** Every wait there is, column by column, in the order of the days. Days are counted from 2000-01-01. */
export interface KnownWaits {
  readonly orders: readonly WaitingOrder[];
  readonly pairs: readonly PhasePair[];
  /** Places in `orders` and `pairs`. */
  readonly order: Int32Array;
  readonly pair: Int32Array;
  readonly day: Int32Array;
  /** The day of the wait before of the same order and pair; `none`: it is the first. */
  readonly dayBefore: Int32Array;
  readonly seconds: Int32Array;
  readonly withoutWait: readonly WithoutWait[];
}

/** A phase that began without a wait. */
export interface WithoutWait {
  readonly kind: NoWait;
  readonly order: number;
  readonly day: number;
  readonly fase_id: number;
}

const lists = ['faseof_ids', 'fase_ids', 'sequences', 'started_seconds', 'ended_seconds'] as const;

type Row = WaitingOrder &
  Readonly<Record<(typeof lists)[number], string>> & {
    readonly is_open: boolean;
    readonly created_seconds: number | null;
  };

/** Read once for each state of the data: some sixteen bytes for each phase that ever began. */
export async function readWaits({ client, remember, publication }: Context): Promise<KnownWaits> {
  const asOf = secondsSince2000(publication.as_of);
  return await remember('prodplan.waits', async () =>
    sweptTogether(await waitsQuery.rows<Row & Record<string, unknown>>(client), asOf),
  );
}

function secondsSince2000(moment: string): number {
  return (Date.parse(`${moment}Z`) - Date.parse('2000-01-01')) / 1000;
}

const daySeconds = 86_400;

function sweptTogether(rows: readonly Row[], asOf: number): KnownWaits {
  const counts = rows.map(({ fase_ids }) => countNumbers(fase_ids));
  const made = new Columns(counts.reduce((sum, one) => sum + one, 0));
  const columns = lists.map(() => new Int32Array(Math.max(0, ...counts)));
  for (const [order, row] of rows.entries()) {
    for (const [at, name] of lists.entries()) readNumbers(row[name], columns[at]!);
    const [faseof, fase, sequence, started, ended] = columns as [
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
      Int32Array,
    ];
    const phases: OrderPhases = {
      count: counts[order]!,
      faseof,
      fase,
      sequence,
      started,
      ended,
      created: row.created_seconds,
      isOpen: row.is_open,
    };
    sweep(phases, asOf, made.of(order));
  }
  return made.known(rows.map(({ produto_id, familia }) => ({ produto_id, familia })));
}

/** The columns while they are filled. */
class Columns {
  readonly #order: Int32Array;
  readonly #pair: Int32Array;
  readonly #day: Int32Array;
  readonly #seconds: Int32Array;
  readonly #pairs: PhasePair[] = [];
  readonly #placeOfPair = new Map<number | null, Map<number, number>>();
  readonly #withoutWait: WithoutWait[] = [];
  #count = 0;

  constructor(most: number) {
    this.#order = new Int32Array(most);
    this.#pair = new Int32Array(most);
    this.#day = new Int32Array(most);
    this.#seconds = new Int32Array(most);
  }

  of(order: number): Taker {
    return {
      wait: (began, from, to, seconds) => {
        const at = this.#count++;
        this.#order[at] = order;
        this.#pair[at] = this.#placeOf(from, to);
        this.#day[at] = Math.floor(began / daySeconds);
        this.#seconds[at] = seconds;
      },
      noWait: (kind, began, fase_id) => {
        this.#withoutWait.push({ kind, order, day: Math.floor(began / daySeconds), fase_id });
      },
    };
  }

  known(orders: readonly WaitingOrder[]): KnownWaits {
    const places = byDay(this.#day.subarray(0, this.#count));
    const inOrder = (column: Int32Array): Int32Array => places.map((place) => column[place]!);
    const columns = { order: inOrder(this.#order), pair: inOrder(this.#pair), day: inOrder(this.#day) };
    return {
      orders,
      pairs: this.#pairs,
      ...columns,
      dayBefore: daysBeforeSame(columns, this.#pairs.length),
      seconds: inOrder(this.#seconds),
      withoutWait: this.#withoutWait,
    };
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

/** Places by their day, those of one day as they stand: every day is given its room, and there are few of them. */
function byDay(days: Int32Array): Int32Array {
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

function daysBeforeSame(
  { order, pair, day }: Pick<KnownWaits, 'order' | 'pair' | 'day'>,
  pairs: number,
): Int32Array {
  const lastDays = new Map<number, number>();
  return day.map((own, at) => {
    const same = order[at]! * pairs + pair[at]!;
    const before = lastDays.get(same) ?? none;
    lastDays.set(same, own);
    return before;
  });
}
