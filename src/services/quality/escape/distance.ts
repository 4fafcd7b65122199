import { phase } from '../../../contract/factory/index.js';

/** A defect, as far as its way from culprit to detection goes. Days since 2000-01-01; places on the product's route, from 1 on. */
export interface EscapeLine {
  readonly fase_culpada: number | null;
  readonly fase_avaliacao: number | null;
  readonly first_inspection: number;
  readonly culprit_place: number | null;
  readonly detecting_place: number | null;
  readonly demould_place: number | null;
  readonly culprit_day: number | null;
  readonly detecting_day: number | null;
}

/** What a defect tells; a distance is null where it cannot be known, and the reason is told beside it. */
export interface EscapeReach {
  readonly steps: number | null;
  readonly days: number | null;
  readonly dates: 'KNOWN' | 'MISSING' | 'LYING';
  readonly isAtFinalControl: boolean;
  /** Its boat was demoulded after the culprit phase: it might have been found there. */
  readonly mightBeFoundBefore: boolean;
}

/** A phase that comes before its culprit on the route, or on the calendar, or after the file's day, tells of no distance. */
export function distanceOf(line: EscapeLine, today: number): EscapeReach {
  const { culprit_place, detecting_place, demould_place, culprit_day, detecting_day } = line;
  const steps =
    culprit_place === null || detecting_place === null || detecting_place < culprit_place
      ? null
      : detecting_place - culprit_place;
  const dates =
    culprit_day === null || detecting_day === null
      ? 'MISSING'
      : detecting_day < culprit_day || detecting_day > today
        ? 'LYING'
        : 'KNOWN';
  return {
    steps,
    dates,
    days: dates === 'KNOWN' ? detecting_day! - culprit_day! : null,
    isAtFinalControl: line.fase_avaliacao === phase.finalControl,
    mightBeFoundBefore:
      line.first_inspection === phase.demould &&
      culprit_place !== null &&
      demould_place !== null &&
      culprit_place <= demould_place,
  };
}

export interface EscapeSummary {
  readonly defects: number;
  readonly steps_known: number;
  readonly steps_mean: number | null;
  readonly steps_median: number | null;
  readonly days_known: number;
  readonly days_median: number | null;
  readonly days_p90: number | null;
  readonly dates_missing: number;
  readonly dates_lying: number;
  readonly defects_final_control: number;
  readonly share_final_control: number | null;
  readonly defects_past_demould: number;
  readonly defects_escaped: number;
  readonly share_escaped: number | null;
}

/** Some defects together. */
export function summaryOf(all: readonly EscapeReach[]): EscapeSummary {
  const [steps, days]: [number[], number[]] = [[], []];
  let [stepsSum, missing, lying, atFinalControl, past, escaped] = [0, 0, 0, 0, 0, 0];
  for (const one of all) {
    if (one.steps !== null) {
      steps.push(one.steps);
      stepsSum += one.steps;
    }
    if (one.days !== null) days.push(one.days);
    if (one.dates === 'MISSING') missing += 1;
    if (one.dates === 'LYING') lying += 1;
    if (one.isAtFinalControl) atFinalControl += 1;
    if (!one.mightBeFoundBefore) continue;
    past += 1;
    if (one.isAtFinalControl) escaped += 1;
  }
  const [sortedSteps, sortedDays] = [Int32Array.from(steps).sort(), Int32Array.from(days).sort()];
  return {
    defects: all.length,
    steps_known: steps.length,
    steps_mean: steps.length === 0 ? null : stepsSum / steps.length,
    steps_median: quantileOf(sortedSteps, 0.5),
    days_known: days.length,
    days_median: quantileOf(sortedDays, 0.5),
    days_p90: quantileOf(sortedDays, 0.9),
    dates_missing: missing,
    dates_lying: lying,
    defects_final_control: atFinalControl,
    share_final_control: all.length === 0 ? null : atFinalControl / all.length,
    defects_past_demould: past,
    defects_escaped: escaped,
    share_escaped: past === 0 ? null : escaped / past,
  };
}

/** The smallest value that at least this share of them does not exceed. */
function quantileOf(sorted: Int32Array, share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
