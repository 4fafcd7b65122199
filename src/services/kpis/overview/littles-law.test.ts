import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type InWork, littlesLaw } from './littles-law.js';

/** Forty boats in hand, one finished a day after forty days: a factory in its steady state. */
const steady: InWork = {
  days: 90,
  finished: 90,
  lead_days: 3600,
  orders_before: 40,
  age_days_before: 820,
  orders_after: 40,
  age_days_after: 820,
  became_zombies: 0,
  zombies_finished: 0,
  zombies_lead_days: 0,
};

const meaning = (change: Partial<InWork>) => littlesLaw({ ...steady, ...change }, 365)!.littles_law!.meaning;

describe("Little's law", () => {
  it('holds in a steady factory', () => {
    const { wip_average, littles_law } = littlesLaw(steady, 365)!;
    expect(wip_average).toBe(40);
    expect(littles_law).toMatchObject({ wip_expected: 40, finished_per_day: 1, deviation: 0 });
    expect(littles_law!.meaning).toMatch(/^Bate certo \(0,0 %\)/);
  });

  it('says what it is that does not fit', () => {
    // Ten boats more, each ninety days old: by 900 days in 90.
    expect(meaning({ orders_after: 50, age_days_after: 1720 })).toMatch(
      /^Estiveram em curso mais ordens \(\+25,0 %\).*princípio estavam em mão 40 com 21 dias.*no fim 50 com 34 dias/,
    );
    expect(meaning({ orders_after: 0, age_days_after: 0 })).toMatch(/menos ordens .*no fim nenhuma/);
    expect(meaning({ became_zombies: 3 })).toMatch(/mais ordens \(\+30,5 %\).*: 3 passaram a zombie/);
    expect(meaning({ zombies_finished: 2, zombies_lead_days: 1000 })).toMatch(
      /menos ordens.*: 2 acabaram quando/,
    );
  });

  it('names a part that goes the way of the whole, and its parts add up', () => {
    const n = fc.nat(5000);
    const counts = fc.record({
      days: fc.integer({ min: 1, max: 2000 }),
      finished: fc.integer({ min: 1, max: 5000 }),
      lead_days: fc.integer({ min: 1, max: 500_000 }),
      orders_before: n,
      age_days_before: n,
      orders_after: n,
      age_days_after: n,
      became_zombies: fc.nat(50),
      zombies_finished: fc.nat(50),
      zombies_lead_days: n,
    });
    fc.assert(
      fc.property(counts, (one) => {
        const { wip_average, littles_law: law } = littlesLaw(one, 365)!;
        const parts = law!.from_ageing + law!.from_left_behind + law!.from_zombies_finished;
        expect(law!.wip_expected + parts).toBeCloseTo(wip_average, 9);
        expect(law!.meaning).toMatch(Math.abs(law!.deviation) <= 0.1 ? /^Bate certo/ : /^Estiveram em curso/);
        if (/zombie sem acabar/.test(law!.meaning)) expect(law!.deviation).toBeGreaterThan(0);
        if (/já eram zombies/.test(law!.meaning)) expect(law!.deviation).toBeLessThan(0);
      }),
    );
  });

  it('is not held against nothing', () => {
    expect(littlesLaw({ ...steady, days: 0 }, 365)).toBeNull();
    expect(littlesLaw({ ...steady, finished: 0, lead_days: 0 }, 365)!.littles_law).toBeNull();
  });
});
