import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specialFunctions } from '../../../platform/special-functions.js';
import { type JudgedRisk, judgePhase, levelOf, shrink } from './judge.js';
import { standardise } from './standardise.js';
import type { Boats, Stratum } from './strata.js';

const functions = await specialFunctions();
const phase = 1;

/** A month of boats: product -> [boats, of which with a defect]. */
function month(
  name: string,
  boats: Readonly<Record<number, readonly [number, number]>>,
  first_inspection = 6,
): Stratum {
  const rows = Object.entries(boats).map(([id, [n, y]]) => ({ produto_id: Number(id), n, y }));
  return {
    month: name,
    first_inspection,
    boats: rows.map(({ produto_id, n }) => ({ produto_id, boats: n })),
    withDefect: withDefectOf(
      rows.filter(({ y }) => y > 0).map(({ produto_id, y }) => ({ produto_id, boats: y })),
    ),
  };
}

function withDefectOf(rows: readonly Boats[]): Stratum['withDefect'] {
  return rows.length === 0 ? new Map() : new Map([[phase, rows]]);
}

function judged(strata: readonly Stratum[]): JudgedRisk[] {
  return judgePhase(phase, standardise(strata).get(phase) ?? []);
}

/** Products 1 ... 20, the first ones the worst; every month has its own rate. */
function variedMonths(): Stratum[] {
  return [0.3, 0.5, 0.7].map((rate, n) =>
    month(
      `2023-0${n + 1}`,
      Object.fromEntries(
        Array.from({ length: 20 }, (_, product) => {
          const boats = 6 + ((product * 7 + n) % 11);
          const share = Math.min(1, Math.max(0, rate * (1.7 - 0.07 * product)));
          return [product + 1, [boats, Math.round(share * boats)] as const];
        }),
      ),
    ),
  );
}

describe('products held against the factory in the same months', () => {
  it('are as expected where a product has exactly the rates of the months', () => {
    // Half of January's boats and a tenth of February's, of every product.
    const strata = [
      month('2023-01', { 1: [4, 2], 2: [30, 15], 3: [2, 1] }),
      month('2023-02', { 1: [40, 4], 2: [10, 1] }),
    ];
    for (const { withDefect, expected } of standardise(strata).get(phase)!)
      expect(expected).toBeCloseTo(withDefect, 12);
  });

  it('are not worse for having been made in a bad month only', () => {
    const others = Object.fromEntries(
      Array.from({ length: 15 }, (_, n) => [n + 2, [20, 2 + (n % 5)] as const]),
    );
    const bad = Object.fromEntries(
      Array.from({ length: 15 }, (_, n) => [n + 2, [20, 14 + (n % 5)] as const]),
    );
    // All of product 1 was made in the bad month, in which it is like the others.
    const strata = [month('2023-01', others), month('2023-02', { ...bad, 1: [40, 32] })];
    const one = judged(strata).find(({ product }) => product.produto_id === 1)!;
    const sumOf = (lists: readonly (readonly Boats[])[]) =>
      lists.flat().reduce((sum, row) => sum + row.boats, 0);
    const boats = sumOf(strata.map((stratum) => stratum.boats));
    const defective = sumOf(strata.map(({ withDefect }) => withDefect.get(phase)!));
    // Of all boats half have a defect, of product 1 four in five: by rates alone it would look far worse.
    expect(one.product.withDefect / one.product.boats / (defective / boats)).toBeGreaterThan(1.5);
    expect(one.product.withDefect / one.product.expected).toBeCloseTo(0.8 / (272 / 340), 12);
    const shrunk = shrink(one, functions);
    expect(levelOf({ ...one.product, ...shrunk, usual_ratio: 1 })).toBe('MEDIUM');
  });

  it('are compared with boats of the same kind of route only', () => {
    const strata = [month('2023-01', { 1: [10, 8], 2: [10, 8] }), month('2023-01', { 3: [10, 1] }, 8)];
    for (const { withDefect, expected } of standardise(strata).get(phase)!)
      expect(expected).toBeCloseTo(withDefect, 12);
  });

  it('expect in all what there was, boats without a product included in the rates', () => {
    const anyMonth = fc.dictionary(
      fc.integer({ min: 1, max: 6 }).map(String),
      fc.tuple(fc.nat(30), fc.nat(30)).map(([a, b]) => [a + b + 1, a] as const),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(fc.array(anyMonth, { minLength: 1, maxLength: 6 }), (months) => {
        const strata = months.map((one, n) => month(`2023-0${n + 1}`, one));
        const found = standardise(strata).get(phase) ?? [];
        const sum = (of: 'withDefect' | 'expected' | 'boats') => found.reduce((all, one) => all + one[of], 0);
        expect(sum('expected')).toBeCloseTo(sum('withDefect'), 8);
        // All of it twice over changes no ratio.
        const twice = strata.map(({ boats, withDefect, ...rest }) => ({
          ...rest,
          boats: boats.map((one) => ({ ...one, boats: 2 * one.boats })),
          withDefect: withDefectOf(
            (withDefect.get(phase) ?? []).map((one) => ({ ...one, boats: 2 * one.boats })),
          ),
        }));
        for (const [place, one] of (standardise(twice).get(phase) ?? []).entries())
          expect(one.expected).toBeCloseTo(2 * found[place]!.expected, 8);
        // A month parted in two halves that are alike changes none either.
        const halves = twice.flatMap((one) =>
          strata
            .filter((half) => half.month === one.month)
            .flatMap((half) => [half, { ...half, month: `${half.month}b` }]),
        );
        for (const one of standardise(halves).get(phase) ?? []) {
          const whole = found.find(({ produto_id }) => produto_id === one.produto_id)!;
          expect(one.withDefect).toBe(2 * whole.withDefect);
          expect(one.expected).toBeCloseTo(2 * whole.expected, 8);
        }
      }),
    );
    const nobodys: Stratum = {
      ...month('2023-01', { 1: [10, 2] }),
      boats: [
        { produto_id: 1, boats: 10 },
        { produto_id: null, boats: 10 },
      ],
      withDefect: withDefectOf([
        { produto_id: 1, boats: 2 },
        { produto_id: null, boats: 8 },
      ]),
    };
    expect(standardise([nobodys]).get(phase)).toEqual([
      { produto_id: 1, boats: 10, withDefect: 2, expected: 5 },
    ]);
  });

  it('have the interval between whose ends the posterior, integrated, holds 95 %', () => {
    const found = judged(variedMonths());
    expect(found.length).toBe(20);
    for (const one of found) {
      const { scatter } = one.phase;
      const { boats, withDefect, expected } = one.product;
      if (scatter.state !== 'BEYOND_CHANCE') throw new Error(scatter.state);
      // Prior times likelihood, without any constant, over a fine grid of the product's own share.
      const share = expected / boats;
      const odds = (scatter.oddsRatio * share) / (1 - share);
      const q = odds / (1 + odds);
      const [a, b] = [scatter.priorBoats * q, scatter.priorBoats * (1 - q)];
      const steps = 20_000;
      const density = Array.from({ length: steps }, (_, step) => {
        const x = (step + 0.5) / steps;
        return Math.exp((a - 1 + withDefect) * Math.log(x) + (b - 1 + boats - withDefect) * Math.log1p(-x));
      });
      const all = density.reduce((sum, one) => sum + one, 0);
      const mean = density.reduce((sum, one, step) => sum + (one * (step + 0.5)) / steps, 0) / all;
      const { shrunk_ratio, ratio_low, ratio_high } = shrink(one, functions);
      const below = (ratio: number): number =>
        density.slice(0, Math.round(ratio * share * steps)).reduce((sum, one) => sum + one, 0) / all;
      expect(shrunk_ratio).toBeCloseTo(mean / share, 3);
      expect(below(ratio_low!)).toBeCloseTo(0.025, 3);
      expect(below(ratio_high!)).toBeCloseTo(0.975, 3);
    }
    expect(
      found.filter(
        (one) => levelOf({ ...one.product, ...shrink(one, functions), usual_ratio: 1 }) === 'HIGH',
      ),
    ).not.toEqual([]);
  });

  it('show nothing of their own where every boat of their months has the defect', () => {
    const strata = [...variedMonths(), month('2023-04', { 50: [9, 9], 51: [3, 3] })];
    const one = judged(strata).find(({ product }) => product.produto_id === 50)!;
    expect(one).toMatchObject({ product: { withDefect: 9, expected: 9 }, posterior: null, score: 0 });
    expect(shrink(one, functions)).toEqual({ shrunk_ratio: 1, ratio_low: null, ratio_high: null });
  });
});

describe('the level', () => {
  const above = { ratio_low: 1.2, ratio_high: 9, usual_ratio: 0.95 };

  it('is no risk that anybody knows for one bad boat, or a handful of boats', () => {
    expect(levelOf({ ...above, boats: 1, withDefect: 1 })).toBe('MEDIUM');
    expect(levelOf({ ...above, boats: 4, withDefect: 4 })).toBe('MEDIUM');
    expect(levelOf({ ...above, boats: 40, withDefect: 1 })).toBe('MEDIUM');
    expect(levelOf({ ...above, boats: 5, withDefect: 2 })).toBe('HIGH');
    const below = { ratio_low: 0.1, ratio_high: 0.9, usual_ratio: 0.95 };
    expect(levelOf({ ...below, boats: 400, withDefect: 1 })).toBe('LOW');
  });

  it('is held against the factory and against what is usual for products, whichever is further', () => {
    const some = { boats: 40, withDefect: 20 };
    expect(levelOf({ ...some, ratio_low: 1.1, ratio_high: 1.6, usual_ratio: 1.2 })).toBe('MEDIUM');
    expect(levelOf({ ...some, ratio_low: 0.9, ratio_high: 1.6, usual_ratio: 0.8 })).toBe('MEDIUM');
    expect(levelOf({ ...some, ratio_low: 0.6, ratio_high: 0.9, usual_ratio: 0.8 })).toBe('MEDIUM');
    expect(levelOf({ ...some, ratio_low: 0.5, ratio_high: 0.75, usual_ratio: 0.8 })).toBe('LOW');
    expect(levelOf({ ...some, ratio_low: null, ratio_high: null, usual_ratio: 1 })).toBe('MEDIUM');
  });
});
