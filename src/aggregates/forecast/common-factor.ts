/**
 * Boats of one day depend on one another: an illness, a holiday or a full hall slows all of them. What a past day's forecast missed is
 * kept as one factor by which the hazard of every open order would have had to be multiplied for as many boats to come as came.
 */

/** A factor outside of these tells of a count that no factor explains. */
const least = 1e-3;
const greatest = 50;
/** Halvings of the logarithm: more than a double can tell apart. */
const halvings = 50;

/** The factor of a day: from the chance of each boat that was open, and how many came. 1 where no boat could have come. */
export function commonFactor(shares: readonly number[], came: number): number {
  if (!shares.some((share) => share > 0)) return 1;
  let [low, high] = [least, greatest];
  for (let n = 0; n < halvings; n++) {
    const middle = Math.sqrt(low * high);
    if (momentsOf(shares, middle).mean < came) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** Between these shares of what the past factors let expect lie four boats counts in five, tried on past weeks (bench/FORECAST.md). */
export const lowShare = 0.075;
export const highShare = 0.925;

/** So many past weeks are the past of an interval; with fewer none is told. */
export const judgedWeeks = 52;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * How many of these boats come, were the day like one of those past ones, each of them as likely as the others. Of one day the boats
 * are independent, their number taken as normal with the half of a boat as correction.
 */
export function intervalOf(
  shares: readonly number[],
  factors: readonly number[],
  [lowest, highest]: readonly [number, number] = [lowShare, highShare],
): Interval {
  const days = factors.map((factor) => momentsOf(shares, factor));
  const shareUpTo = (boats: number): number =>
    days.reduce((sum, { mean, variance }) => sum + normalShare(boats + 0.5, mean, variance), 0) / days.length;
  const quantile = (share: number): number => {
    let [below, reached] = [-1, shares.length];
    while (reached - below > 1) {
      const middle = (below + reached) >> 1;
      if (shareUpTo(middle) >= share) reached = middle;
      else below = middle;
    }
    return reached;
  };
  return { low: quantile(lowest), high: quantile(highest) };
}

interface Moments {
  readonly mean: number;
  readonly variance: number;
}

/** Of the number of boats that come, once every hazard is multiplied by the factor. */
function momentsOf(shares: readonly number[], factor: number): Moments {
  let [mean, variance] = [0, 0];
  for (const share of shares) {
    const with_factor = 1 - (1 - share) ** factor;
    mean += with_factor;
    variance += with_factor * (1 - with_factor);
  }
  return { mean, variance };
}

function normalShare(value: number, mean: number, variance: number): number {
  if (variance === 0) return value >= mean ? 1 : 0;
  return 0.5 * (1 + erf((value - mean) / Math.sqrt(2 * variance)));
}

/** Abramowitz and Stegun 7.1.26: off by less than 2e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}
