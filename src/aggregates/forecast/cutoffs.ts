import { yearDays } from '../../contract/factory/index.js';

/** The backtest's cut-off days, and how far each is followed. */
export interface BacktestPlan {
  /** Days since 2000-01-01, rising: each the `cutoffDay` of a month. */
  readonly cutoffs: readonly number[];
  /** Losses are counted up to so many days: every order could be followed for longer. */
  readonly censor_days: number;
}

/** A long history is followed for half a year and a short one for a quarter. */
export const longFollowUp = { censor_days: 178, before_days: yearDays, fewest: 12 } as const;
export const shortFollowUp = { censor_days: 90, before_days: 90, fewest: 1 } as const;

export const mostCutoffs = 36;

/** Of each month. */
export const cutoffDay = 15;

const dayMs = 86_400_000;
const epochMs = Date.UTC(2000, 0, 1);

/** Cut-offs between the first days of a history, and the last from which one can still see what came. */
export function planBacktest(firstDay: number, today: number): BacktestPlan {
  const plan = [longFollowUp, shortFollowUp].map(({ censor_days, before_days, fewest }) => ({
    cutoffs: middlesOfMonths(firstDay + before_days, today - censor_days - 1),
    censor_days,
    fewest,
  }));
  const chosen = plan.find(({ cutoffs, fewest }) => cutoffs.length >= fewest) ?? plan.at(-1)!;
  return { cutoffs: chosen.cutoffs.slice(-mostCutoffs), censor_days: chosen.censor_days };
}

function middlesOfMonths(from: number, to: number): number[] {
  return daysOfMonths(from, to, cutoffDay);
}

/** The days `day` of each month between two days, both included. */
export function daysOfMonths(from: number, to: number, day: number): number[] {
  const first = new Date(epochMs + from * dayMs);
  const days: number[] = [];
  for (let month = 0; ; month++) {
    const at = (Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + month, day) - epochMs) / dayMs;
    if (at > to) return days;
    if (at >= from) days.push(at);
  }
}
