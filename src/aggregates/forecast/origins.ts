import { yearDays } from '../../contract/factory/index.js';
import { commonFactor, type Interval, intervalOf, judgedWeeks } from './common-factor.js';
import { FinishDays, missOf, outlookOf, outputHorizons, outputInterval, outputOf } from './output.js';
import type { PastOrder } from './past-order.js';

/** How far ahead the boats out of those open are told. */
export const openHorizons = [7, 14, 28, 56] as const;

/** At most so many weeks are tried: three years, and the year before that their intervals are told from. */
const mostOrigins = 208;

/** What independent boats would have: four fifths of the middle. */
const alone = [0.1, 0.9] as const;

/** Of the boats open on a past morning, how many came in the days from it on; intervals are null where too few weeks were over by then. */
export interface OpenOrigin {
  readonly day: number;
  readonly horizon: number;
  readonly open: number;
  readonly expected: number;
  readonly came: number;
  readonly factor: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly aloneLow: number;
  readonly aloneHigh: number;
}

/** Of all boats, how many were finished in the days from a past morning on. */
export interface OutputOrigin {
  readonly day: number;
  readonly horizon: number;
  readonly pace: number;
  readonly expected: number;
  readonly came: number;
  readonly low: number | null;
  readonly high: number | null;
}

export interface Origins {
  readonly open: readonly OpenOrigin[];
  readonly output: readonly OutputOrigin[];
}

/**
 * The outlook as it could have been told once a week up to `today` (whose own day is not over), held against what came. An origin
 * needs a year of history before it.
 */
export function tryOrigins(orders: readonly PastOrder[], firstDay: number, today: number): Origins {
  const finishes = new FinishDays(orders, today);
  const open: OpenOrigin[] = [];
  const output: OutputOrigin[] = [];
  for (const day of originsOf(firstDay, today)) {
    const outlook = outlookOf(orders, finishes, day, firstDay);
    const remaining = outlook.open.map((one) => outlook.times.of(one));
    for (const horizon of openHorizons) {
      if (day + horizon > today) continue;
      const shares = remaining.map((one) => one?.shareBy(horizon - 1) ?? 0);
      const came = outlook.open.filter(
        ({ finished }) => finished !== null && finished < day + horizon,
      ).length;
      const independent = intervalOf(shares, [1], alone);
      open.push({
        ...{ day, horizon, came },
        open: shares.length,
        expected: shares.reduce((sum, one) => sum + one, 0),
        factor: commonFactor(shares, came),
        ...toldFrom(resolved(open, day, horizon), (past) =>
          intervalOf(
            shares,
            past.map(({ factor }) => factor),
          ),
        ),
        aloneLow: independent.low,
        aloneHigh: independent.high,
      });
    }
    for (const horizon of outputHorizons) {
      if (day + horizon > today) continue;
      const { pace, expected } = outputOf(outlook, horizon);
      const interval = toldFrom(resolved(output, day, horizon), (past) =>
        outputInterval(
          expected,
          past.map((one) => missOf(one.expected, one.came)),
        ),
      );
      const came = finishes.between(day, day + horizon);
      output.push({ day, horizon, pace, expected, came, ...interval });
    }
  }
  return { open, output };
}

function originsOf(firstDay: number, today: number): number[] {
  const shortest = openHorizons[0];
  const days: number[] = [];
  for (let day = today - shortest; day >= firstDay + yearDays && days.length < mostOrigins; day -= 7)
    days.push(day);
  return days.reverse();
}

/** The last weeks of which it was known by `day` what came. */
function resolved<O extends { readonly day: number; readonly horizon: number }>(
  origins: readonly O[],
  day: number,
  horizon: number,
): O[] {
  return origins.filter((one) => one.horizon === horizon && one.day + horizon <= day).slice(-judgedWeeks);
}

function toldFrom<O>(
  past: readonly O[],
  tell: (past: readonly O[]) => Interval,
): { readonly low: number | null; readonly high: number | null } {
  return past.length < judgedWeeks ? { low: null, high: null } : tell(past);
}
