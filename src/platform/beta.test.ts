import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaCdf, betaQuantile, logGamma } from './beta.js';

/** P(X >= a) of a binomial count is the distribution function of Beta(a, n - a + 1): summed term by term here. */
function binomialTail(n: number, p: number, a: number): number {
  let term = (1 - p) ** n;
  let below = 0;
  for (let k = 0; k < a; k++) {
    below += term;
    term *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  return 1 - below;
}

describe('the beta distribution', () => {
  it('has the logarithm of the gamma function right', () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });

  it('is the binomial tail for whole numbers', () => {
    for (const [n, p, a] of [
      [10, 0.3, 4],
      [50, 0.1, 8],
      [200, 0.02, 3],
      [7, 0.9, 7],
    ] as const) {
      expect(betaCdf(p, a, n - a + 1)).toBeCloseTo(binomialTail(n, p, a), 12);
    }
  });

  it('gives the known values', () => {
    expect(betaCdf(0.5, 2, 3)).toBeCloseTo(0.6875, 14);
    expect(betaQuantile(0.5, 1, 1)).toBeCloseTo(0.5, 12);
    // x² and 1 - (1 - x)²
    expect(betaQuantile(0.25, 2, 1)).toBeCloseTo(0.5, 12);
    expect(betaQuantile(0.025, 1, 2)).toBeCloseTo(1 - Math.sqrt(0.975), 12);
    // The arcsine law: sin²(pi p / 2).
    expect(betaQuantile(0.975, 0.5, 0.5)).toBeCloseTo(Math.sin((Math.PI * 0.975) / 2) ** 2, 11);
    // Clopper-Pearson's upper limit for 0 of 20: 1 - 0.025^(1/20).
    expect(betaQuantile(0.975, 1, 20)).toBeCloseTo(1 - 0.025 ** (1 / 20), 12);
  });

  it('has quantiles where the distribution function says', () => {
    const shape = fc.double({ min: 0.05, max: 3000, noNaN: true });
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (a, b, p) => {
        const x = betaQuantile(p, a, b);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(1);
        // Where the density is steep, p lies between what the function says a hair before and a hair after.
        const hair = 4e-13 * Math.max(x, 1e-9);
        expect(betaCdf(x - hair, a, b)).toBeLessThan(p + 1e-8);
        expect(betaCdf(x + hair, a, b)).toBeGreaterThan(p - 1e-8);
      }),
      { examples: [[30.961464150137683, 0.13122598941432706, 0.8227916957102313]] },
    );
  });
});
