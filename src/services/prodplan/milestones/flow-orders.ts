import { noFamily, type OrderState, orderStates, productFamilies } from '../../../contract/factory/index.js';
import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import { dayText } from '../known-outlook.js';
import { countNumbers, none, readNumbers } from '../numbers.js';

export const flowOrdersQuery = sqlFile(import.meta.url, 'flow-orders.sql', { prepared: true });

export const flowFamilies = [...productFamilies, noFamily] as const;

/** What a boat passes, in this order; the last one is its finish. */
export const milestones = ['CREATED', 'STARTED', 'DEMOULDED', 'CONTROLLED', 'FINISHED'] as const;
export type Milestone = (typeof milestones)[number];

/** Days are numbers since 2000-01-01. */
export interface FlowOrder {
  readonly of_id: number;
  /** 0: none. */
  readonly produto_id: number;
  readonly familia: (typeof flowFamilies)[number];
  readonly state: OrderState;
  readonly finished: number | null;
  /** Null: not finished, scrapped, or the days cannot be. */
  readonly lead_time_days: number | null;
  readonly reworks: number;
  /** Family and month of finishing: what its lead time is compared within; null where it has none. */
  readonly stratum: string | null;
  /**
   * By the place of the milestone, the day on which it or a later one was reached, never before the creation; null: not yet. Null
   * altogether where nobody knows its creation, where it was scrapped, or where its finish cannot be.
   */
  readonly reached: readonly (number | null)[] | null;
}

const columns = [
  ...(['of_id', 'produto_id', 'familia', 'state', 'created', 'started', 'demoulded', 'controlled'] as const),
  ...(['finished', 'lead_time_days', 'reworks'] as const),
] as const;
type Column = (typeof columns)[number];

/** Read once for each state of the data, as a handful of texts: a row for each order would take ten times as long. */
export async function readFlowOrders({ client, remember }: Context): Promise<readonly FlowOrder[]> {
  return await remember('prodplan.flow_orders', async () => {
    const [row] = await flowOrdersQuery.rows<Record<Column, string | null>>(client, {
      families: flowFamilies,
      states: orderStates,
    });
    if (row?.of_id == null) return [];
    const count = countNumbers(row.of_id);
    const values = Object.fromEntries(
      columns.map((name) => {
        const column = new Int32Array(count);
        readNumbers(row[name]!, column);
        return [name, column];
      }),
    ) as Record<Column, Int32Array>;
    const months = new Map<number, string>();
    const monthOf = (day: number): string => {
      const known = months.get(day) ?? dayText(day).slice(0, 7);
      months.set(day, known);
      return known;
    };
    return Array.from({ length: count }, (_, at) => orderAt(values, at, monthOf));
  });
}

function orderAt(
  values: Record<Column, Int32Array>,
  at: number,
  monthOf: (day: number) => string,
): FlowOrder {
  const known = (name: Column): number | null => {
    const value = values[name][at]!;
    return value === none ? null : value;
  };
  const state = orderStates[values.state[at]! - 1]!;
  const lead_time_days = known('lead_time_days');
  const finished = state === 'DONE' ? known('finished') : null;
  const familia = flowFamilies[values.familia[at]! - 1]!;
  const isCounted = state !== 'SCRAPPED' && (state !== 'DONE' || lead_time_days !== null);
  return {
    of_id: values.of_id[at]!,
    produto_id: values.produto_id[at]!,
    familia,
    state,
    finished,
    lead_time_days,
    reworks: values.reworks[at]!,
    stratum: lead_time_days === null ? null : `${familia} ${monthOf(finished!)}`,
    reached: isCounted
      ? reachedOf(known('created'), [known('started'), known('demoulded'), known('controlled'), finished])
      : null,
  };
}

/** A milestone that is not on record was reached by the time a later one was: lines of the cumulative flow never cross. */
export function reachedOf(
  created: number | null,
  days: readonly (number | null)[],
): readonly (number | null)[] | null {
  if (created === null) return null;
  let next: number | null = null;
  const reached = days.toReversed().map((day) => {
    if (day !== null) next = next === null ? day : Math.min(day, next);
    return next === null ? null : Math.max(created, next);
  });
  return [created, ...reached.reverse()];
}

export interface FlowFilters {
  readonly produto_id: number | null;
  readonly familia: string | null;
}

export function passesFlow(order: FlowOrder, { produto_id, familia }: FlowFilters): boolean {
  return (
    (produto_id === null || order.produto_id === produto_id) &&
    (familia === null || order.familia === familia)
  );
}
