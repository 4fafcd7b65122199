import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import { countNumbers, readNumbers } from './numbers.js';
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

/** Every wait there is, column by column; those of one order stand together. Days are counted from 2000-01-01. */
export interface KnownWaits {
  readonly orders: readonly WaitingOrder[];
  readonly pairs: readonly PhasePair[];
  /** Places in `orders` and `pairs`. */
  readonly order: Int32Array;
  readonly pair: Int32Array;
  readonly day: Int32Array;
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
    const filled = (column: Int32Array): Int32Array => column.slice(0, this.#count);
    return {
      orders,
      pairs: this.#pairs,
      order: filled(this.#order),
      pair: filled(this.#pair),
      day: filled(this.#day),
      seconds: filled(this.#seconds),
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
