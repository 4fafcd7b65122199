import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonFactor, intervalOf, judgedWeeks } from '../../src/aggregates/forecast/common-factor.js';
import { rankCorrelation } from '../../src/aggregates/forecast/finish-order.js';
import { tryOrigins } from '../../src/aggregates/forecast/origins.js';
import { FinishDays, outlookOf, outputInterval, outputOf } from '../../src/aggregates/forecast/output.js';
import type { PastOrder } from '../../src/aggregates/forecast/past-order.js';
import { RemainingTimes } from '../../src/aggregates/forecast/remaining.js';

const chances = fc.array(fc.double({ min: 0.02, max: 0.98, noNaN: true }), { minLength: 3, maxLength: 60 });

/** The chance of each number of independent boats, boat by boat. */
function numbersOf(shares: readonly number[]): number[] {
  return shares.reduce(
    (before, share) =>
      Array.from(
        { length: before.length + 1 },
        (_, boats) => (before[boats] ?? 0) * (1 - share) + (before[boats - 1] ?? 0) * share,
      ),
    [1],
  );
}

describe('the common factor', () => {
  it('is the one with which as many boats were to be expected as came', () => {
    fc.assert(
      fc.property(chances, fc.double({ min: 0.1, max: 0.9, noNaN: true }), (shares, part) => {
        const came = Math.max(1, Math.floor(part * shares.length));
        const factor = commonFactor(shares, came);
        const expected = shares.reduce((sum, share) => sum + 1 - (1 - share) ** factor, 0);
        // Beyond the bounds of a factor nothing is told.
        if (factor < 49 && factor > 0.0011) expect(expected).toBeCloseTo(came, 5);
      }),
    );
    expect(commonFactor([0, 0], 0)).toBe(1);
    expect(commonFactor([0.5, 0.5, 0.5, 0.5], 2)).toBeCloseTo(1, 9);
  });

  it('mixed over past weeks gives the interval that counting every number of boats gives, to a boat', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.05, max: 0.95, noNaN: true }), { minLength: 8, maxLength: 60 }),
        fc.array(fc.double({ min: 0.3, max: 3, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (shares, factors) => {
          const mixture = factors
            .map((factor) => numbersOf(shares.map((share) => 1 - (1 - share) ** factor)))
            .reduce((sum, one) => sum.map((chance, boats) => chance + one[boats]!))
            .map((chance) => chance / factors.length);
          const quantile = (wanted: number): number => {
            let sum = 0;
            return mixture.findIndex((chance) => {
              sum += chance;
              return sum >= wanted;
            });
          };
          const { low, high } = intervalOf(shares, factors);
          expect(Math.abs(low - quantile(0.075))).toBeLessThanOrEqual(1);
          expect(Math.abs(high - quantile(0.925))).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('is wider than for independent boats where past weeks differ', () => {
    const shares = Array.from({ length: 200 }, () => 0.3);
    const own = intervalOf(shares, [1]);
    const mixed = intervalOf(shares, [0.5, 0.7, 1, 1.4, 2]);
    expect(mixed.high - mixed.low).toBeGreaterThan(3 * (own.high - own.low));
    expect(intervalOf([], [1])).toEqual({ low: 0, high: 0 });
  });
});

describe('the output', () => {
  // Boats come by pseudo-random lead times, more of them in every second quarter of a year.
  let state = 99;
  const draw = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  const all: PastOrder[] = [];
  for (let day = 0; day < 1500; day++)
    for (let n = Math.floor(draw() * (day % 364 < 91 ? 3 : 6)); n > 0; n--) {
      const lasts = Math.floor(10 + draw() * 60);
      const finished = draw() < 0.05 ? null : day + lasts;
      all.push({
        of_id: all.length,
        family: 'K1',
        product: 1 + (day % 3),
        created: day,
        finished,
        gone: false,
      });
    }
  const today = 1480;
  const count = (from: number, until: number): number =>
    all.filter(({ finished }) => finished !== null && finished >= from && finished < until).length;

  it('is the mean of the pace, the pace of its season, and the chances of all orders, counted one by one', () => {
    const finishes = new FinishDays(all, today);
    const told = outputOf(outlookOf(all, finishes, today, 0), 28);
    const pace = (count(today - 91, today) / 91) * 28;
    expect(told.pace).toBeCloseTo(pace, 9);
    let [sum, years] = [2, 2];
    for (const year of [1, 2, 3]) {
      const ratios = [-14, -7, 0, 7, 14].map((offset) => {
        const at = today - 364 * year + offset;
        return count(at, at + 28) / ((count(at - 91, at) / 91) * 28);
      });
      sum += ratios.reduce((a, b) => a + b) / 5;
      years += 1;
    }
    expect(told.seasonal).toBeCloseTo((pace * sum) / years, 6);
    const times = new RemainingTimes(all, today);
    const open = all.filter(
      (one) =>
        one.created < today && today - one.created <= 365 && (one.finished === null || one.finished >= today),
    );
    const ofOpen = open.reduce((total, one) => total + times.of(one)!.shareBy(27), 0);
    // As many orders, of the same models, on each coming day as came on average on each of the last 91.
    let ofNew = 0;
    for (const one of all.filter(({ created }) => created < today && created >= today - 91))
      for (let comes = 0; comes < 28; comes++) ofNew += times.ofNew(one)!.shareBy(27 - comes) / 91;
    expect(told.summed).toBeCloseTo(ofOpen + ofNew, 6);
    expect(told.expected).toBeCloseTo((told.pace + told.seasonal + told.summed) / 3, 9);
  });

  it('of past weeks is told from what had happened by then, and held against what came', () => {
    const tried = tryOrigins(all, 0, today);
    const blind = (day: number): PastOrder[] =>
      all
        .filter((one) => one.created < day)
        .map((one) => ({
          ...one,
          finished: one.finished !== null && one.finished < day ? one.finished : null,
        }));
    const some = tried.open.filter((_, at) => at % 97 === 0);
    expect(some.length).toBeGreaterThan(3);
    for (const one of some) {
      const known = blind(one.day);
      const times = new RemainingTimes(known, one.day);
      const open = known.filter(({ created, finished }) => finished === null && one.day - created <= 365);
      expect(one.open).toBe(open.length);
      const shares = open.map((order) => times.of(order)!.shareBy(one.horizon - 1));
      expect(one.expected).toBeCloseTo(
        shares.reduce((a, b) => a + b, 0),
        6,
      );
      const ids = new Set(open.map(({ of_id }) => of_id));
      expect(one.came).toBe(
        all.filter(
          ({ of_id, finished }) => ids.has(of_id) && finished !== null && finished < one.day + one.horizon,
        ).length,
      );
      const past = tried.open
        .filter((other) => other.horizon === one.horizon && other.day + other.horizon <= one.day)
        .slice(-judgedWeeks);
      const interval =
        past.length < judgedWeeks
          ? { low: null, high: null }
          : intervalOf(
              shares,
              past.map(({ factor }) => factor),
            );
      expect({ low: one.low, high: one.high }).toEqual(interval);
    }
    for (const one of tried.output) {
      expect(one.came).toBe(count(one.day, one.day + one.horizon));
      expect(one.day + one.horizon).toBeLessThanOrEqual(today);
    }
    expect(tried.output.at(-1)!.low).not.toBeNull();
  });

  it('has an interval from what was missed before', () => {
    const misses = Array.from({ length: 52 }, (_, n) => (n - 25.5) / 51);
    // The third of 52 is the first that a twentieth does not exceed, the fiftieth the first of nineteen twentieths.
    const told = outputInterval(98, misses);
    expect(told).toEqual({
      low: Math.round(100 * Math.exp((2 - 25.5) / 51) - 2),
      high: Math.round(100 * Math.exp((49 - 25.5) / 51) - 2),
    });
  });
});

it('the correlation of ranks is that of the textbook, with equal values in the middle of their ranks', () => {
  expect(rankCorrelation([1, 2, 3, 4, 5], [5, 6, 7, 8, 7])).toBeCloseTo(0.8207826816681233, 9);
  expect(rankCorrelation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  expect(rankCorrelation([1, 1, 1], [3, 2, 1])).toBeNull();
});
