import { describe, expect, it } from 'vitest';
import { aucOf, chanceGate, type GateStep } from '../../src/aggregates/forecast/chance-gate.js';
import type { SeenDueDay } from '../../src/aggregates/forecast/due-cases.js';
import type { PastOrder } from '../../src/aggregates/forecast/past-order.js';
import { chanceOf, fitScaling } from '../../src/aggregates/forecast/platt.js';

/** The first run, on 2 January 2022; before it there is a history of orders, but nobody has seen a due day. */
const firstRun = 8037;
const historyDays = 420;
/** Fifteen months of runs. */
const lastRun = firstRun + 456;

/** About as many as are late by their pace. */
const lateByCoin = 0.7;

function drawer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
}

interface Factory {
  readonly orders: readonly PastOrder[];
  readonly days: readonly SeenDueDay[];
}

/**
 * Six boats a day, of products some of which are three times as quick as others, all promised for 45 days after their creation; a promise that
 * is missed is moved by two weeks. Runs look every week. From `worthlessFrom` on the promise is
 * the day of the finish or the one before, as a coin falls: no forecast can tell who is late.
 */
function factory(seed: number, worthlessFrom = Number.POSITIVE_INFINITY): Factory {
  const draw = drawer(seed);
  const promised: { order: PastOrder; due: number }[] = [];
  for (let created = firstRun - historyDays; created < lastRun; created++) {
    for (let boat = 0; boat < 6; boat++) {
      const product = 1 + Math.floor(10 * draw());
      const median = product <= 5 ? 18 : 55;
      const lasts = 5 + Math.floor(Math.log(1 - draw()) / Math.log(0.5 ** (1 / median)));
      const byCoin = lasts - (draw() < lateByCoin ? 1 : 0);
      const of_id = promised.length + 1;
      const order = { of_id, family: 'K1', product, created, finished: created + lasts, gone: false };
      promised.push({ order, due: created + (created >= worthlessFrom ? byCoin : 45) });
    }
  }
  return { orders: promised.map(({ order }) => order), days: weekly(promised) };
}

/** What runs write down: the first due day of an order that is not finished, and every later one that differs. */
function weekly(promised: readonly { readonly order: PastOrder; readonly due: number }[]): SeenDueDay[] {
  const days: SeenDueDay[] = [];
  const last = new Map<number, number>();
  for (let run = firstRun; run <= lastRun; run += 7) {
    for (const { order, due } of promised) {
      if (order.created > run || order.finished! <= run) continue;
      const shown = due >= run ? due : due + 14 * Math.ceil((run - due) / 14);
      if (last.get(order.of_id) === shown) continue;
      last.set(order.of_id, shown);
      days.push({ of_id: order.of_id, seen: run, due: shown });
    }
  }
  return days;
}

/** What was known on the morning of a day. */
function knownAt({ orders, days }: Factory, today: number): Factory {
  return {
    orders: orders
      .filter((one) => one.created < today)
      .map((one) => ({ ...one, finished: one.finished! >= today ? null : one.finished })),
    days: days.filter((one) => one.seen < today),
  };
}

/** The most changes within 92 days. */
function mostChanges(steps: readonly GateStep[]): number {
  const changes = steps
    .filter((one, n) => one.isOpen !== (n === 0 ? false : steps[n - 1]!.isOpen))
    .map((one) => one.anchor);
  return Math.max(
    0,
    ...changes.map((from) => changes.filter((day) => day >= from && day < from + 92).length),
  );
}

describe('the chance of lateness', () => {
  const good = factory(1);
  const gate = chanceGate(good.orders, good.days, lastRun);

  it('is shut at first, and opens once enough due days were seen early enough', () => {
    const open = gate.steps.findIndex((one) => one.isOpen);
    expect(gate.steps).toHaveLength(15);
    expect(open).toBeGreaterThanOrEqual(6);
    expect(open).toBeLessThan(11);
    expect(gate.steps[open]!.resolved).toBeGreaterThanOrEqual(300);
    expect(gate.steps[open]!.cutoffs).toBeGreaterThanOrEqual(6);
    expect(gate.steps[open]!.skill).toBeGreaterThan(0.05);
    expect(gate.steps.slice(open).every((one) => one.isOpen)).toBe(true);
    for (const one of gate.steps.slice(0, open)) expect(one.resolved < 300 || one.cutoffs < 6).toBe(true);
    expect(gate.scaling!.b).toBeGreaterThan(0);
    expect(aucOf(gate.judged)!).toBeGreaterThan(0.6);
  });

  it('counts the orders that it opens with as a search through the records does', () => {
    const shownOf = new Map<number, SeenDueDay[]>();
    for (const one of good.days) shownOf.set(one.of_id, [...(shownOf.get(one.of_id) ?? []), one]);
    for (const [n, { anchor, resolved, cutoffs }] of gate.steps.entries()) {
      const found = gate.steps.slice(0, n).flatMap(({ anchor: cutoff }) =>
        good.orders.flatMap((order) => {
          const shown = (shownOf.get(order.of_id) ?? []).filter((one) => one.seen < cutoff).at(-1);
          if (shown === undefined || shown.due === null || shown.due < cutoff || shown.due >= anchor)
            return [];
          const isOpen = order.created < cutoff && cutoff - order.created <= 365 && order.finished! >= cutoff;
          return isOpen && shown.seen <= shown.due - 14 ? [{ of_id: order.of_id, cutoff }] : [];
        }),
      );
      expect(resolved).toBe(new Set(found.map((one) => one.of_id)).size);
      expect(cutoffs).toBe(new Set(found.map((one) => one.cutoff)).size);
      if (n >= 9) break;
    }
  });

  it('decides each month from what was known by then', () => {
    for (const n of [7, 11]) {
      const { anchor } = gate.steps[n]!;
      const known = knownAt(good, anchor);
      expect(chanceGate(known.orders, known.days, anchor).steps).toEqual(gate.steps.slice(0, n + 1));
    }
  });

  it('stays as it is between the first days of two months', () => {
    const { anchor } = gate.steps[10]!;
    const at = (day: number) => {
      const known = knownAt(good, day);
      return chanceGate(known.orders, known.days, day);
    };
    const first = at(anchor);
    expect(at(anchor + 13)).toEqual(first);
    expect(at(anchor + 27)).toEqual(first);
  });

  it('shuts when it is made worthless, and changes at most twice in 92 days', () => {
    for (const seed of [1, 2]) {
      const spoilt = factory(seed, firstRun + 160);
      const { steps, scaling } = chanceGate(spoilt.orders, spoilt.days, lastRun);
      const open = steps.findIndex((one) => one.isOpen);
      expect(open).toBeGreaterThan(0);
      const shut = steps.findIndex((one, n) => n > open && !one.isOpen);
      expect(shut).toBeGreaterThan(open);
      expect(steps[shut]!.skill).toBeLessThan(-0.02);
      expect(steps.at(-1)!.isOpen).toBe(false);
      expect(scaling).toBeNull();
      expect(mostChanges(steps)).toBeLessThanOrEqual(2);
    }
    expect(mostChanges(gate.steps)).toBe(1);
  });

  it('never opens where no run has seen a due day before the dump', () => {
    expect(chanceGate(good.orders, [], lastRun)).toEqual({ steps: [], scaling: null, judged: [] });
    const oneDump = good.days
      .filter((one, n, all) => all.findLastIndex((other) => other.of_id === one.of_id) === n)
      .map((one) => ({ ...one, seen: lastRun }));
    expect(chanceGate(good.orders, oneDump, lastRun).steps).toEqual([]);
  });
});

describe('the scaling', () => {
  it('is the likeliest: no step aside is better, and its chances sum to what came', () => {
    const draw = drawer(5);
    const cases = Array.from({ length: 400 }, () => {
      const [lateShare, daysLeft] = [draw(), Math.floor(40 * draw())];
      return { lateShare, daysLeft, wasLate: draw() < 0.1 + 0.6 * lateShare * (daysLeft > 20 ? 0.5 : 1) };
    });
    const scaling = fitScaling(cases);
    const likelihood = (one: typeof scaling) =>
      cases.reduce((sum, row) => {
        const chance = chanceOf(one, row);
        return sum + Math.log(row.wasLate ? chance : 1 - chance);
      }, 0);
    const best = likelihood(scaling);
    for (const name of ['a', 'b', 'c'] as const)
      for (const step of [-0.05, 0.05])
        expect(likelihood({ ...scaling, [name]: scaling[name] + step })).toBeLessThan(best);
    const told = cases.reduce((sum, row) => sum + chanceOf(scaling, row), 0);
    expect(told).toBeCloseTo(cases.filter((one) => one.wasLate).length, 1);
  });

  it('orders pairs as counting them one by one does', () => {
    const draw = drawer(9);
    const judged = Array.from({ length: 60 }, () => ({
      chance: Math.round(10 * draw()) / 10,
      base: 0.5,
      wasLate: draw() < 0.4,
    }));
    const [late, other] = [judged.filter((one) => one.wasLate), judged.filter((one) => !one.wasLate)];
    const wins = late.flatMap((x) =>
      other.map((y) => (x.chance > y.chance ? 1 : x.chance === y.chance ? 0.5 : 0)),
    );
    expect(aucOf(judged)).toBeCloseTo(wins.reduce<number>((sum, one) => sum + one, 0) / wins.length, 9);
    expect(aucOf(late)).toBeNull();
  });
});
