import { phase } from '../../contract/factory/index.js';
import type { Model } from '../catalogue/models.js';
import { pace } from '../catalogue/phases.js';
import type { RouteStep } from '../catalogue/routes.js';
import { changes, rates } from '../quirks.js';
import { Random } from '../random.js';
import { addMonths, day, type Minute, never, startOfDay } from '../time.js';
import type { Factory } from './factory.js';
import { moveOf } from './moves.js';
import type { OrderPlan, Visit } from './plan.js';
import { typedStart } from './typed.js';

/** All that ever happens to one phase of an order. */
export interface PhaseHistory {
  readonly id: number;
  readonly step: RouteStep;
  readonly rework: 0 | 1;
  /** It is none of the route's steps. */
  readonly extra: boolean;
  /** No dump before this shows it: a rework is written down when the boat comes to it. */
  readonly appearsAt: Minute;
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

/** No order has more phases than this, the most patched-up boat included. */
export const idsPerOrder = 160;
const firstId = 2_000_000;

/** The phases of an order in the order in which the ERP lists them: the route's steps first, then what came in between. */
export function makePhases(factory: Factory, plan: OrderPlan, days: Int32Array): PhaseHistory[] {
  const firstIdHere = firstId + (factory.topIndex - plan.index) * idsPerOrder;
  const planned = plannedDays(factory, plan);
  const clock = new Clock(plan.createdAt);
  // Every phase draws from a stream of its own: how far the order has come shifts nobody's draws.
  const streams = new Random(factory.size.seed, 511, plan.index);
  const phases: PhaseHistory[] = [];
  const extras: PhaseHistory[] = [];
  for (const [place, visit] of plan.visits.entries()) {
    const position = visit.extra ? plan.model.route.length + extras.length : phases.length;
    const phase = makePhase(factory, plan, clock, streams.fork(position), {
      id: firstIdHere + position,
      visit,
      position,
      appearedOn: visit.extra ? (days[place - 1] as number) : 1,
      on: days[place] as number,
      plannedDay: planned[place] as Minute,
    });
    (visit.extra ? extras : phases).push(phase);
  }
  phases.push(...extras);
  return phases;
}

/** When a planner thinks, on the day of the order, that each visit will be: the usual waits at a pace of his own. */
function plannedDays({ size }: Factory, { index, createdAt, visits }: OrderPlan): Minute[] {
  const random = new Random(size.seed, 508, index);
  const paceDays = 0.7 + random.next() * 0.9;
  let waitDays = 0;
  return visits.map(({ step, extra }) => {
    waitDays += extra ? 0 : (pace.get(step.phaseId)?.wait ?? 1) * paceDays * plannedScaleDays;
    return startOfDay(createdAt + waitDays * day) + random.between(-3, 3) * day;
  });
}

/** Days for one unit of `pace.wait`. */
const plannedScaleDays = 0.6;

interface Stop {
  readonly id: number;
  readonly visit: Visit;
  readonly position: number;
  /** Day numbers: when it was written down, and when it was worked on; 0: not by now. */
  readonly appearedOn: number;
  readonly on: number;
  readonly plannedDay: Minute;
}

/** The first shift does as much as the other two. */
const shifts = [1, 1, 2, 3] as const;

function makePhase(
  factory: Factory,
  plan: OrderPlan,
  clock: Clock,
  random: Random,
  stop: Stop,
): PhaseHistory {
  const { index, model, plain } = plan;
  const { phaseId } = stop.visit.step;
  const { start, end } = work(random, clock, stop, plain);
  const isPlanned = !random.chance(rates.noPlannedDay);
  const isShifted = !random.chance(rates.noShift);
  const shift = shifts[random.below(shifts.length)] as number;
  const sentinel = random.chance(rates.sentinelStart) && start !== never;
  const weight = weightOf(random, model, phaseId);
  const startTyped = typedStart(index, factory.size.orders, stop.position, start);
  const endTyped = typedEnd(random, start, end, startTyped !== start);
  const reopens = random.chance(changes.phaseReopens);
  const afterDays = random.between(1, 20);
  const untilDays = random.between(1, 12) * day + random.below(300);
  const reopenedAt = reopens && end !== never ? end + afterDays * day : never;
  const { movedAt, movedTo } = moveOf(factory, random, index, end);
  return {
    id: stop.id,
    step: stop.visit.step,
    rework: stop.visit.rework,
    extra: stop.visit.extra,
    appearsAt: stop.appearedOn === 0 ? never : stop.appearedOn * day,
    start,
    end,
    startTyped,
    endTyped,
    sentinel,
    plannedDay: isPlanned ? stop.plannedDay : null,
    shift: isShifted ? shift : null,
    weight,
    reopenedAt,
    endedAgainAt: reopenedAt + untilDays,
    movedAt,
    movedTo,
  };
}

/** Nothing is begun on a boat before what came before it was done. */
class Clock {
  #free: Minute;

  constructor(createdAt: Minute) {
    this.#free = createdAt + 420;
  }

  /** Most work is booked when the shift begins, the rest over the day. */
  begin(on: number, random: Random): Minute {
    const minute = random.chance(0.6) ? 480 + random.below(50) : 480 + random.below(600);
    return Math.max(on * day + minute, this.#free);
  }

  until(end: Minute): void {
    if (end > this.#free) this.#free = end;
  }
}

/** When the phase is really worked on, unless it is left over: booked by nobody, or never booked off. */
function work(random: Random, clock: Clock, { on, visit }: Stop, plain: boolean) {
  const meanMinutes = (pace.get(visit.step.phaseId)?.hours ?? 1) * 60 * 1.35;
  const start = clock.begin(on, random);
  const zero = random.chance(rates.zeroMinutes);
  const length = random.exponential(meanMinutes);
  const leftOver = random.next();
  if (on === 0) return { start: never, end: never };
  const end = start + (zero ? 0 : Math.max(1, Math.round(length)));
  if (leftOver < rates.leftOver && !plain) return { start: never, end: never };
  clock.until(end);
  if (leftOver < rates.leftOver + rates.leftOpen && !plain) return { start, end: never };
  return { start, end };
}

function typedEnd(random: Random, start: Minute, end: Minute, startIsWrong: boolean): Minute {
  if (!random.chance(rates.endBeforeStart) || end === never || startIsWrong) return end;
  return random.chance(rates.monthTypedWrong)
    ? addMonths(end, -1)
    : start - 1 - Math.round(random.exponential(110));
}

/** Boats are weighed at demoulding, after cutting and at the final control; half of the time. */
function weightOf(random: Random, model: Model, phaseId: number): string | null {
  const nothing = random.chance(rates.weightNull) ? null : '0';
  if (phaseId !== phase.demould && phaseId !== phase.cut && phaseId !== phase.finalControl) return nothing;
  const expected = phaseId === phase.finalControl ? model.finishWeightKg : model.demouldWeightKg;
  if (random.chance(0.2)) return nothing;
  return random.normal(expected || 10, (expected || 10) * 0.07).toFixed(2);
}
