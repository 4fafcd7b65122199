/** Phases of one kind (`stratum`) on which as many people took part: the sum of the logarithms of how long they lasted. */
export interface TeamGroup {
  readonly stratum: string;
  readonly people: number;
  readonly durations: number;
  readonly ln_sum: number;
}

/** By which factor the duration goes with one person more, within like phases. */
export interface Association {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Strata that have teams of different sizes: the others say nothing. */
  readonly strata: number;
}

/** In fewer strata with different teams, or with fewer phases in teams that are not of the usual size, nothing is told. */
export const fewestStrata = 10;
export const fewestOtherTeams = 30;

/**
 * Least squares of the logarithm of the duration on the size of the team, with a mean of its own for every stratum; the error by
 * stratum (the phases of one family in one month have more in common than this). Null: too little to compare.
 */
export function slopeOf(
  groups: readonly TeamGroup[],
  quantile: (degrees: number) => number,
): Association | null {
  const strata = byStratum(groups).filter(({ spread }) => spread > 0);
  const spread = strata.reduce((sum, one) => sum + one.spread, 0);
  if (strata.length < fewestStrata || othersIn(groups) < fewestOtherTeams) return null;
  const slope = strata.reduce((sum, one) => sum + one.product, 0) / spread;
  const squares = strata.reduce((sum, one) => sum + (one.product - slope * one.spread) ** 2, 0);
  const error = Math.sqrt((squares * strata.length) / (strata.length - 1)) / spread;
  const reach = quantile(strata.length - 1) * error;
  return {
    ratio: Math.exp(slope),
    low: Math.exp(slope - reach),
    high: Math.exp(slope + reach),
    strata: strata.length,
  };
}

/** Sums of squares and products around the means of each stratum. */
function byStratum(groups: readonly TeamGroup[]): { readonly spread: number; readonly product: number }[] {
  const sums = new Map<string, { n: number; x: number; y: number; xx: number; xy: number }>();
  for (const { stratum, people, durations, ln_sum } of groups) {
    const one = sums.get(stratum) ?? { n: 0, x: 0, y: 0, xx: 0, xy: 0 };
    sums.set(stratum, one);
    one.n += durations;
    one.x += durations * people;
    one.y += ln_sum;
    one.xx += durations * people ** 2;
    one.xy += people * ln_sum;
  }
  return [...sums.values()].map(({ n, x, y, xx, xy }) => ({
    spread: n === 0 ? 0 : xx - x ** 2 / n,
    product: n === 0 ? 0 : xy - (x * y) / n,
  }));
}

/** Phases in teams of another size than most are. */
function othersIn(groups: readonly TeamGroup[]): number {
  const bySize = new Map<number, number>();
  for (const { people, durations } of groups) bySize.set(people, (bySize.get(people) ?? 0) + durations);
  const sizes = [...bySize.values()];
  return sizes.reduce((sum, one) => sum + one, 0) - Math.max(0, ...sizes);
}
