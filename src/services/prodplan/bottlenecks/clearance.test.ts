import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { specialFunctions } from '../../../platform/special-functions.js';
import { clearance } from './clearance.js';
import { added, paceOf, perDay, relativePace, utilisation } from './pace.js';

const functions = await specialFunctions();

describe('the wait at a phase', () => {
  it('is wide where few were completed', () => {
    // 29 orders standing, four completed in 20 days: 145 days, of which one can say "57 to 530" and no more.
    const wait = clearance(29, 4, 20, functions);
    expect(wait.days_to_clear).toBe(145);
    expect(Math.round(wait.days_to_clear_low)).toBe(57);
    expect(Math.round(wait.days_to_clear_high! / 10) * 10).toBe(530);
  });

  it('has only a lower limit where none was completed: with 20 days of none, e^-mean is 2.5 %', () => {
    const wait = clearance(3, 0, 20, functions);
    expect(wait).toMatchObject({ days_to_clear: null, days_to_clear_high: null });
    expect(wait.refused).toMatch(/20 dias ativos/);
    expect(wait.days_to_clear_low).toBeCloseTo(60 / -Math.log(0.025), 9);
    expect(clearance(0, 0, 20, functions).days_to_clear_low).toBe(0);
  });

  it('lies within its limits, which close in as more are completed', () => {
    const n = fc.integer({ min: 1, max: 2000 });
    fc.assert(
      fc.property(n, n, (orders, completed) => {
        const {
          days_to_clear,
          days_to_clear_low: low,
          days_to_clear_high: high,
        } = clearance(orders, completed, 20, functions);
        expect(low).toBeLessThan(days_to_clear!);
        expect(high).toBeGreaterThan(days_to_clear!);
        const more = clearance(2 * orders, 2 * completed, 20, functions);
        expect(more.days_to_clear).toBeCloseTo(days_to_clear!, 9);
        expect(more.days_to_clear_high! / more.days_to_clear_low).toBeLessThan(high! / low);
      }),
    );
  });
});

describe('a pace', () => {
  const year = (daily: (place: number) => number): number[] =>
    Array.from({ length: 240 }, (_, n) => daily(n));

  it('is full where the phase goes as fast as it has shown that it can', () => {
    const pace = paceOf(year((n) => (n < 20 ? 10 : 5)));
    expect(pace).toMatchObject({ completed: 200, completed_before: 100, completed_year: 1300 });
    // Of 221 windows 20 reach into the last days and are above 100: fewer than a tenth.
    expect(pace.completed_p90).toBe(100);
    expect(utilisation(pace)).toBe(2);
    expect(utilisation(paceOf(year(() => 7)))).toBe(1);
    expect(utilisation(paceOf(year((n) => (n < 20 ? 3 : 6))))).toBe(0.5);
  });

  it('has no history in a short year, and is none where nothing ever went', () => {
    expect(paceOf(Array(59).fill(2))).toMatchObject({ completed: 40, completed_p90: null });
    expect(paceOf(Array(39).fill(2))).toMatchObject({ completed_before: null });
    expect(paceOf([1, 2, 3])).toEqual({
      completed: 6,
      completed_before: null,
      completed_year: 6,
      completed_p90: null,
    });
    expect(utilisation(paceOf(Array(59).fill(2)))).toBeNull();
    expect(utilisation(paceOf(year(() => 0)))).toBeNull();
  });

  it('keeps to that of the factory in its holidays, and falls behind where only the phase does', () => {
    const slow = (n: number): number => (n < 20 ? 1 : 4);
    const [own, others] = [year(slow), year((n) => 5 * slow(n))];
    const holidays = paceOf(added([own, others], 240));
    expect(relativePace(paceOf(own), holidays)).toBeCloseTo(1, 12);
    expect(utilisation(paceOf(own))).toBe(0.25);
    const steady = paceOf(added([own, year(() => 20)], 240));
    expect(relativePace(paceOf(own), steady)).toBeLessThan(0.35);
    expect(relativePace(paceOf(year(() => 0)), steady)).toBeNull();
    expect(relativePace(paceOf(own), paceOf(year(() => 0)))).toBeNull();
  });

  it('counts windows as one adds them up', () => {
    const counts = fc.array(fc.nat(9), { minLength: 60, maxLength: 300 });
    fc.assert(
      fc.property(counts, (daily) => {
        const sums = daily
          .slice(19)
          .map((_, place) => daily.slice(place, place + 20).reduce((a, b) => a + b));
        const pace = paceOf(daily);
        expect(sums.filter((one) => one <= pace.completed_p90!).length).toBeGreaterThanOrEqual(
          0.9 * sums.length,
        );
        expect(sums.filter((one) => one < pace.completed_p90!).length).toBeLessThan(0.9 * sums.length);
        expect(pace.completed).toBe(sums[0]);
      }),
    );
    expect(perDay(5, [1, 4], [3, 9])).toEqual([3, 0, 0, 9, 0]);
  });
});
