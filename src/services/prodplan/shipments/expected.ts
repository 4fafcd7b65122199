import { intervalOf, judgedWeeks } from '../../../aggregates/index.js';
import { dayNumber } from '../../answer/day-number.js';

/** What past weeks say of one horizon. */
export interface PastWeeks {
  readonly horizon_days: number;
  readonly factors: readonly number[];
}

interface Told {
  /** The dump's day. */
  readonly today: string;
  /** By horizon, the shortest first. */
  readonly weeks: readonly PastWeeks[];
}

interface Expected {
  readonly expected: number;
  readonly expected_low: number | null;
  readonly expected_high: number | null;
}

/** How many boats of a day are expected to be finished by it: those that are ready, and of the others by their chances. */
export function expectedBoats(
  day: string,
  ready: number,
  shares: readonly number[],
  { today, weeks }: Told,
): Expected {
  const expected = shares.reduce((sum, one) => sum + one, ready);
  const days = dayNumber(day) - dayNumber(today) + 1;
  // Where the day has passed nobody is expected any more, and there is nothing to be unsure of.
  if (shares.length === 0) return { expected, expected_low: ready, expected_high: ready };
  const past = weeks.find(({ horizon_days }) => horizon_days >= days) ?? weeks.at(-1);
  if (past === undefined || past.factors.length < judgedWeeks)
    return { expected, expected_low: null, expected_high: null };
  const { low, high } = intervalOf(shares, past.factors);
  return { expected, expected_low: ready + low, expected_high: ready + high };
}
