/** A month's distance from what was expected is summed as far as it exceeds half a sigma: a lasting shift of one sigma grows by half of one a month. */
export const slackSigmas = 0.5;
/** Beyond it there is an alarm: by chance alone once in some 168 months, both sides together (Montgomery's table for k = .5, h = 4). */
export const alarmSigmas = 4;

export interface CusumPoint {
  readonly high: number;
  readonly low: number;
  readonly signal: 'above' | 'below' | null;
}

/** The tabular CUSUM of both sides, from 0 on. */
export function cusum(distances: readonly number[]): CusumPoint[] {
  let [high, low] = [0, 0];
  return distances.map((distance) => {
    high = Math.max(0, high + distance - slackSigmas);
    low = Math.max(0, low - distance - slackSigmas);
    return { high, low, signal: high > alarmSigmas ? 'above' : low > alarmSigmas ? 'below' : null };
  });
}

/** How much wider the months of the baseline scatter than single, independent defects would: Pearson's chi-square over its degrees of freedom, never below 1. */
export function scatterOf(
  months: readonly { readonly defects: number; readonly expected: number }[],
): number {
  const squares = months.reduce(
    (total, { defects, expected }) => total + (expected === 0 ? 0 : (defects - expected) ** 2 / expected),
    0,
  );
  return Math.max(1, squares / (months.length - 1));
}

/** In sigmas of so many expected defects. */
export function sigmasOf(
  { defects, expected }: { readonly defects: number; readonly expected: number },
  scatter: number,
): number | null {
  return expected === 0 ? null : (defects - expected) / Math.sqrt(scatter * expected);
}
