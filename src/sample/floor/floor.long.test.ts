import { expect, it } from 'vitest';
import { figuresOf } from '../figures/shown.js';
import { type Factory, makeFactory } from '../history/factory.js';
import { makeOrder } from '../history/order.js';
import { planOrder } from '../history/plan.js';
import { orderBoundRows } from '../rows/sheet-rows.js';
import { day, parseSampleAsOf, weekday } from '../time.js';
import { Queue } from './queue.js';
import { workShare } from './working-days.js';

const now = parseSampleAsOf('2023-04-30').cut;
const size = { orders: 900, seed: 4 };

function rowsOf(factory: Factory): unknown {
  return orderBoundRows(factory).sheets.map((sheet) => [...sheet.rows()]);
}

it('has the same past at every later moment: nothing looks ahead', () => {
  const factory = makeFactory(size, now);
  for (const later of ['2023-05-01', '2023-05-05', '2023-09-20']) {
    const further = makeFactory(size, parseSampleAsOf(later).cut);
    const { newest } = factory.calendar;
    expect(rowsOf({ ...further, cut: now, calendar: { ...further.calendar, newest } })).toEqual(
      rowsOf(factory),
    );
  }
});

it('goes on from one day to the next: some phases end, some due days move, most rows stay', () => {
  const rows = (asOf: string) =>
    orderBoundRows(makeFactory(size, parseSampleAsOf(asOf).cut)).sheets.map((sheet) =>
      [...sheet.rows()].map((row) => JSON.stringify(row)),
    );
  // A Thursday and the Friday after it, when the trucks leave.
  const [before, after] = [rows('2023-04-27'), rows('2023-04-28')];
  const changed = after.map((sheet, i) => {
    const known = new Set(before[i]);
    return sheet.filter((row) => !known.has(row)).length;
  });
  const [orders, phases, workers] = changed as [number, number, number, number];
  for (const some of [orders, phases, workers]) expect(some).toBeGreaterThan(0);
  expect(orders + phases + workers).toBeLessThan(0.02 * after.flat().length);
});

it('works on working days, in the order of the visits, and closes an order last', () => {
  const factory = makeFactory(size, now);
  for (let index = factory.calendar.oldest; index >= factory.calendar.newest; index -= 7) {
    const days = [...factory.floor.daysOf(index)];
    const { visits, createdAt } = planOrder(factory, index, factory.calendar.createdAt(index));
    expect(days).toHaveLength(visits.length + 1);
    const served = days.filter((on) => on > 0);
    expect(days.slice(0, served.length)).toEqual(served);
    expect(served.toSorted((a, b) => a - b)).toEqual(served);
    expect(served[0] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(createdAt / day);
  }
});

it('never begins a phase of an order before the ones in front of it ended', () => {
  const factory = makeFactory(size, now);
  for (let index = factory.calendar.oldest; index >= factory.calendar.newest; index -= 7) {
    let free = 0;
    for (const { start, end, extra } of makeOrder(factory, index).phases) {
      if (extra || start === Number.POSITIVE_INFINITY) continue;
      expect(start).toBeGreaterThanOrEqual(free);
      if (end !== Number.POSITIVE_INFINITY) free = end;
    }
  }
});

it('sets due days on Fridays, late and one after the other, and leaves none of them long in the past', () => {
  const factory = makeFactory(size, now);
  let moved = 0;
  for (let index = factory.calendar.oldest; index >= factory.calendar.newest; index--) {
    const { dueDays, finishedAt } = makeOrder(factory, index);
    moved += Math.max(0, dueDays.length - 1);
    for (const [i, { from, day: due }] of dueDays.entries()) {
      expect(from).toBeGreaterThan(dueDays[i - 1]?.from ?? 0);
      expect(from).toBeLessThanOrEqual(Math.min(now, finishedAt));
      if (due === null) continue;
      expect([weekday(due), due % day]).toEqual([4, 0]);
      expect(due).toBeGreaterThanOrEqual(from - day);
      const until = dueDays[i + 1]?.from ?? Math.min(now, finishedAt);
      expect(until - due).toBeLessThan(8 * day);
    }
  }
  expect(moved).toBeGreaterThan(size.orders);
});

it('keeps in a small factory what can be told of one: shares of due days, lead times, who is stuck', () => {
  const figures = figuresOf(makeFactory({ orders: 5476, seed: 2 }, now));
  expect(figures.weeklyVariation).toBeGreaterThan(0.3);
  expect(figures.weeklyVariation).toBeLessThan(0.6);
  expect(figures.firstInFirstOut).toBeLessThan(-0.05);
  expect(figures.withDueDay).toBeGreaterThan(0.3);
  expect(figures.withDueDay).toBeLessThan(0.54);
  expect(figures.dueWithin8Days).toBeGreaterThan(0.85);
  expect(figures.overdueOver7Days).toBe(0);
  expect(figures.finishedLate).toBeGreaterThan(0.15);
  expect(figures.finishedLate).toBeLessThan(0.26);
});

it('is closed on Sundays, holidays, in the middle of August and between the years', () => {
  const closed = ['2023-04-30', '2022-12-28', '2022-08-15', '2023-04-25', '2023-01-01'];
  const open = ['2023-04-28', '2023-04-29', '2022-08-04', '2022-12-22'];
  expect(closed.map((on) => workShare(parseSampleAsOf(on).cut))).toEqual([0, 0, 0, 0, 0]);
  for (const on of open) expect(workShare(parseSampleAsOf(on).cut)).toBeGreaterThan(0);
});

it('gives out what waits by its key', () => {
  const queue = new Queue<number>();
  const keys = Array.from({ length: 500 }, (_, i) => (i * 7919) % 503);
  for (const key of keys) queue.push(key, key);
  const given = Array.from({ length: 501 }, () => queue.pop());
  expect(given).toEqual([...keys.toSorted((a, b) => a - b), undefined]);
});
