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
  const steps = all.flatMap((one) => one.steps ?? []).sort(ascending);
  const days = all.flatMap((one) => one.days ?? []).sort(ascending);
  const atFinalControl = all.filter((one) => one.isAtFinalControl).length;
  const past = all.filter((one) => one.mightBeFoundBefore);
  const escaped = past.filter((one) => one.isAtFinalControl).length;
  const dated = (dates: EscapeReach['dates']): number => all.filter((one) => one.dates === dates).length;
  return {
    defects: all.length,
    steps_known: steps.length,
    steps_mean: steps.length === 0 ? null : steps.reduce((sum, one) => sum + one, 0) / steps.length,
    steps_median: quantileOf(steps, 0.5),
    days_known: days.length,
    days_median: quantileOf(days, 0.5),
    days_p90: quantileOf(days, 0.9),
    dates_missing: dated('MISSING'),
    dates_lying: dated('LYING'),
    defects_final_control: atFinalControl,
    share_final_control: all.length === 0 ? null : atFinalControl / all.length,
    defects_past_demould: past.length,
    defects_escaped: escaped,
    share_escaped: past.length === 0 ? null : escaped / past.length,
  };
}

function ascending(a: number, b: number): number {
  return a - b;
}

/** The smallest value that at least this share of them does not exceed. */
function quantileOf(sorted: readonly number[], share: number): number | null {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
