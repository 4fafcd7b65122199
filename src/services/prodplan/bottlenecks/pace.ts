/** Working days over which a pace is counted, and the same number before them for the trend. */
export const windowDays = 20;

/** With fewer active days in the year than three windows a pace has no history to be held against. */
export const leastYearDays = 3 * windowDays;

/** Where fewer boats than one in twenty pass, a few orders stand for weeks of wait: such a phase is ranked apart. */
export const sideLineBelow = 0.05;

/** How fast something went, by active day, the last one first. */
export interface PhasePace {
  readonly completed: number;
  /** Null: there are no such days. */
  readonly completed_before: number | null;
  readonly completed_year: number;
  /** Completions that nine in ten windows of the year did not exceed; null: too short a year. */
  readonly completed_p90: number | null;
}

export function paceOf(perDay: readonly number[]): PhasePace {
  const sums = windowSums(perDay);
  const isLong = perDay.length >= leastYearDays;
  return {
    completed: sum(perDay.slice(0, windowDays)),
    completed_before: perDay.length < 2 * windowDays ? null : sum(perDay.slice(windowDays, 2 * windowDays)),
    completed_year: sum(perDay),
    completed_p90: isLong ? sums.toSorted((a, b) => a - b)[Math.ceil(0.9 * sums.length) - 1]! : null,
  };
}

/** Completions of each window of consecutive active days. */
function windowSums(perDay: readonly number[]): number[] {
  let running = 0;
  return perDay.flatMap((count, place) => {
    running += count - (place < windowDays ? 0 : perDay[place - windowDays]!);
    return place < windowDays - 1 ? [] : [running];
  });
}

/** The present pace as a share of the best that it has shown; null without a history. */
export function utilisation({ completed, completed_p90 }: PhasePace): number | null {
  return completed_p90 === null || completed_p90 === 0 ? null : completed / completed_p90;
}

/**
 * Its share of all work now, over its share in the year: 1 where it goes as fast or as slowly as the whole factory, so
 * that what slows all of it down, as holidays do, shows at none.
 */
export function relativePace(own: PhasePace, factory: PhasePace): number | null {
  if (own.completed_p90 === null) return null;
  if (own.completed_year === 0 || factory.completed === 0) return null;
  return own.completed / factory.completed / (own.completed_year / factory.completed_year);
}

/** Counts by the place of their day, with 0 for the days that have none. */
export function perDay(days: number, places: readonly number[], counts: readonly number[]): number[] {
  const all = new Array<number>(days).fill(0);
  for (const [n, place] of places.entries()) all[place - 1] = counts[n]!;
  return all;
}

export function added(all: readonly (readonly number[])[], days: number): number[] {
  return Array.from({ length: days }, (_, place) => all.reduce((total, one) => total + one[place]!, 0));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, one) => total + one, 0);
}
