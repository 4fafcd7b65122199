import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';

const query = sqlFile(import.meta.url, 'order-spans.sql', { prepared: true });
const firstDayQuery = sqlFile(import.meta.url, 'first-active-day.sql', { prepared: true });

export const spanQueries = [query, firstDayQuery];

/** An order of which it is known when it was finished, or that it is not. Days are numbers (see `dayNumber`). */
export interface OrderSpan {
  /** Null: nobody knows. */
  readonly created: number | null;
  /** Null: still to be delivered; it then has no lead time either. */
  readonly finished: number | null;
  readonly lead_time_days: number | null;
  /** 0: no product is recorded. */
  readonly produto_id: number;
  readonly familia: string;
}

/** The same orders in two sort orders, so that those of a period are found without reading all of them. */
export interface OrderSet {
  /** By their creation; without those of which nobody knows it. */
  readonly byCreation: readonly (OrderSpan & { readonly created: number })[];
  /** By their finish; without those still to be delivered. */
  readonly byFinish: readonly (OrderSpan & { readonly finished: number; readonly lead_time_days: number })[];
}

export interface OrderSpans {
  readonly all: OrderSet;
  readonly ofFamily: ReadonlyMap<string, OrderSet>;
  readonly ofProduct: ReadonlyMap<number, readonly OrderSpan[]>;
  /** The first day on which the factory worked; null: it never did. */
  readonly firstActiveDay: number | null;
}

/** Of every order; some ten thousand short rows, which stay as long as the data do. */
export async function readSpans({ client, remember }: Context): Promise<OrderSpans> {
  return await remember('kpis.order_spans', async () => {
    const orders = await query.rows<OrderSpan & Record<string, unknown>>(client);
    const [first] = await firstDayQuery.rows<{ day: number | null }>(client);
    const families = groupedBy(orders, ({ familia }) => familia);
    return {
      all: sorted(orders),
      ofFamily: new Map([...families].map(([familia, own]) => [familia, sorted(own)])),
      ofProduct: groupedBy(orders, ({ produto_id }) => produto_id),
      firstActiveDay: first!.day,
    };
  });
}

export interface Filters {
  readonly produto_id: number | null;
  readonly familia: string | null;
}

export function spansPassing(
  { all, ofFamily, ofProduct }: OrderSpans,
  { produto_id, familia }: Filters,
): OrderSet {
  if (produto_id === null) return familia === null ? all : (ofFamily.get(familia) ?? sorted([]));
  const own = ofProduct.get(produto_id) ?? [];
  return sorted(familia === null ? own : own.filter((one) => one.familia === familia));
}

export function sorted(orders: readonly OrderSpan[]): OrderSet {
  return {
    byCreation: orders
      .filter((one): one is OrderSet['byCreation'][number] => one.created !== null)
      .sort((a, b) => a.created - b.created),
    byFinish: orders
      .filter((one): one is OrderSet['byFinish'][number] => one.finished !== null)
      .sort((a, b) => a.finished - b.finished),
  };
}

function groupedBy<K>(orders: readonly OrderSpan[], keyOf: (one: OrderSpan) => K): Map<K, OrderSpan[]> {
  const groups = new Map<K, OrderSpan[]>();
  for (const one of orders) {
    const group = groups.get(keyOf(one));
    if (group === undefined) groups.set(keyOf(one), [one]);
    else group.push(one);
  }
  return groups;
}
