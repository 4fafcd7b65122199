import { phase } from '../../contract/factory/index.js';
import { isPlaced, rates } from '../quirks.js';
import { Random, Weighted } from '../random.js';
import { addMonths, day, type Minute, never } from '../time.js';
import { vanishesAt } from './calendar.js';
import { type DueDay, dueDaysOf } from './due-days.js';
import type { Factory } from './factory.js';
import { makePhases, type PhaseHistory } from './phases.js';
import { type OrderPlan, planOrder } from './plan.js';

/** All that ever happens to an order up to the factory's cut, whatever a dump of it shows. */
export interface OrderHistory {
  readonly index: number;
  readonly id: number;
  readonly createdAt: Minute;
  readonly vanishesAt: Minute;
  readonly productId: number;
  readonly finishedAt: Minute;
  /** What the ERP holds as its end; a lie in seven orders. */
  readonly finishTyped: Minute;
  /** Where it rests once it is finished or given up. */
  readonly restsAt: number;
  /** From when on it stands still for good without an end date; never for most. */
  readonly strandedAt: Minute;
  /** Every due day that it ever had, the first one first. */
  readonly dueDays: readonly DueDay[];
  readonly phases: readonly PhaseHistory[];
}

const firstId = 900_000;

export function makeOrder(factory: Factory, index: number): OrderHistory {
  const { size, calendar } = factory;
  const plan = planOrder(factory, index, calendar.createdAt(index));
  const { createdAt, productId } = plan;
  // Everything is drawn at once, because the future of an order must not depend on the moment of the dump.
  const random = new Random(size.seed, 506, index);
  const draws = {
    lag: random.next(),
    early: random.exponential(0.3 * day),
    minute: random.between(490, 1075),
    neverClosed: random.chance(rates.neverClosed),
    typedMonths: random.between(14, 228),
    strandedPlace: strandedPlace(random),
    finishedPlace: finishedPlace(random),
  };
  const days = factory.floor.daysOf(index);
  const phases = makePhases(factory, plan, days);
  const zombie = plan.parkedDays === Number.POSITIVE_INFINITY;
  const finishedAt = draws.neverClosed && !plan.plain ? never : finishOf(draws, createdAt, days.at(-1) ?? 0);
  return {
    index,
    id: firstId - index,
    createdAt,
    vanishesAt: vanishesAt(size, index, createdAt),
    productId,
    finishedAt,
    finishTyped: isPlaced('finishesBeforeCreation', index)
      ? addMonths(createdAt, -draws.typedMonths)
      : finishedAt,
    restsAt: zombie ? draws.strandedPlace : draws.finishedPlace,
    strandedAt: zombie ? strandedAt(plan, days) : never,
    dueDays: dueDaysOf(factory, plan, days, finishedAt),
    phases,
  };
}

/** An order is closed in office hours of its day; now and then before the last phase is booked. */
function finishOf(
  { lag, early, minute }: { lag: number; early: Minute; minute: Minute },
  createdAt: Minute,
  closedOn: number,
): Minute {
  if (closedOn === 0) return never;
  const at = closedOn * day + minute - (lag < 0.06 ? Math.round(early) : 0);
  // An order is not closed before the day on which it was created is over.
  return Math.max(at, createdAt + day - 1);
}

/** An order that is left behind has stood still since it came to where it stands. */
function strandedAt({ parkedAt, createdAt }: OrderPlan, days: Int32Array): Minute {
  if (parkedAt === 0) return createdAt + day;
  const reachedOn = days[parkedAt - 1] ?? 0;
  return reachedOn === 0 ? never : reachedOn * day + day;
}

const finishedPlaces = [
  phase.warehouse,
  phase.inUse,
  phase.scrapped,
  phase.packed,
  phase.reused,
  phase.surfaceRepair,
  phase.varnishRepair,
  phase.repair,
] as const;
const finishedDraw = new Weighted([41, 25, 11, 5, 2, 3, 1.5, 1.5]);

function finishedPlace(random: Random): number {
  if (!random.chance(rates.endsElsewhere)) return phase.delivered;
  return finishedPlaces[finishedDraw.draw(random)] ?? phase.delivered;
}

/** 0: at the phase where work stopped. */
const strandedPlaces = [
  0,
  phase.reused,
  phase.inUse,
  phase.rubbish,
  phase.toScrap,
  phase.scrapped,
  phase.secondChoice,
  phase.repair,
  phase.surfaceRepair,
] as const;
const strandedDraw = new Weighted([52, 26, 7, 4, 3, 2, 3, 2, 1]);

function strandedPlace(random: Random): number {
  return strandedPlaces[strandedDraw.draw(random)] ?? 0;
}
