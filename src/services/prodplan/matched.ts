import { groupsOf } from './groups-of.js';

/** An order with what it is compared within: only orders of one stratum are held against each other. */
export interface ComparedOrder {
  readonly stratum: string;
  readonly lead_time_days: number;
  /** It has what is asked about. */
  readonly isAffected: boolean;
}

export interface MatchedDifference {
  /** Affected ones with enough others in their stratum, and those others. */
  readonly matched: number;
  readonly others: number;
  /** Means of the affected, and of their others weighted as the affected are spread over the strata. */
  readonly days_with: number;
  readonly days_without: number;
  readonly difference_days: number;
  /** Where the difference lies in 95 of 100 cases, were the orders drawn by chance. */
  readonly difference_low: number;
  readonly difference_high: number;
}

/** So many others must a stratum have for its affected orders to be compared. */
export const fewestOthers = 5;
/** With fewer affected ones that find their like no difference is told. */
export const fewestMatched = 10;

const z95 = 1.96;

/** By how much the affected orders took longer than others of their stratum; null where too few can be compared. */
export function matchedDifference(orders: readonly ComparedOrder[]): MatchedDifference | null {
  const strata = groupsOf(orders, ({ stratum }) => stratum);
  let [matched, others, daysWith, daysWithout, variance] = [0, 0, 0, 0, 0];
  const gaps: number[] = [];
  for (const one of strata.values()) {
    const without = one.filter(({ isAffected }) => !isAffected).map(({ lead_time_days }) => lead_time_days);
    const affected = one.filter(({ isAffected }) => isAffected).map(({ lead_time_days }) => lead_time_days);
    if (affected.length === 0 || without.length < fewestOthers) continue;
    const usual = mean(without);
    matched += affected.length;
    others += without.length;
    daysWith += sum(affected);
    daysWithout += affected.length * usual;
    variance += (affected.length ** 2 * varianceOf(without)) / without.length;
    gaps.push(...affected.map((days) => days - usual));
  }
  if (matched < fewestMatched) return null;
  const difference_days = (daysWith - daysWithout) / matched;
  const half = z95 * Math.sqrt(varianceOf(gaps) / matched + variance / matched ** 2);
  return {
    matched,
    others,
    days_with: daysWith / matched,
    days_without: daysWithout / matched,
    difference_days,
    difference_low: difference_days - half,
    difference_high: difference_days + half,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function varianceOf(values: readonly number[]): number {
  const middle = mean(values);
  return values.reduce((total, one) => total + (one - middle) ** 2, 0) / (values.length - 1);
}
