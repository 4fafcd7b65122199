import { phase } from '../catalogue/phases.js';
import { changes, isKeptPlain, isPlaced, rates, unknownProducts } from '../quirks.js';
import { quantile, Random, Weighted } from '../random.js';
import { addMonths, day, type Minute, never, startOfDay, weekday } from '../time.js';
import { vanishesAt } from './calendar.js';
import type { Factory } from './factory.js';
import { makePhases, type PhaseHistory } from './phases.js';

/** All that ever happens to an order, whatever a dump of it shows. */
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
  readonly shipping: Shipping;
  readonly phases: readonly PhaseHistory[];
}

interface Shipping {
  readonly knownAt: Minute;
  readonly day: Minute;
  /** Until it was replanned, another day stood there. */
  readonly replannedAt: Minute;
  readonly firstDay: Minute;
}

/** Lead times in days by share of the orders, as the real ones. */
const leadTimes: readonly (readonly [number, number])[] = [
  [0, 0.4],
  [0.005, 0.7],
  [0.01, 1.6],
  [0.05, 8],
  [0.1, 11],
  [0.25, 22],
  [0.5, 42],
  [0.75, 66],
  [0.9, 98],
  [0.95, 122],
  [0.99, 185],
  [1, 380],
];

const firstId = 900_000;

export function makeOrder(factory: Factory, index: number): OrderHistory {
  const { size, calendar, models } = factory;
  const random = new Random(size.seed, 505, index);
  const createdAt = calendar.createdAt(index);
  const plain = isKeptPlain(index, size.orders);
  const model = models.bySales[factory.sales.draw(random)] ?? models.fallback;
  const unknown = random.chance(rates.unknownProduct);
  const productId = unknown ? unknownProducts.first + random.below(unknownProducts.count) : model.id;
  const lead = quantile(leadTimes, random.next()) * day;
  const zombie = random.chance(rates.zombie) && !plain;
  const strandedAt = zombie ? createdAt + lead * random.next() * 1.1 : never;
  const phases = makePhases(factory, {
    random,
    index,
    createdAt,
    lead,
    strandedAt,
    plain,
    model: unknown ? models.fallback : model,
  });
  const finishedAt = zombie
    ? never
    : finishOf(random, { phases, planned: createdAt + lead, createdAt, plain });
  return {
    index,
    id: firstId - index,
    createdAt,
    vanishesAt: vanishesAt(size, index, createdAt),
    productId,
    finishedAt,
    finishTyped: isPlaced('finishesBeforeCreation', index)
      ? addMonths(createdAt, -random.between(14, 228))
      : finishedAt,
    restsAt: zombie ? strandedPlace(random) : finishedPlace(random),
    strandedAt,
    shipping: shippingOf(
      random,
      createdAt,
      zombie ? createdAt + 60 * day : Math.min(finishedAt, createdAt + 2 * lead),
    ),
    phases,
  };
}

interface Course {
  readonly phases: readonly PhaseHistory[];
  readonly planned: Minute;
  readonly createdAt: Minute;
  readonly plain: boolean;
}

/** An order is closed some days after its boat left; now and then before the last phase is booked. */
function finishOf(random: Random, { phases, planned, createdAt, plain }: Course): Minute {
  if (random.chance(rates.neverClosed) && !plain) return never;
  let last = planned;
  for (const { end } of phases) if (end !== never && end > last) last = end;
  const lag = random.chance(0.06) ? -random.exponential(0.3 * day) : random.exponential(0.8 * day);
  // The lag may be negative, but an order is not closed before the day on which it was created is over.
  return Math.max(Math.round(toOfficeHours(random, last + lag)), createdAt + day - 1);
}

function toOfficeHours(random: Random, at: Minute): Minute {
  const shift = [0, 0, 0, 0, 0, 2, 1][weekday(at)] ?? 0;
  return startOfDay(at) + shift * day + random.between(490, 1075);
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

/** Boats leave on Fridays. The plan is off by weeks both ways, more often too early than a planner would like. */
function shippingOf(random: Random, createdAt: Minute, expected: Minute): Shipping {
  const friday = startOfDay(expected) + ((4 - weekday(expected) + 7) % 7) * day;
  const u = random.next();
  const late = u < 0.2;
  const weeks = late
    ? -1 - Math.floor(random.exponential(0.7))
    : u < 0.7
      ? 0
      : random.chance(0.04)
        ? random.between(20, 104)
        : Math.floor(random.exponential(7)) + 1;
  const shippingDay = friday + weeks * 7 * day - (random.chance(0.0005) ? day : 0);
  const replanned = random.chance(changes.shippingReplanned);
  const known = !random.chance(rates.noShippingDay);
  return {
    knownAt: known ? createdAt + (random.chance(0.1) ? random.between(2, 25) * day + 600 : 0) : never,
    day: shippingDay,
    replannedAt: replanned ? createdAt + (expected - createdAt) * random.next() : -never,
    firstDay: shippingDay - random.between(1, 4) * 7 * day,
  };
}
