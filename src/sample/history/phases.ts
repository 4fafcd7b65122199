import type { Model } from '../catalogue/models.js';
import { pace, phase, reworkPhases } from '../catalogue/phases.js';
import type { RouteStep } from '../catalogue/routes.js';
import { changes, rates } from '../quirks.js';
import type { Random } from '../random.js';
import { addMonths, day, type Minute, never, startOfDay, weekday } from '../time.js';
import type { Factory } from './factory.js';
import { moveOf } from './moves.js';
import { typedStart } from './typed.js';

/** All that ever happens to one phase of an order. */
export interface PhaseHistory {
  readonly id: number;
  readonly step: RouteStep;
  readonly rework: 0 | 1;
  /** It is none of the route's steps. */
  readonly extra: boolean;
  /** When it was really begun and ended; never, where it was left over. */
  readonly start: Minute;
  readonly end: Minute;
  /** What was typed; the text of the sentinel is the cut's matter. */
  readonly startTyped: Minute;
  readonly endTyped: Minute;
  readonly sentinel: boolean;
  readonly plannedDay: Minute | null;
  readonly shift: number | null;
  /** Text, for the scale writes two digits: 9.30. */
  readonly weight: string | null;
  /** In between its end was taken back. */
  readonly reopenedAt: Minute;
  readonly endedAgainAt: Minute;
  /** It was booked on another order from here on. */
  readonly movedAt: Minute;
  readonly movedTo: number;
}

export interface Journey {
  readonly random: Random;
  readonly index: number;
  readonly createdAt: Minute;
  readonly lead: Minute;
  readonly strandedAt: Minute;
  /** It carries something that must be seen: it runs as planned. */
  readonly plain: boolean;
  readonly model: Model;
}

/** No order has more phases than this, the most patched-up boat included. */
export const idsPerOrder = 160;
const firstId = 2_000_000;

export function makePhases(factory: Factory, journey: Journey): PhaseHistory[] {
  const { model } = journey;
  const moments = stepMoments(journey);
  const firstIdHere = firstId + (factory.topIndex - journey.index) * idsPerOrder;
  const phases = model.route.map((step, i) =>
    makePhase(factory, journey, {
      id: firstIdHere + i,
      step,
      rework: 0,
      position: i,
      begin: moments[i] ?? never,
    }),
  );
  for (const rework of reworkSteps(journey))
    phases.push(
      makePhase(factory, journey, { ...rework, id: firstIdHere + phases.length, position: phases.length }),
    );
  return phases;
}

/** When each step of the route begins, at the pace of its phase. */
function stepMoments({ random, createdAt, lead, model }: Journey): Minute[] {
  let total = 0;
  const ends = model.route.map(({ phaseId }) => {
    total += (pace.get(phaseId)?.wait ?? 1) * (0.25 + random.exponential(0.75));
    return total;
  });
  return ends.map((end) => createdAt + (lead * end) / total);
}

interface Extra {
  readonly step: RouteStep;
  readonly rework: 0 | 1;
  readonly begin: Minute;
}

/** Sanding and painting come back, once or many times; the rotomoulded boats live from it. */
function reworkSteps({ random, createdAt, lead, model }: Journey): Extra[] {
  const count = reworkCount(random, model);
  const first = model.rotomoulded ? 0.1 : 0.5;
  return Array.from({ length: count }, () => {
    const at = first + (0.97 - first) * random.next();
    const sequence = model.rotomoulded ? random.between(1, 5) : random.between(9, 15);
    const phaseId = random.pick(reworkPhases);
    return {
      step: {
        phaseId,
        sequence,
        coefficient_h: model.rotomoulded ? 1 : random.pick([0.5, 1, 1, 1.5]),
        bonus_eur: 0,
      },
      rework: random.chance(0.93) ? 1 : 0,
      begin: createdAt + lead * at,
    } as const;
  });
}

function reworkCount(random: Random, model: Model): number {
  if (model.rotomoulded) return Math.min(70, 3 + Math.floor(random.exponential(8)));
  if (!random.chance(0.375)) return 0;
  if (random.chance(0.002)) return random.between(35, 120);
  return Math.min(60, 1 + Math.floor(random.exponential(4.6)));
}

interface Plan extends Extra {
  readonly id: number;
  readonly position: number;
}

function makePhase(factory: Factory, journey: Journey, plan: Plan): PhaseHistory {
  const { random, index, model } = journey;
  const { orders } = factory.size;
  const { start, end } = work(journey, plan);
  const startTyped = typedStart(index, orders, plan.position, start);
  const reopens = random.chance(changes.phaseReopens) && end !== never;
  const reopenedAt = reopens ? end + random.between(1, 20) * day : never;
  const move = moveOf(factory, random, index, end);
  return {
    id: plan.id,
    step: plan.step,
    rework: plan.rework,
    extra: plan.position >= model.route.length,
    start,
    end,
    startTyped,
    endTyped: typedEnd(random, start, end, startTyped !== start),
    sentinel: random.chance(rates.sentinelStart) && start !== never,
    plannedDay: random.chance(rates.noPlannedDay) ? null : plannedDay(random, plan.begin),
    shift: random.chance(rates.noShift) ? null : ([1, 1, 2, 3][random.below(4)] ?? 1),
    weight: weightOf(random, model, plan.step.phaseId),
    reopenedAt,
    endedAgainAt: reopens ? reopenedAt + random.between(1, 12) * day + random.below(300) : never,
    ...move,
  };
}

/** When the phase is really worked on: in the working hours, unless it is left over or the order stands still. */
function work(journey: Journey, { begin, step }: Plan): { start: Minute; end: Minute } {
  const { random, strandedAt, plain } = journey;
  const start = Math.max(intoShift(random, begin), journey.createdAt + 420 + random.below(60));
  const mean_min = (pace.get(step.phaseId)?.hours ?? 1) * 60 * 1.35;
  const zero = random.chance(rates.zeroMinutes);
  const length = zero ? 0 : Math.max(1, Math.round(random.exponential(mean_min)));
  const leftOver = random.next();
  if (begin > strandedAt || (leftOver < rates.leftOver && !plain)) return { start: never, end: never };
  if (leftOver < rates.leftOver + rates.leftOpen && !plain) return { start, end: never };
  return { start, end: start + length };
}

/** Most work is booked when the shift begins, the rest over the day; nobody works on Sundays. */
function intoShift(random: Random, at: Minute): Minute {
  const shift = [0, 0, 0, 0, 0, -1, 1][weekday(at)] ?? 0;
  const minute = random.chance(0.6) ? 480 + random.below(50) : 480 + random.below(600);
  return startOfDay(at) + shift * day + minute;
}

function typedEnd(random: Random, start: Minute, end: Minute, startIsWrong: boolean): Minute {
  if (!random.chance(rates.endBeforeStart) || end === never || startIsWrong) return end;
  return random.chance(rates.monthTypedWrong)
    ? addMonths(end, -1)
    : start - 1 - Math.round(random.exponential(110));
}

function plannedDay(random: Random, begin: Minute): Minute {
  return startOfDay(begin) + random.between(-3, 3) * day;
}

/** Boats are weighed at demoulding, after cutting and at the final control; half of the time. */
function weightOf(random: Random, model: Model, phaseId: number): string | null {
  const nothing = random.chance(rates.weightNull) ? null : '0';
  if (phaseId !== phase.demould && phaseId !== phase.cut && phaseId !== phase.finalControl) return nothing;
  const expected = phaseId === phase.finalControl ? model.finishWeight_kg : model.demouldWeight_kg;
  if (random.chance(0.2)) return nothing;
  return random.normal(expected || 10, (expected || 10) * 0.07).toFixed(2);
}
