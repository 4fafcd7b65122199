import { anchorsOf, casesAt, type DueCase, type SeenDueDay } from './due-cases.js';
import type { PastOrder } from './past-order.js';
import { chanceOf, fitScaling, type Scaling } from './platt.js';

/**
 * The chance opens only if the outcome of so many orders is known, at so many first days of months. An order counts if
 * a run had seen its due day at least `seenBeforeDays` before that day.
 */
export const fewestResolved = 300;
export const fewestAnchors = 6;
/** How many days before a due day a run must have seen it. */
export const seenBeforeDays = 14;

/** Skill above which it opens, and below which it shuts. */
export const opensAbove = 0.05;
export const shutsBelow = -0.02;

/** The skill is measured over the last so many cut-offs. */
export const judgedCutoffs = 6;
/** With fewer cases nothing is fitted. */
export const fewestCases = 50;
/** A state stands for so many first days of months at least, so that it changes at most twice in 92 days. */
const dwell = 2;

/** What was decided on the first day of a month, from nothing that came later. */
export interface GateStep {
  readonly anchor: number;
  /** Orders with a known outcome whose due day was seen early enough, and the cut-offs that they are of. */
  readonly resolved: number;
  readonly cutoffs: number;
  /** 1 - Brier of the chance / Brier of the rate known at each cut-off; null where nothing could be judged. */
  readonly skill: number | null;
  readonly isOpen: boolean;
}

export interface ChanceGate {
  readonly steps: readonly GateStep[];
  /** Of the last anchor; null where the gate is shut. */
  readonly scaling: Scaling | null;
  /** Chances that were given at cut-offs before their outcome was known, over the judged ones of the last anchor. */
  readonly judged: readonly JudgedChance[];
}

/** A chance, the rate known then, and what came. */
export interface JudgedChance {
  readonly chance: number;
  readonly base: number;
  readonly wasLate: boolean;
}

type Predicted = DueCase & JudgedChance;

/** Decides, month by month up to a day, whether a chance of lateness may be shown. */
export function chanceGate(
  orders: readonly PastOrder[],
  days: readonly SeenDueDay[],
  today: number,
): ChanceGate {
  const anchors = anchorsOf(days, today);
  const cases = anchors.map((anchor) => casesAt(orders, days, anchor));
  const predicted = anchors.map((anchor, n) =>
    predict(cases[n]!, resolvedBy(cases.slice(0, n).flat(), anchor)),
  );
  const steps: GateStep[] = [];
  let judged: readonly Predicted[] = [];
  for (const [n, anchor] of anchors.entries()) {
    const resolved = resolvedBy(cases.slice(0, n).flat(), anchor).filter(wasSeenEarly);
    judged = resolvedBy(predicted.slice(Math.max(0, n - judgedCutoffs), n).flat(), anchor);
    const counts = {
      resolved: new Set(resolved.map((one) => one.of_id)).size,
      cutoffs: new Set(resolved.map((one) => one.cutoff)).size,
    };
    const skill = skillOf(judged);
    steps.push({ anchor, ...counts, skill, isOpen: decide({ ...counts, skill }, steps) });
  }
  const last = anchors.at(-1);
  const isOpen = steps.at(-1)?.isOpen ?? false;
  const scaling =
    isOpen && last !== undefined ? fitScaling(resolvedBy(cases.flat(), last).map(withDaysLeft)) : null;
  return { steps, scaling, judged };
}

/** The outcome is known on the morning after the due day. */
function resolvedBy<C extends DueCase>(cases: readonly C[], day: number): C[] {
  return cases.filter((one) => one.due < day);
}

function wasSeenEarly({ due, seen }: DueCase): boolean {
  return seen <= due - seenBeforeDays;
}

function withDaysLeft<C extends DueCase>(one: C): C & { readonly daysLeft: number } {
  return { ...one, daysLeft: one.due - one.cutoff };
}

/** The chances that could have been told at a cut-off, from the outcomes known then. */
function predict(cases: readonly DueCase[], known: readonly DueCase[]): Predicted[] {
  const late = known.filter((one) => one.wasLate).length;
  if (known.length < fewestCases || late === 0 || late === known.length) return [];
  const scaling = fitScaling(known.map(withDaysLeft));
  const base = late / known.length;
  return cases.map((one) => ({ ...one, chance: chanceOf(scaling, withDaysLeft(one)), base }));
}

function skillOf(judged: readonly JudgedChance[]): number | null {
  if (judged.length < fewestCases) return null;
  const [ours, theirs] = [brierOf(judged, 'chance'), brierOf(judged, 'base')];
  return theirs === 0 ? null : 1 - ours / theirs;
}

export function brierOf(judged: readonly JudgedChance[], of: 'chance' | 'base'): number {
  return judged.reduce((sum, one) => sum + (one[of] - Number(one.wasLate)) ** 2, 0) / judged.length;
}

/** Chance that of one late and one other order the late one had the higher chance; null without both. */
export function aucOf(judged: readonly JudgedChance[]): number | null {
  const sorted = judged.toSorted((a, b) => a.chance - b.chance);
  const late = sorted.filter((one) => one.wasLate).length;
  if (late === 0 || late === sorted.length) return null;
  let ranks = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]!.chance === sorted[from]!.chance) to += 1;
    // Equal chances share their ranks.
    ranks += sorted.slice(from, to).filter((one) => one.wasLate).length * ((from + 1 + to) / 2);
    from = to;
  }
  return (ranks - (late * (late + 1)) / 2) / (late * (sorted.length - late));
}

type Counted = Pick<GateStep, 'resolved' | 'cutoffs' | 'skill'>;

function decide({ resolved, cutoffs, skill }: Counted, steps: readonly GateStep[]): boolean {
  const was = steps.at(-1)?.isOpen ?? false;
  const standing = steps.length - steps.findLastIndex((one) => one.isOpen !== was) - 1;
  const hasChanged = steps.some((one) => one.isOpen);
  if (hasChanged && standing < dwell) return was;
  if (resolved < fewestResolved || cutoffs < fewestAnchors) return false;
  if (was) return skill === null || skill >= shutsBelow;
  return skill !== null && skill > opensAbove;
}
