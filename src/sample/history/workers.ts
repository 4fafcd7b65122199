import { pace } from '../catalogue/phases.js';
import { rates, unknownWorkers } from '../quirks.js';
import { Random } from '../random.js';
import type { Factory } from './factory.js';
import type { OrderHistory } from './order.js';
import type { PhaseHistory } from './phases.js';

export interface Assignment {
  readonly phase: PhaseHistory;
  readonly workerId: number;
  readonly leader: 0 | 1;
}

/** Who worked at the phases of an order. Drawn for every phase, begun or not, so that no cut shifts another's draw. */
export function workersOf(factory: Factory, order: OrderHistory): Assignment[] {
  const random = new Random(factory.size.seed, 606, order.index);
  const assignments: Assignment[] = [];
  for (const phase of order.phases) {
    const { manned, paired } = pace.get(phase.step.phaseId) ?? { manned: 0, paired: 0 };
    const [u, v] = [random.next(), random.next()];
    if (u >= manned) continue;
    const leader = pickWorker(factory, random, phase.step.phaseId);
    assignments.push({ phase, workerId: leader, leader: 1 });
    if (v >= paired) continue;
    const second = pickWorker(factory, random, phase.step.phaseId);
    if (second === leader) continue;
    assignments.push({ phase, workerId: second, leader: random.chance(rates.secondLeader) ? 1 : 0 });
  }
  return assignments;
}

function pickWorker({ people }: Factory, random: Random, phaseId: number): number {
  if (random.chance(rates.unknownWorker)) return random.pick(unknownWorkers);
  const list = people.able(phaseId);
  // The first of the list are called far more often than the last.
  return list[Math.floor(random.next() ** 1.8 * list.length)] as number;
}
