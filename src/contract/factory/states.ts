import { phase, scrapPhases, shippingPhases } from './phases.js';

/** From the first to the last; `stateSql` says which is whose. */
export const orderStates = ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING', 'DONE', 'SCRAPPED'] as const;
export type OrderState = (typeof orderStates)[number];

/** The states of an order that is still to be delivered. */
export const openStates = [
  'CREATED',
  'IN_PROGRESS',
  'AWAITING_SHIPPING',
] as const satisfies readonly OrderState[];

/** How an order stands to its due day. The view `order_facts` decides it (migrations/views/order_facts.sql) by the rule in `late.ts`. */
export const dueStatuses = ['NO_DUE', 'ON_TRACK', 'AT_RISK', 'LATE'] as const;

/** Late, or likely to be. */
export const endangeredStatuses = [
  'AT_RISK',
  'LATE',
] as const satisfies readonly (typeof dueStatuses)[number][];

/** An order that is still to be delivered more days than these after its creation is a zombie: a class of its own, not work in hand. */
export const zombieDays = 365;

/** SQL: the furthest state whose condition holds. `begun`: SQL that says whether a phase other than `notLaminated` has begun. */
export function stateSql(order: string, begun: string): string {
  const at = (...ids: number[]): string => `${order}.of_fase_id IN (${ids.join(', ')})`;
  return `CASE
    WHEN ${at(...scrapPhases)} THEN 'SCRAPPED'
    WHEN ${order}.of_data_acabamento IS NOT NULL OR ${at(phase.delivered)} THEN 'DONE'
    WHEN ${at(...shippingPhases)} THEN 'AWAITING_SHIPPING'
    WHEN ${begun} OR ${order}.of_fase_id <> ${phase.notLaminated} THEN 'IN_PROGRESS'
    ELSE 'CREATED' END`;
}
