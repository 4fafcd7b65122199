import type { SpecialFunctions } from '../../../platform/special-functions.js';
import { fitScatter, type ProductCount, type Scatter, usualShare } from './scatter.js';
import type { Standardised } from './standardise.js';

/** All products that have boats, held against each other in one culprit phase. */
export interface JudgedPhase {
  readonly fase_id: number;
  readonly scatter: Scatter;
  /** How many products showed something of their own. */
  readonly products: number;
}

/** One product of them. */
export interface JudgedRisk {
  readonly phase: JudgedPhase;
  readonly product: Standardised;
  /** Null where there is nothing to tell products apart. */
  readonly posterior: Posterior | null;
  /** How far the product lies above what is usual, in standard deviations of its posterior. */
  readonly score: number;
}

/** Beta(a, b) of the product's own share of boats with a defect. */
export interface Posterior {
  readonly a: number;
  readonly b: number;
}

/** The products of one phase that have boats with a defect of it, each with its posterior. */
export function judgePhase(fase_id: number, all: readonly Standardised[]): JudgedRisk[] {
  const counts = all.filter(tellsApart).map(countOf);
  const phase: JudgedPhase = { fase_id, scatter: fitScatter(counts), products: counts.length };
  return all.filter((one) => one.withDefect > 0).map((product) => judge(phase, product));
}

function judge(phase: JudgedPhase, product: Standardised): JudgedRisk {
  const posterior = tellsApart(product) ? posteriorOf(countOf(product), phase.scatter) : null;
  const score = posterior === null ? 0 : scoreOf(posterior, referenceShare(product, phase.scatter));
  return { phase, product, posterior, score };
}

/** Where no boat of its months, or every one, has the defect, a product shows nothing of its own. */
function tellsApart({ boats, expected }: Standardised): boolean {
  return expected > 0 && expected < boats * (1 - 1e-9);
}

function countOf({ boats, withDefect, expected }: Standardised): ProductCount {
  return { boats, withDefect, expectedShare: expected / boats };
}

function posteriorOf({ boats, withDefect, expectedShare }: ProductCount, scatter: Scatter): Posterior | null {
  if (scatter.state !== 'BEYOND_CHANCE') return null;
  const usual = usualShare(expectedShare, scatter.oddsRatio);
  return {
    a: scatter.priorBoats * usual + withDefect,
    b: scatter.priorBoats * (1 - usual) + boats - withDefect,
  };
}

function scoreOf({ a, b }: Posterior, reference: number): number {
  return (a / (a + b) - reference) / Math.sqrt((a * b) / ((a + b) ** 2 * (a + b + 1)));
}

/** The greater of what the factory had in the same months and of what is usual for products. */
function referenceShare(one: Standardised, scatter: Scatter): number {
  return (one.expected / one.boats) * Math.max(1, usualRatio(one, scatter) ?? 1);
}

/** What the usual product has, as a multiple of what is expected; null where nothing was fitted. */
export function usualRatio(one: Standardised, scatter: Scatter): number | null {
  if (!('oddsRatio' in scatter)) return null;
  const share = one.expected / one.boats;
  return share >= 1 ? 1 : usualShare(share, scatter.oddsRatio) / share;
}

/** The interval holds the ratio with this probability, as far as the model is right. */
const confidence = 0.95;

export interface Shrunk {
  readonly shrunk_ratio: number | null;
  readonly ratio_low: number | null;
  readonly ratio_high: number | null;
}

/** Mean and interval of the ratio, by the posterior. Without one there is no interval, and the usual stands for the mean. */
export function shrink(
  { phase, product, posterior }: JudgedRisk,
  { incbi }: Pick<SpecialFunctions, 'incbi'>,
): Shrunk {
  if (posterior === null)
    return { shrunk_ratio: usualRatio(product, phase.scatter), ratio_low: null, ratio_high: null };
  const { a, b } = posterior;
  const asRatio = (share: number): number => (share * product.boats) / product.expected;
  return {
    shrunk_ratio: asRatio(a / (a + b)),
    ratio_low: asRatio(incbi(a, b, (1 - confidence) / 2)),
    ratio_high: asRatio(incbi(a, b, (1 + confidence) / 2)),
  };
}

export type Level = 'LOW' | 'MEDIUM' | 'HIGH';

/** Fewer boats than these tell nothing of a product, and one bad boat alone is chance. */
export const enoughBoats = 5;
export const enoughWithDefect = 2;

interface Levelled {
  readonly boats: number;
  readonly withDefect: number;
  readonly usual_ratio: number | null;
  readonly ratio_low: number | null;
  readonly ratio_high: number | null;
}

/** By the interval, not by the point: what nobody can know yet is MEDIUM. */
export function levelOf({ boats, withDefect, usual_ratio, ratio_low, ratio_high }: Levelled): Level {
  if (boats < enoughBoats || ratio_low === null || ratio_high === null) return 'MEDIUM';
  const usual = usual_ratio ?? 1;
  if (ratio_low > Math.max(1, usual)) return withDefect < enoughWithDefect ? 'MEDIUM' : 'HIGH';
  return ratio_high < Math.min(1, usual) ? 'LOW' : 'MEDIUM';
}
