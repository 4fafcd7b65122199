import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgedMonths } from './baseline.js';
import { cusum, scatterOf } from './cusum.js';
import { type MixCell, mixMonths } from './expected.js';

const month = (at: number): string =>
  `20${20 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;

describe('defects at the same mix', () => {
  it('do not move where only the mix of models does, however far the plain rate goes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 6 }),
        fc.integer({ min: 1, max: 99 }),
        (rates, turn) => {
          // Models with rates of their own; after half of the months the rarest become the most frequent.
          const boatsOf = (at: number, model: number): number =>
            1000 * (1 + (((at < 6 ? model : rates.length - model) * turn) ** 2 % 97));
          const cells = Array.from({ length: 12 }, (_, at) =>
            rates.map(
              (rate, model): MixCell => ({
                ...{ month: month(at), first_inspection: 6, familia: 'K1', produto_id: model },
                ...{ boats: boatsOf(at, model), defects: rate * boatsOf(at, model) },
              }),
            ),
          ).flat();
          const months = mixMonths(cells, new Set(Array.from({ length: 6 }, (_, at) => month(at))));
          // What is left is what the family weighs beside thousands of boats.
          for (const { defects, expected } of months) expect(defects / expected).toBeCloseTo(1, 1);
        },
      ),
    );
  });

  it('expect in the baseline what there was, and of a model that it did not have the rate of its family', () => {
    const cell = (at: number, produto_id: number, boats: number, defects: number): MixCell => ({
      ...{ month: month(at), first_inspection: 6, familia: 'K1', produto_id, boats, defects },
    });
    const cells = [cell(0, 1, 40, 20), cell(1, 1, 60, 40), cell(2, 1, 50, 30), cell(2, 2, 10, 9)];
    const months = mixMonths(cells, new Set([month(0), month(1)]));
    expect(months[0]!.expected + months[1]!.expected).toBeCloseTo(60, 9);
    expect(months[2]).toMatchObject({ boats: 60, defects: 39, boatsWithoutHistory: 10 });
    expect(months[2]!.expected).toBeCloseTo(0.6 * 60, 9);
  });
});

describe('the CUSUM', () => {
  it('is what Page defined, month by month', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { maxLength: 40 }), (distances) => {
        for (const [at, { high, low }] of cusum(distances).entries()) {
          // The greatest sum of what exceeds the slack over any months up to this one, or 0.
          const ends = distances.slice(0, at + 1).map((_, from) => distances.slice(from, at + 1));
          const greatest = (sign: number): number =>
            Math.max(0, ...ends.map((ones) => ones.reduce((sum, one) => sum + sign * one - 0.5, 0)));
          expect(high).toBeCloseTo(greatest(1), 9);
          expect(low).toBeCloseTo(greatest(-1), 9);
        }
      }),
    );
  });

  it('gives a false alarm once in some 168 months, and finds a shift of one sigma within eight', () => {
    let state = 20230430;
    const uniform = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return (state + 0.5) / 2 ** 32;
    };
    const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const months = (shift: number): number => {
      const distances = Array.from({ length: 3000 }, () => normal() + shift);
      const first = cusum(distances).findIndex(({ signal }) => signal !== null);
      return first < 0 ? 3000 : first + 1;
    };
    const mean = (shift: number): number =>
      Array.from({ length: 1500 }, () => months(shift)).reduce((sum, one) => sum + one, 0) / 1500;
    expect(Math.abs(mean(0) - 168)).toBeLessThan(20);
    expect(Math.abs(mean(1) - 8.4)).toBeLessThan(0.6);
  });

  it('takes months that scatter less than chance for chance', () => {
    expect(scatterOf([1, 2, 3].map(() => ({ defects: 10, expected: 10 })))).toBe(1);
    expect(scatterOf([5, 15, 10].map((defects) => ({ defects, expected: 10 })))).toBeCloseTo(2.5, 9);
  });
});

it('judges the last year by the year before, and a short history by its first half, never by less than half a year', () => {
  const of = (months: number) => judgedMonths(Array.from({ length: months }, (_, at) => month(at)));
  expect(of(7)).toBeNull();
  expect(of(8)).toMatchObject({ judged: [month(6), month(7)] });
  expect(of(9)!.baseline).toHaveLength(6);
  expect(of(18)).toMatchObject({ baseline: { length: 9 }, judged: { length: 9 } });
  const long = of(60)!;
  expect([long.baseline[0], long.baseline.at(-1), long.judged.at(-1)]).toEqual([
    month(36),
    month(47),
    month(59),
  ]);
});
