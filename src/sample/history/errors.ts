import { phase } from '../../contract/factory/index.js';
import {
  demouldDraw,
  demouldErrors,
  type ErrorText,
  errorCounts,
  finalDraw,
  finalErrors,
} from '../catalogue/errors.js';
import { habitAt, habits, rates } from '../quirks.js';
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
  const [faulty, lines, final] = [random.next(), errorCounts.draw(random) + 1, random.next()];
  const inspections = [
    {
      phaseId: phase.demould,
      texts: demouldErrors,
      draw: demouldDraw,
      count: () => (faulty < rates.faulty ? lines : 0),
    },
    {
      phaseId: phase.finalControl,
      texts: finalErrors,
      draw: finalDraw,
      count: (at: Minute) => (final < habitAt(habits.finalLines, at) ? 1 : 0),
    },
  ];
  return inspections.flatMap((inspection) => inspect(factory, order, inspection));
}

interface Inspection {
  readonly phaseId: number;
  readonly texts: readonly ErrorText[];
  readonly draw: Weighted;
  readonly count: (at: Minute) => number;
}

function inspect(
  factory: Factory,
  order: OrderHistory,
  { phaseId, texts, draw, count }: Inspection,
): ErrorHistory[] {
  const foundBy = order.phases.find((candidate) => candidate.step.phaseId === phaseId);
  if (!foundBy || foundBy.start === never) return [];
  const random = new Random(factory.size.seed, 708, order.index, phaseId);
  const foundAt = foundBy.end === never ? foundBy.start : foundBy.end;
  // A text is ticked once on the sheet of a boat: that is why the real dumps hold no row twice.
  const found = new Set<ErrorText>();
  const wanted = count(foundAt);
  while (found.size < wanted) found.add(texts[draw.draw(random)] as ErrorText);
  return [...found].flatMap((error) => {
    const [severity, written, blamed] = [random.next(), random.next(), random.next()];
    if (error.mould && written >= habitAt(habits.mouldLines, foundAt)) return [];
    const names = blamed >= habitAt(habits.noCulprit, foundAt);
    return {
      text: error.text,
      foundAt,
      foundBy,
      severity: severity < error.grave3 ? 3 : severity < error.grave3 + error.grave2 ? 2 : 1,
      culpritId: names ? culpritOf(order, error.culprit) : null,
    };
  });
}

function culpritOf(order: OrderHistory, phaseId: number | null): number | null {
  if (phaseId === null) return null;
  return order.phases.find((candidate) => candidate.step.phaseId === phaseId)?.id ?? null;
}
