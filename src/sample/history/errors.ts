import {
  demouldDraw,
  demouldErrors,
  type ErrorText,
  errorCounts,
  finalDraw,
  finalErrors,
} from '../catalogue/errors.js';
import { phase } from '../catalogue/phases.js';
import { rates } from '../quirks.js';
import { Random, type Weighted } from '../random.js';
import { type Minute, never } from '../time.js';
import type { Factory } from './factory.js';
import type { OrderHistory } from './order.js';
import type { PhaseHistory } from './phases.js';

export interface ErrorHistory {
  readonly text: string;
  readonly foundAt: Minute;
  readonly foundBy: PhaseHistory;
  readonly severity: 1 | 2 | 3;
  readonly culpritId: number | null;
}

/** What the two inspections found on a boat, whenever a dump shows it. */
export function errorsOf(factory: Factory, order: OrderHistory): ErrorHistory[] {
  const random = new Random(factory.size.seed, 707, order.index);
  const atDemould = random.chance(rates.faulty) ? errorCounts.draw(random) + 1 : 0;
  const atFinal = random.chance(rates.faultyAtFinalControl) ? 1 : 0;
  return [
    ...inspect(random, order, phase.demould, demouldErrors, demouldDraw, atDemould),
    ...inspect(random, order, phase.finalControl, finalErrors, finalDraw, atFinal),
  ];
}

function inspect(
  random: Random,
  order: OrderHistory,
  phaseId: number,
  texts: readonly ErrorText[],
  draw: Weighted,
  count: number,
): ErrorHistory[] {
  const foundBy = order.phases.find((candidate) => candidate.step.phaseId === phaseId);
  if (!foundBy || foundBy.start === never) return [];
  // A text is ticked once on the sheet of a boat: that is why the real dumps hold no row twice.
  const found = new Set<ErrorText>();
  while (found.size < count) found.add(texts[draw.draw(random)] as ErrorText);
  const foundAt = foundBy.end === never ? foundBy.start : foundBy.end;
  return [...found].map((error) => {
    const u = random.next();
    return {
      text: error.text,
      foundAt,
      foundBy,
      severity: u < error.grave3 ? 3 : u < error.grave3 + error.grave2 ? 2 : 1,
      culpritId: culpritOf(order, error.culprit),
    };
  });
}

function culpritOf(order: OrderHistory, phaseId: number | null): number | null {
  if (phaseId === null) return null;
  return order.phases.find((candidate) => candidate.step.phaseId === phaseId)?.id ?? null;
}
