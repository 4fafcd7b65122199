import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitScatter, type ProductCount, taroneZ, usualShare } from './scatter.js';

/** Repeatable chance. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state + 0.5) / 2_147_483_648;
  };
}

/** Products whose own shares lie around the expected one: with `spread` 0 all have it, with 1 some are twice as bad. */
function drawn(count: number, share: number, spread: number, next: () => number): ProductCount[] {
  return Array.from({ length: count }, () => {
    const boats = 1 + Math.floor(40 * next() ** 3);
    const expectedShare = share * (0.8 + 0.4 * next());
    const own = Math.min(0.98, expectedShare * (1 + spread * (2 * next() - 1)));
    let withDefect = 0;
    for (let boat = 0; boat < boats; boat++) if (next() < own) withDefect += 1;
    return { boats, withDefect, expectedShare };
  });
}

/**
 * The likelihood as an integral, which needs no formula of the beta-binomial: over the product's own share, midpoint by
 * midpoint, after a change of variable that flattens the ends of the Beta.
 */
function logLikelihood(products: readonly ProductCount[], oddsRatio: number, priorBoats: number): number {
  const steps = 200;
  return products.reduce((sum, { boats, withDefect, expectedShare }) => {
    const q = usualShare(expectedShare, oddsRatio);
    const [a, b] = [priorBoats * q, priorBoats * (1 - q)];
    let [likely, all] = [0, 0];
    for (let step = 0; step < steps; step++) {
      // x = s(t) with s logistic, t from -30 to 30: dx = x (1 - x) dt.
      const t = -30 + (60 * (step + 0.5)) / steps;
      const [logX, logRest] = [-Math.log1p(Math.exp(-t)), -Math.log1p(Math.exp(t))];
      all += Math.exp(a * logX + b * logRest);
      likely += Math.exp((a + withDefect) * logX + (b + boats - withDefect) * logRest);
    }
    return sum + Math.log(likely / all);
  }, 0);
}

interface Fates {
  readonly fates: readonly boolean[];
  readonly expectedShare: number;
}

/** Over all ordered pairs of boats of one product, how far both lie to the same side of what was expected. */
function sharedFates(products: readonly Fates[]): { sum: number; pairs: number } {
  let [sum, pairs] = [0, 0];
  for (const { fates, expectedShare: q } of products) {
    const off = fates.map((one) => Number(one) - q);
    for (const [i, one] of off.entries()) {
      const others = off.filter((_, j) => j !== i);
      pairs += others.length;
      sum += others.reduce((all, other) => all + (one * other) / (q * (1 - q)), 0);
    }
  }
  return { sum, pairs };
}

describe('how products scatter', () => {
  it('is fitted where the likelihood, integrated, is highest on a grid', () => {
    for (const [share, spread, seed] of [
      [0.6, 0.9, 3],
      [0.3, 1, 4],
      [0.08, 1, 5],
    ] as const) {
      const products = drawn(90, share, spread, dice(seed));
      const found = fitScatter(products);
      if (found.state !== 'BEYOND_CHANCE') throw new Error(`seed ${seed}: ${found.state}`);
      const { oddsRatio, priorBoats } = found;
      const best = logLikelihood(products, oddsRatio, priorBoats);
      for (const factor of [0.5, 0.8, 0.9, 0.97, 1.03, 1.1, 1.25, 2]) {
        expect(logLikelihood(products, oddsRatio * factor, priorBoats), `odds x ${factor}`).toBeLessThan(
          best,
        );
        expect(logLikelihood(products, oddsRatio, priorBoats * factor), `prior x ${factor}`).toBeLessThan(
          best,
        );
      }
      // Nor anywhere far away.
      for (const odds of [0.3, 0.6, 1, 1.6, 3])
        for (const boats of [0.5, 2, 8, 32, 128, 512])
          expect(logLikelihood(products, odds, boats), `${odds} ${boats}`).toBeLessThanOrEqual(best + 1e-9);
    }
  });

  it('finds again what products were drawn with', () => {
    const next = dice(12);
    // Beta(6, 6) by the median of eleven draws: a prior of twelve boats around one half.
    const products = Array.from({ length: 600 }, () => {
      const own = Array.from({ length: 11 }, next).toSorted((a, b) => a - b)[5]!;
      const boats = 10 + Math.floor(30 * next());
      const withDefect = Array.from({ length: boats }, next).filter((one) => one < own).length;
      return { boats, withDefect, expectedShare: 0.5 };
    });
    const found = fitScatter(products);
    expect(found.state).toBe('BEYOND_CHANCE');
    if (found.state !== 'BEYOND_CHANCE') return;
    expect(found.priorBoats).toBeGreaterThan(10);
    expect(found.priorBoats).toBeLessThan(14.5);
    expect(found.oddsRatio).toBeGreaterThan(0.92);
    expect(found.oddsRatio).toBeLessThan(1.08);
  });

  it('is within chance where products do not differ, in all but one case of twenty or so', () => {
    const next = dice(21);
    let beyond = 0;
    for (let history = 0; history < 400; history++)
      beyond +=
        fitScatter(drawn(80, history % 2 === 0 ? 0.6 : 0.1, 0, next)).state === 'WITHIN_CHANCE' ? 0 : 1;
    expect(beyond).toBeGreaterThan(4);
    expect(beyond).toBeLessThan(40);
  });

  it('is within chance, too, where they differ less than chance would have it', () => {
    const even = Array.from({ length: 50 }, () => ({ boats: 10, withDefect: 5, expectedShare: 0.5 }));
    expect(taroneZ(even, 0)).toBeLessThan(-1.6);
    const found = fitScatter(even);
    expect(found.state).toBe('WITHIN_CHANCE');
    expect('oddsRatio' in found && found.oddsRatio).toBeCloseTo(1, 9);
  });

  it('says what cannot be fitted', () => {
    const one = { boats: 20, withDefect: 10, expectedShare: 0.5 };
    expect(fitScatter(Array(9).fill(one))).toEqual({ state: 'TOO_FEW' });
    expect(fitScatter(Array(30).fill({ boats: 5, withDefect: 0, expectedShare: 0.1 }))).toEqual({
      state: 'TOO_FEW',
    });
    // All or nothing: the better the smaller the prior, without end.
    const extremes = Array.from({ length: 30 }, (_, n) => ({
      boats: 20,
      withDefect: n % 2 === 0 ? 20 : 0,
      expectedShare: 0.5,
    }));
    expect(fitScatter(extremes)).toEqual({ state: 'NOT_CONVERGED' });
    // A boat each shows nothing of how products scatter.
    const single = Array.from({ length: 40 }, (_, n) => ({
      boats: 1,
      withDefect: n % 2,
      expectedShare: 0.5,
    }));
    expect(fitScatter(single).state).toBe('WITHIN_CHANCE');
  });

  it('is tested as Tarone did: pairs of boats of one product that share their fate, counted one by one', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            fates: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
            expectedShare: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
          }),
          { minLength: 1, maxLength: 12 },
        ),
        (boats) => {
          const products = boats.map(({ fates, expectedShare }) => ({
            boats: fates.length,
            withDefect: fates.filter(Boolean).length,
            expectedShare,
          }));
          const { sum, pairs } = sharedFates(boats);
          expect(taroneZ(products, 0)).toBeCloseTo(pairs === 0 ? 0 : sum / Math.sqrt(2 * pairs), 6);
        },
      ),
    );
  });

  it('does not depend on the order of products, nor on which side is called a defect', () => {
    const products = drawn(120, 0.5, 0.9, dice(8));
    const found = fitScatter(products);
    const turned = fitScatter(
      products.map(({ boats, withDefect, expectedShare }) => ({
        boats,
        withDefect: boats - withDefect,
        expectedShare: 1 - expectedShare,
      })),
    );
    const reversed = fitScatter(products.toReversed());
    if (
      found.state !== 'BEYOND_CHANCE' ||
      turned.state !== 'BEYOND_CHANCE' ||
      reversed.state !== 'BEYOND_CHANCE'
    )
      throw new Error('nothing fitted');
    expect(turned.priorBoats / found.priorBoats).toBeCloseTo(1, 5);
    expect(turned.oddsRatio * found.oddsRatio).toBeCloseTo(1, 5);
    expect(reversed.priorBoats / found.priorBoats).toBeCloseTo(1, 5);
  });
});
