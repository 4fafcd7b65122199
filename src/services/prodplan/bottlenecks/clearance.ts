import type { SpecialFunctions } from '../../../platform/special-functions.js';

export const trends = ['RISING', 'STEADY', 'FALLING', 'UNKNOWN'] as const;

/** Two counts of the same length of time; what chance alone would do (two standard errors) is no trend. */
export function trendOf(now: number, before: number | null): (typeof trends)[number] {
  if (before === null) return 'UNKNOWN';
  if (Math.abs(now - before) <= 2 * Math.sqrt(now + before)) return 'STEADY';
  return now > before ? 'RISING' : 'FALLING';
}

export interface Clearance {
  readonly days_to_clear: number | null;
  /** 95 %: where the wait may lie, for so few completions may have been so many by chance. */
  readonly days_to_clear_low: number;
  /** Null: it may be without end, for none was completed. */
  readonly days_to_clear_high: number | null;
  readonly refused: string | null;
}

/** Each side of a 95 % interval. */
const tail = 0.025;

/**
 * Working days until what stands at a phase is cleared at its pace. Completions are taken for a Poisson count, whose
 * exact interval (Garwood's, by quantiles of Gamma) is wide where they are few; without any nobody can tell the wait
 * itself, only that it is at least so long.
 */
export function clearance(
  orders: number,
  completed: number,
  days: number,
  { igami }: Pick<SpecialFunctions, 'igami'>,
): Clearance {
  // igami(a, p): what a Gamma variable of shape a exceeds with chance p.
  const most = igami(completed + 1, tail);
  const least = completed === 0 ? 0 : igami(completed, 1 - tail);
  return {
    days_to_clear: completed === 0 ? null : (orders * days) / completed,
    days_to_clear_low: (orders * days) / most,
    days_to_clear_high: least === 0 ? null : (orders * days) / least,
    refused: completed === 0 ? `Nenhuma ordem acabou esta fase nos últimos ${days} dias ativos.` : null,
  };
}
