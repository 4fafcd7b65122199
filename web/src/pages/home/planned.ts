import type { AnswerOf } from '../../api/client.ts';
import { endangeredStatuses, openStates } from '../../api/codes.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { dayAfter } from '../../words/format.ts';

/** The days that are looked at, the day of the file among them. */
const horizonDays = 14;
export const mostRows = 1000;

type Order = NonNullable<AnswerOf<'/api/prodplan/orders'>['data']>[number];

/** Boats in hand whose planned shipping day lies in the next two weeks. */
export const usePlanned = (day: string) =>
  useAnswer('/api/prodplan/orders', {
    query: {
      due_from: day,
      due_to: dayAfter(day, horizonDays - 1),
      state: openStates.join(','),
      is_zombie: 'false',
      sort: 'due',
      limit: mostRows,
    },
  });

export interface ShippingDay {
  readonly day: string;
  readonly boats: number;
  readonly ready: number;
  readonly inProduction: number;
  readonly notBegun: number;
  /** At risk or late, of whichever state. */
  readonly endangered: number;
}

/** One line a day that has boats, the nearest first. */
export function shippingDays(orders: readonly Order[]): ShippingDay[] {
  const byDay = Map.groupBy(
    orders.filter((one) => one.due_day !== null),
    (one) => one.due_day!,
  );
  return [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, boats]) => {
      const count = (holds: (one: Order) => boolean): number => boats.filter(holds).length;
      return {
        day,
        boats: boats.length,
        ready: count((one) => one.state === 'AWAITING_SHIPPING'),
        inProduction: count((one) => one.state === 'IN_PROGRESS'),
        notBegun: count((one) => one.state === 'CREATED'),
        endangered: count((one) => endangeredStatuses.some((status) => status === one.due_status)),
      };
    });
}
