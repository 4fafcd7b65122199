/** The summed losses of the forecast and of the baseline at one cut-off. */
export interface Pair {
  readonly loss: number;
  readonly baseLoss: number;
}

const draws = 2000;

/** Bounds of the ratio of two sums: 2.5 and 97.5 % of the ratios of as many cut-offs drawn with replacement. The same pairs give the same bounds. */
export function ratioInterval(
  pairs: readonly Pair[],
): { readonly low: number; readonly high: number } | null {
  if (pairs.length < 2) return null;
  const next = drawer(pairs.length);
  const ratios = Array.from({ length: draws }, () => {
    let [loss, baseLoss] = [0, 0];
    for (let n = 0; n < pairs.length; n++) {
      const one = pairs[next()]!;
      loss += one.loss;
      baseLoss += one.baseLoss;
    }
    return loss / baseLoss;
  })
    .filter(Number.isFinite)
    .sort((a, b) => a - b);
  if (ratios.length < draws) return null;
  return { low: ratios[Math.floor(0.025 * draws)]!, high: ratios[Math.ceil(0.975 * draws) - 1]! };
}

/** Whole numbers below `count`, always in the same order (xorshift32): an answer must not change where the data do not. */
function drawer(count: number): () => number {
  let state = 0x9e3779b9;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % count;
  };
}
