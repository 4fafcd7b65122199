import type { PhaseMoments } from '../known-phase-moments.js';
import { none } from '../numbers.js';

/** The phases of one order, and what is known of it. */
export interface OrderPhases extends PhaseMoments {
  /** Null: nobody knows when it was created. */
  readonly created: number | null;
  readonly isOpen: boolean;
}

/** What is said of each phase that began, in the order in which they did. */
export interface Taker {
  wait(began: number, from: number | null, to: number, seconds: number): void;
  noWait(kind: NoWait, began: number, fase_id: number): void;
}

/** Why a phase that began tells of no wait. */
export const noWaits = ['UNDER_WAY', 'NO_CREATION', 'LIES'] as const;
export type NoWait = (typeof noWaits)[number];

/**
 * How long an order had stood before each of its phases began: since the last of the phases begun before has ended. One
 * without an end keeps it busy for good while the order is open, and no longer than its own start where it is not; one
 * whose dates contradict each other, or lie after the dump's moment, keeps nothing busy.
 */
export function sweep(order: OrderPhases, asOf: number, taker: Taker): void {
  let busy: Busy = { until: order.created ?? Number.NaN, fase_id: null };
  for (const at of asTheyBegan(order)) {
    const [began, ended, fase_id] = [order.started[at]!, order.ended[at]!, order.fase[at]!];
    if (lies(began, ended, asOf)) {
      if (began !== none) taker.noWait('LIES', began, fase_id);
      continue;
    }
    if (began !== none) tell(taker, busy, began, fase_id);
    const withoutEnd = order.isOpen ? Number.POSITIVE_INFINITY : began;
    busy = later(busy, { until: ended === none ? withoutEnd : ended, fase_id });
  }
}

/** Until when the order is busy, and with what; null: it was created then, if that is known. */
interface Busy {
  readonly until: number;
  readonly fase_id: number | null;
}

function tell(taker: Taker, busy: Busy, began: number, fase_id: number): void {
  const seconds = began - busy.until;
  if (seconds >= 0) taker.wait(began, busy.fase_id, fase_id, Math.min(seconds, mostSeconds));
  else taker.noWait(busy.fase_id === null ? 'NO_CREATION' : 'UNDER_WAY', began, fase_id);
}

/** A century, typed wrong, is cut to 68 years. */
const mostSeconds = 2_147_483_647;

/** Of two phases that end together the one with the higher number counts as the one that was left. */
function later(one: Busy, other: Busy & { readonly fase_id: number }): Busy {
  if (one.fase_id === null || other.until > one.until) return other;
  return other.until === one.until && other.fase_id > one.fase_id ? other : one;
}

function lies(began: number, ended: number, asOf: number): boolean {
  if (began !== none && ended !== none && ended < began) return true;
  return began > asOf || ended > asOf;
}

/** Places of the phases by when they began (or ended, where that is not known), then by their place in the route. */
export function asTheyBegan({ count, started, ended, sequence, faseof }: PhaseMoments): number[] {
  const moment = (at: number): number => (started[at] === none ? ended[at]! : started[at]!);
  const place = (at: number): number => (sequence[at] === none ? Number.POSITIVE_INFINITY : sequence[at]!);
  return Array.from({ length: count }, (_, at) => at).sort((a, b) => {
    const apart = moment(a) - moment(b);
    if (apart !== 0) return apart;
    return place(a) === place(b) ? faseof[a]! - faseof[b]! : place(a) - place(b);
  });
}
