import { phase } from '../../contract/factory/index.js';
import type { Model } from '../catalogue/models.js';
import { reworkPhases } from '../catalogue/phases.js';
import type { RouteStep } from '../catalogue/routes.js';
import { stationOf } from '../floor/stations.js';
import { isKeptPlain, rates, unknownProducts } from '../quirks.js';
import { Random } from '../random.js';
import { day, type Minute } from '../time.js';
import type { Catalogue } from './sales.js';

/** One stop of an order on the floor: a step of its route, or a rework in between. */
export interface Visit {
  readonly step: RouteStep;
  readonly rework: 0 | 1;
  /** It is none of the route's steps. */
  readonly extra: boolean;
}

/** What is settled about an order on the day of its creation, before it has to wait for anything. */
export interface OrderPlan {
  readonly index: number;
  readonly createdAt: Minute;
  readonly productId: number;
  readonly model: Model;
  /** It carries something that must be seen: it runs as planned. */
  readonly plain: boolean;
  /** In the order of the work; the steps of the route keep theirs. */
  readonly visits: readonly Visit[];
  /** How gladly it is taken from a queue, about 0; from the visit `calledFrom` on somebody asks for it. */
  readonly urgency: number;
  readonly calledFrom: number;
  /** At which visit it is put aside, and for how many days; for ever, where it is left behind. */
  readonly parkedAt: number;
  readonly parkedDays: number;
}

/** Boats of one batch are wanted together: a club's order, a dealer's container. */
const batch = 8;

/** Some boats are hurried through; hardly any is held back as far. */
const hurry = { usual: 0.45, from: 0.4, beyond: 1.1 } as const;

const urgencyOf = { product: 0.45, batch: 0.55, own: 0.7 } as const;

/** Boats that are put aside: a part is missing, the customer does not pay, others come first. By hand, without a rule. */
const parking = { share: 0.1, shortestDays: 15, meanDays: 200 } as const;

/** Boats that somebody calls for on their way. */
const called = 0.06;

export function planOrder({ size, models, sales }: Catalogue, index: number, createdAt: Minute): OrderPlan {
  const random = new Random(size.seed, 505, index);
  const plain = isKeptPlain(index, size.orders);
  const sold = models.bySales[sales.draw(random)] ?? models.fallback;
  const unknown = random.chance(rates.unknownProduct);
  const productId = unknown ? unknownProducts.first + random.below(unknownProducts.count) : sold.id;
  const model = unknown ? models.fallback : sold;
  const visits = visitsOf(random, model);
  const [zombie, parked, isCalled] = [random.next(), random.next(), random.next()];
  const [parkedAt, calledFrom] = [random.below(visits.length - 1), random.below(visits.length)];
  const parkedDays = parking.shortestDays + random.exponential(parking.meanDays);
  const stays = !plain && zombie < rates.zombie;
  const aside = !plain && parked < parking.share;
  return {
    index,
    createdAt,
    productId,
    model,
    plain,
    visits,
    urgency: plain ? 1 : urgencyFor(random, size.seed, model, index, createdAt),
    calledFrom: isCalled < called ? calledFrom : Number.POSITIVE_INFINITY,
    parkedAt: stays || aside ? parkedAt : Number.POSITIVE_INFINITY,
    parkedDays: stays ? Number.POSITIVE_INFINITY : parkedDays,
  };
}

function urgencyFor(random: Random, seed: number, model: Model, index: number, createdAt: Minute): number {
  const together = new Random(seed, 517, createdAt / day, Math.floor(index / batch));
  const wanted =
    urgencyOf.product * model.urgency +
    urgencyOf.batch * together.normal(0, 1) +
    urgencyOf.own * random.normal(0, 1);
  return hurry.usual * wanted + hurry.beyond * Math.max(0, wanted - hurry.from);
}

function visitsOf(random: Random, model: Model): Visit[] {
  const visits: Visit[] = model.route.map((step) => ({ step, rework: 0, extra: false }));
  for (const { after, ...visit } of reworksOf(random, model)) visits.splice(after + 1, 0, visit);
  return visits;
}

/** Sanding and painting come back, once or many times; the rotomoulded boats live from it. The last comes first here. */
function reworksOf(random: Random, model: Model): (Visit & { after: number })[] {
  const last = model.route.findIndex(({ phaseId }) => phaseId === phase.finalControl) - 1;
  const first = model.rotomoulded ? 0 : Math.min(last, Math.floor(model.route.length * 0.5));
  const reworks = Array.from({ length: reworkCount(random, model) }, () => ({
    after: random.between(first, Math.max(first, last)),
    step: {
      phaseId: random.pick(reworkPhases),
      sequence: model.rotomoulded ? random.between(1, 5) : random.between(9, 15),
      coefficientHours: model.rotomoulded ? 1 : random.pick([0.5, 1, 1, 1.5]),
      bonus_eur: 0,
    },
    rework: random.chance(0.93) ? (1 as const) : (0 as const),
    extra: true,
  }));
  return reworks.sort((a, b) => b.after - a.after);
}

function reworkCount(random: Random, model: Model): number {
  if (model.rotomoulded) return Math.min(70, 3 + Math.floor(random.exponential(8)));
  if (!random.chance(0.375)) return 0;
  if (random.chance(0.002)) return random.between(35, 120);
  return Math.min(60, 1 + Math.floor(random.exponential(4.6)));
}

/** Where each visit of an order takes place, as positions in `stations`; the office comes last. */
export function stationsOf(visits: readonly Visit[]): Uint8Array {
  const path = new Uint8Array(visits.length + 1);
  for (const [i, visit] of visits.entries()) path[i] = stationOf(visit.step.phaseId);
  path[visits.length] = stationOf(0);
  return path;
}
