import { phase as phaseIds } from '../contract/factory/index.js';
import type { OrderHistory } from './history/order.js';
import type { PhaseHistory } from './history/phases.js';
import type { Minute } from './time.js';

/** What a dump at the cut shows of an order's history. Nothing here is drawn: the same past gives the same rows. */
export function isOrderAlive(order: OrderHistory, cut: Minute): boolean {
  return order.createdAt <= cut && cut < order.vanishesAt;
}

export function isStarted(phase: PhaseHistory, cut: Minute): boolean {
  return phase.start <= cut;
}

export function isEnded(phase: PhaseHistory, cut: Minute): boolean {
  return phase.end <= cut && !(phase.reopenedAt <= cut && cut < phase.endedAgainAt);
}

export function endShown(phase: PhaseHistory, cut: Minute): Minute {
  return phase.endedAgainAt <= cut ? phase.endedAgainAt : phase.endTyped;
}

/** The order that the phase stands on at the cut. */
export function ownerOf(phase: PhaseHistory, order: OrderHistory, cut: Minute): number {
  return phase.movedAt <= cut ? order.id + (order.index - phase.movedTo) : order.id;
}

export function isWritten(phase: PhaseHistory, cut: Minute): boolean {
  return phase.appearsAt <= cut;
}

export function dueDayShown({ dueDays }: OrderHistory, cut: Minute): Minute | null {
  return dueDays.findLast(({ from }) => from <= cut)?.day ?? null;
}

/** Where the order stands: at the step after the last one that was ended, or where it was put to rest. */
export function currentPhase(order: OrderHistory, cut: Minute): number {
  if (order.finishedAt <= cut) return order.restsAt;
  if (order.strandedAt <= cut && order.restsAt !== 0) return order.restsAt;
  let stands: number = phaseIds.notLaminated;
  let isNext = true;
  for (const phase of order.phases) {
    if (phase.extra) continue;
    const ended = phase.end <= cut;
    if (ended || isNext) stands = phase.step.phaseId;
    isNext = ended;
  }
  return stands;
}
