import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsOf } from './groups-of.js';
import { matchedDifference } from './matched.js';

interface Compared {
  readonly stratum: string;
  readonly lead_time_days: number;
  readonly isAffected: boolean;
}

const difference = (orders: readonly Compared[]) =>
  matchedDifference(groupsOf(orders, ({ stratum }) => stratum).values(), ({ isAffected }) => isAffected);

const order = (stratum: string, lead_time_days: number, isAffected: boolean) => ({
  stratum,
  lead_time_days,
  isAffected,
});
const many = (count: number, stratum: string, days: number, isAffected = false) =>
  Array.from({ length: count }, () => order(stratum, days, isAffected));

describe('matched orders', () => {
  it('are compared within their stratum: a mix of slow and quick ones is no difference', () => {
    // Slow ones have it more often; within each stratum it costs two days.
    const orders = [
      ...many(20, 'slow', 52, true),
      ...many(5, 'slow', 50),
      ...many(10, 'quick', 12, true),
      ...many(40, 'quick', 10),
    ];
    expect(difference(orders)).toMatchObject({
      matched: 30,
      others: 45,
      difference_days: 2,
      difference_low: 2,
      difference_high: 2,
      days_with: (20 * 52 + 10 * 12) / 30,
    });
  });

  it('are left out where their stratum has fewer than five others, and nothing is told of fewer than ten', () => {
    expect(difference([...many(20, 'a', 9, true), ...many(4, 'a', 1)])).toBeNull();
    expect(difference([...many(9, 'a', 9, true), ...many(40, 'a', 1)])).toBeNull();
    const both = [
      ...many(12, 'a', 9, true),
      ...many(8, 'a', 1),
      ...many(30, 'b', 99, true),
      ...many(4, 'b', 1),
    ];
    expect(difference(both)).toMatchObject({ matched: 12, others: 8, difference_days: 8 });
  });

  it('have an interval that holds what was put in nineteen times out of twenty', () => {
    let [held, tried] = [0, 0];
    let state = 7;
    const chance = (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 4_294_967_296;
    };
    const days = (): number => 20 + Math.round(-15 * Math.log(1 - chance()));
    for (; tried < 400; tried++) {
      const orders = Array.from({ length: 160 }, (_, n) => {
        const isAffected = chance() < 0.3;
        return order(`s${n % 4}`, days() + 10 * (n % 4) + (isAffected ? 3 : 0), isAffected);
      });
      const { difference_low, difference_high } = difference(orders)!;
      if (difference_low <= 3 && difference_high >= 3) held += 1;
    }
    expect(held / tried).toBeGreaterThan(0.91);
    expect(held / tried).toBeLessThan(0.98);
  });

  it('do not depend on the order in which they come', () => {
    const one = fc.record({
      stratum: fc.constantFrom('a', 'b'),
      lead_time_days: fc.integer({ min: 0, max: 90 }),
      isAffected: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 30, maxLength: 80 }), (orders) => {
        const [told, back] = [difference(orders), difference(orders.toReversed())];
        expect(told === null).toBe(back === null);
        if (told !== null) expect(told.difference_days).toBeCloseTo(back!.difference_days, 9);
      }),
    );
  });
});
