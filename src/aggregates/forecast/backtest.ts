import { ForecastBaseline } from './baseline.js';
import type { BacktestPlan } from './cutoffs.js';
import { type PastOrder, wasOpen } from './past-order.js';
import { RemainingTimes } from './remaining.js';

/** Quantiles over which the loss is averaged. */
export const judgedShares = [0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95] as const;

/** Orders open at the cut-off, and those that were created in the days from it on. */
export const populations = ['OPEN', 'NEW'] as const;
export type Population = (typeof populations)[number];

/** New orders of a cut-off are those of so many days, the cut-off's own first. */
export const newDays = 30;

/** What one quantile told of the orders of a family at a cut-off, and what came. */
export interface Score {
  readonly population: Population;
  readonly cutoff: number;
  readonly family: string;
  readonly share: number;
  readonly orders: number;
  /** Pinball loss summed over the orders, in days: of the forecast and of the baseline. */
  readonly loss: number;
  readonly baseLoss: number;
  /** Orders of which it is known whether they were finished by the told day, and those that were. */
  readonly judged: number;
  readonly covered: number;
  readonly baseJudged: number;
  readonly baseCovered: number;
}

type Sums = { -readonly [K in keyof Score]: Score[K] };

/** An order of a cut-off: what came, and for how long one could look. */
interface Case {
  readonly family: string;
  /** Days until it was finished; infinite where it is not. */
  readonly came: number;
  readonly followedDays: number;
  told(share: number): number;
  toldByBaseline(share: number): number;
}

/**
 * The forecast made at past days, each time from nothing but what had happened by then, held against what came by `today` (days since
 * 2000-01-01, of which `today` itself is not over).
 */
export function backtest(orders: readonly PastOrder[], plan: BacktestPlan, today: number): Score[] {
  return plan.cutoffs.flatMap((cutoff) => {
    const times = new RemainingTimes(orders, cutoff);
    const baseline = new ForecastBaseline(orders, cutoff);
    return populations.flatMap((population) => {
      const cases = casesOf(population, { orders, cutoff, today, times, baseline, plan });
      return scoresOf(cases, population, cutoff, plan.censor_days);
    });
  });
}

interface KnownThen {
  readonly orders: readonly PastOrder[];
  readonly cutoff: number;
  readonly today: number;
  readonly times: RemainingTimes;
  readonly baseline: ForecastBaseline;
  readonly plan: BacktestPlan;
}

function casesOf(population: Population, known: KnownThen): Case[] {
  const { orders, cutoff, today, plan } = known;
  if (population === 'OPEN')
    return orders.filter((one) => wasOpen(one, cutoff)).map((one) => openCase(one, known));
  // The last of them must be seen for long enough, else the slow ones would be missing.
  if (today - (cutoff + newDays - 1) <= plan.censor_days) return [];
  return orders
    .filter(({ created }) => created >= cutoff && created < cutoff + newDays)
    .map((one) => newCase(one, known));
}

function openCase(order: PastOrder, { cutoff, today, times, baseline }: KnownThen): Case {
  const remaining = times.of(order);
  return {
    family: order.family,
    came: cameAfter(order, cutoff, today),
    followedDays: today - cutoff,
    told: (share) => remaining?.quantile(share) ?? Number.POSITIVE_INFINITY,
    toldByBaseline: (share) => baseline.quantileOf(order, share) ?? Number.POSITIVE_INFINITY,
  };
}

function newCase(order: PastOrder, { today, times, baseline }: KnownThen): Case {
  const remaining = times.ofNew(order);
  return {
    family: order.family,
    came: cameAfter(order, order.created, today),
    followedDays: today - order.created,
    told: (share) => remaining?.quantile(share) ?? Number.POSITIVE_INFINITY,
    toldByBaseline: (share) => baseline.quantileOfNew(order, share) ?? Number.POSITIVE_INFINITY,
  };
}

/** A finish day after the dump's day cannot be true: that order counts as not finished. */
function cameAfter({ finished }: PastOrder, day: number, today: number): number {
  return finished === null || finished > today ? Number.POSITIVE_INFINITY : finished - day;
}

function scoresOf(
  cases: readonly Case[],
  population: Population,
  cutoff: number,
  censor_days: number,
): Score[] {
  const sums = new Map<string, Sums>();
  for (const one of cases) {
    for (const share of judgedShares) {
      const key = `${one.family} ${share}`;
      const sum = sums.get(key) ?? nothing(population, cutoff, one.family, share);
      sums.set(key, sum);
      add(sum, one, censor_days);
    }
  }
  return [...sums.values()];
}

function nothing(population: Population, cutoff: number, family: string, share: number): Sums {
  const counts = { orders: 0, loss: 0, baseLoss: 0, judged: 0, covered: 0, baseJudged: 0, baseCovered: 0 };
  return { population, cutoff, family, share, ...counts };
}

function add(sum: Sums, one: Case, censor_days: number): void {
  const [told, byBaseline] = [one.told(sum.share), one.toldByBaseline(sum.share)];
  sum.orders += 1;
  sum.loss += pinball(one.came, told, sum.share, censor_days);
  sum.baseLoss += pinball(one.came, byBaseline, sum.share, censor_days);
  const [ours, theirs] = [wasCovered(one, told), wasCovered(one, byBaseline)];
  sum.judged += ours === null ? 0 : 1;
  sum.covered += ours ? 1 : 0;
  sum.baseJudged += theirs === null ? 0 : 1;
  sum.baseCovered += theirs ? 1 : 0;
}

/** Pinball loss in days, what came and what was told both cut at `censor_days`. */
export function pinball(came: number, told: number, share: number, censor_days: number): number {
  const y = Math.min(came, censor_days);
  const q = Math.min(Math.max(told, 0), censor_days);
  return y >= q ? share * (y - q) : (1 - share) * (q - y);
}

/** Was it finished by the told day? Null where it is not finished and that day has not passed. */
function wasCovered({ came, followedDays }: Case, told: number): boolean | null {
  if (came < Number.POSITIVE_INFINITY) return came <= told;
  return told < followedDays ? false : null;
}
