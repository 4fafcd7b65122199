import type { SpecialFunctions } from './special-functions.js';

/** The quantile of Student's t, by degrees of freedom: `share` above one half of it lies below. From the inverse of the incomplete beta function. */
export function studentQuantile(
  { incbi }: Pick<SpecialFunctions, 'incbi'>,
  share: number,
): (degrees: number) => number {
  return (degrees) => {
    const x = incbi(degrees / 2, 0.5, 2 * (1 - share));
    return Math.sqrt((degrees * (1 - x)) / x);
  };
}
