import { expect, it } from 'vitest';
import { Random } from '../random.js';
import { day, minuteOf, weekday } from '../time.js';
import { measureFigures, openAt, type ShownOrder } from './figures.js';
import { spearman, variation } from './statistics.js';

const today = minuteOf(2023, 4, 30) / day;

function shown(created: number, finished: number | null, more: Partial<ShownOrder> = {}): ShownOrder {
  return { created, finished, phaseId: 12, due: null, rotomoulded: false, ...more };
}

/** Some years of boats that know nothing of one another: each day as many, each as long as it likes. */
function independentBoats(perDay: number, meanDays: number): ShownOrder[] {
  const random = new Random(11);
  const orders: ShownOrder[] = [];
  for (let created = today - 1600; created <= today; created++)
    for (let i = 0; i < perDay; i++) {
      const finished = created + 1 + Math.floor(random.exponential(meanDays));
      orders.push(finished <= today ? shown(created, finished) : shown(created, null, { phaseId: 1 }));
    }
  return orders;
}

it('counts as open what was created within a year and had not ended by then', () => {
  const open = [
    shown(today - 365, null, { phaseId: 1 }),
    shown(today - 9, today),
    shown(today - 1, today + 5),
  ];
  const others = [
    shown(today - 366, null, { phaseId: 1 }),
    shown(today - 300, today - 1),
    shown(today - 3, null, { phaseId: 9 }),
    shown(today, null, { phaseId: 1 }),
  ];
  const lying = shown(today - 2, today - 900, { phaseId: 1 });
  const all = [...open, ...others, lying].sort((a, b) => a.created - b.created);
  expect(new Set(openAt(all, today))).toEqual(new Set([...open, lying]));
});

it('finds one times the binomial variance, four intervals of five and no order in independent boats', () => {
  const figures = measureFigures({ orders: independentBoats(12, 40), today });
  for (const { timesBinomial, covered, origins } of figures.dispersion) {
    expect(origins).toBeGreaterThan(100);
    // Overlapping horizons are worth few independent ones.
    expect(timesBinomial).toBeGreaterThan(0.5);
    expect(timesBinomial).toBeLessThan(1.7);
    expect(covered).toBeGreaterThan(0.65);
    expect(covered).toBeLessThan(0.95);
  }
  expect(Math.abs(figures.firstInFirstOut)).toBeLessThan(0.05);
  // The median of an exponential is ln 2 of its mean, counted from the day after.
  expect(figures.leadTimesDays[5]).toBeGreaterThan(40 * Math.LN2 - 4);
  expect(figures.leadTimesDays[5]).toBeLessThan(40 * Math.LN2 + 4);
});

it('says 1 where who comes first leaves first, and sees the weeks that alternate', () => {
  const orders: ShownOrder[] = [];
  // All of a week is finished on its Monday or Tuesday five weeks later; every second week has three times as many.
  for (let created = today - 1500; created <= today; created++) {
    const week = Math.floor((created - 2) / 7);
    const finished = 2 + 7 * (week + 5) + (weekday(created * day) < 3 ? 0 : 1);
    for (let i = 0; i < (week % 2 === 0 ? 3 : 9); i++)
      orders.push(finished <= today ? shown(created, finished) : shown(created, null, { phaseId: 1 }));
  }
  const figures = measureFigures({ orders, today });
  expect(figures.firstInFirstOut).toBeGreaterThan(0.97);
  expect(figures.weeklyVariation).toBeCloseTo(0.5, 2);
});

it('counts due days of the open, and lateness of the finished orders', () => {
  const open = [null, today - 8, today - 1, today + 8, today + 9].map((due, i) =>
    shown(today - 20 + i, null, { phaseId: 1, due }),
  );
  const finished = [today - 41, today - 40, null].map((due) => shown(today - 60, today - 40, { due }));
  expect(measureFigures({ orders: [...finished, ...open], today })).toMatchObject({
    openOrders: 5,
    withDueDay: 4 / 5,
    dueWithin8Days: 3 / 4,
    overdue: 2 / 4,
    overdueOver7Days: 1 / 4,
    finishedLate: 1 / 2,
  });
});

it('shares ranks among equals', () => {
  expect(spearman([1, 2, 3, 4], [10, 20, 30, Number.POSITIVE_INFINITY])).toBeCloseTo(1);
  expect(spearman([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1);
  // By hand: ranks 0.5 0.5 2 against 0 1.5 1.5.
  expect(spearman([1, 1, 2], [1, 5, 5])).toBeCloseTo(0.5);
  expect(variation([1, 3])).toBe(0.5);
});
