/** Working days over which a pace is counted, and the same number before them for the trend. */
export const window_days = 20;

/** With fewer active days in the year than three windows a pace has no history to be held against. */
export const least_year_days = 3 * window_days;

/** How fast something went, by active day, the last one first. */
export interface Pace {
  readonly completed: number;
  /** Null: there are no such days. */
  readonly completed_before: number | null;
  readonly completed_year: number;
  /** Completions that nine in ten windows of the year did not exceed; null: too short a year. */
  readonly completed_p90: number | null;
}

export function paceOf(perDay: readonly number[]): Pace {
  const sums = windowSums(perDay);
  const isLong = perDay.length >= least_year_days;
  return {
    completed: sum(perDay.slice(0, window_days)),
    completed_before:
      perDay.length < 2 * window_days ? null : sum(perDay.slice(window_days, 2 * window_days)),
    completed_year: sum(perDay),
    completed_p90: isLong ? sums.toSorted((a, b) => a - b)[Math.ceil(0.9 * sums.length) - 1]! : null,
  };
}

/** Completions of each window of consecutive active days. */
function windowSums(perDay: readonly number[]): number[] {
  let running = 0;
  return perDay.flatMap((count, place) => {
    running += count - (place < window_days ? 0 : perDay[place - window_days]!);
    return place < window_days - 1 ? [] : [running];
  });
}

/** Of how much it has shown it can do, the share that it does now; null where it has shown nothing. */
export function utilisation({ completed, completed_p90 }: Pace): number | null {
  return completed_p90 === null || completed_p90 === 0 ? null : completed / completed_p90;
}

/**
 * Its share of all work now, over its share in the year: 1 where it goes as fast or as slowly as the whole factory, so
 * that what slows all of it down, as holidays do, shows at none.
 */
export function relativePace(own: Pace, factory: Pace): number | null {
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
