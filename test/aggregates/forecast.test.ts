import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backtest,
  History,
  history_days,
  lateChance,
  type PastOrder,
  smallestSample,
  standing,
} from '../../src/aggregates/forecast/model.js';

const order = fc
  .record({
    family: fc.constantFrom('K1', 'C2'),
    created: fc.option(fc.integer({ min: 0, max: 700 })),
    lasts: fc.option(fc.integer({ min: -5, max: 120 }), { freq: 5 }),
    promised: fc.option(fc.integer({ min: 0, max: 90 })),
    scrapped: fc.boolean(),
    phases: fc.uniqueArray(
      fc.record({ phase: fc.integer({ min: 1, max: 4 }), after: fc.integer({ min: 0, max: 60 }) }),
      {
        selector: (one) => one.phase,
        maxLength: 4,
      },
    ),
  })
  .map(({ family, created, lasts, promised, scrapped, phases }): PastOrder => {
    const base = created ?? 300;
    return {
      of_id: 0,
      family,
      created,
      finished: lasts === null ? null : base + lasts,
      due: promised === null ? null : base + promised,
      open: lasts === null && !scrapped,
      begun: phases.map(({ phase, after }) => ({ phase, day: base + after })).sort((a, b) => a.day - b.day),
    };
  });
const orders = fc.array(order, { minLength: 150, maxLength: 400 });

/** Days from the beginning of a phase to the finish, of every order that had finished by then. Written out, without counting. */
function pastWays(all: readonly PastOrder[], today: number, family: string | null, phase: number): number[] {
  return all
    .filter(({ finished }) => finished !== null && finished < today && finished >= today - history_days)
    .filter((one) => family === null || one.family === family)
    .flatMap((one) => {
      const since =
        phase === 0 ? one.created : (one.begun.find((begin) => begin.phase === phase)?.day ?? null);
      return since === null || since > one.finished! ? [] : [one.finished! - since];
    });
}

describe('the forecast of lateness', () => {
  it('is the share of past ways that were longer than there is time, of those that were as long as the order has waited', () => {
    let answered = 0;
    fc.assert(
      fc.property(
        orders,
        fc.record({
          phase: fc.integer({ min: 0, max: 4 }),
          family: fc.constantFrom('K1', 'C2', 'K4'),
          waited: fc.integer({ min: 0, max: 80 }),
          left: fc.integer({ min: -20, max: 80 }),
        }),
        (all, { phase, family, waited, left }) => {
          const today = 500;
          const since = today - waited;
          const due = today + left;
          const forecast = new History(all, today).forecast(family, phase, since, today, due);
          const own = pastWays(all, today, family, phase).filter((days) => days >= waited);
          const anyone = pastWays(all, today, null, phase).filter((days) => days >= waited);
          const sample = (own.length >= smallestSample ? own : anyone).sort((a, b) => a - b);
          if (sample.length < smallestSample) {
            expect(forecast).toBeNull();
            return;
          }
          answered += 1;
          const at = (share: number): number => sample[Math.ceil(share * sample.length) - 1]!;
          expect(forecast).toEqual({
            sample: sample.length,
            basis: own.length >= smallestSample ? 'familia' : 'todas',
            lateShare: sample.filter((days) => since + days > due).length / sample.length,
            remaining_p50_days: at(0.5) - waited,
            remaining_p90_days: at(0.9) - waited,
            expectedDay: since + at(0.5),
          });
        },
      ),
      { numRuns: 100 },
    );
    expect(answered).toBeGreaterThan(10);
  });

  it('stands half-way between the history and the base rate, and is certain of what is overdue', () => {
    expect(lateChance(0.9, 0.2, false)).toBeCloseTo(0.55);
    expect(lateChance(0.9, null, false)).toBe(0.9);
    expect(lateChance(0, 0.2, true)).toBe(1);
  });

  it('sees an order where it first began the latest phase', () => {
    const one: PastOrder = {
      of_id: 1,
      family: 'K1',
      created: 10,
      finished: null,
      due: null,
      open: true,
      begun: [
        { phase: 1, day: 12 },
        { phase: 6, day: 20 },
      ],
    };
    expect(standing(one, 21)).toEqual({ phase: 6, day: 20 });
    expect(standing(one, 20)).toEqual({ phase: 1, day: 12 });
    expect(standing(one, 12)).toEqual({ phase: 0, day: 10 });
    expect(standing(one, 10)).toBeNull();
  });
});

describe('the backtest', () => {
  it('knows nothing of what happened on its day or later, but for the outcome', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 300, max: 600 }), (all, day) => {
        const now = day + 40;
        // What was not known on the day is blotted out, order by order; only whether it was late is told.
        const score = backtest(all, day, now);
        const blind = all.map((one) => ({
          ...one,
          begun: one.begun.filter((begin) => begin.day < day),
          finished:
            one.finished === null || one.finished < day
              ? one.finished
              : one.due !== null && one.due >= day && one.finished <= one.due
                ? one.due
                : 100_000,
        }));
        expect(backtest(blind, day, now)).toEqual(score);
      }),
      { numRuns: 60 },
    );
  });

  it('scores alike to the last digit, in whichever order the orders come', () => {
    const numbered = orders.map((all) => all.map((one, n) => ({ ...one, of_id: n })));
    fc.assert(
      fc.property(numbered, fc.integer({ min: 300, max: 600 }), (all, day) => {
        const turned = [...all.slice(all.length / 2).reverse(), ...all.slice(0, all.length / 2)];
        expect(backtest(turned, day, day + 40)).toEqual(backtest(all, day, day + 40));
      }),
      { numRuns: 60 },
    );
  });

  it('scores as one would by hand', () => {
    // 40 orders took 10 days from creation; the due day came after 5 days for 10 of them, after 15 for the others.
    const past = Array.from({ length: 40 }, (_, n): PastOrder => {
      return {
        of_id: n,
        family: 'K1',
        created: 100,
        finished: 110,
        due: n < 10 ? 105 : 115,
        open: false,
        begun: [],
      };
    });
    // Today is 200: one open order is due in 3 days and will take 10, one in 12 days and takes 10.
    const open = [203, 212].map((due, n): PastOrder => {
      return { of_id: 100 + n, family: 'K1', created: 199, finished: 209, due, open: false, begun: [] };
    });
    // The base rate is 1/4; the history says 1 and 0, the chances are 5/8 and 1/8.
    expect(backtest([...past, ...open], 200, 300)).toEqual({
      day: 200,
      orders: 2,
      late: 1,
      withoutForecast: 0,
      brier: ((5 / 8 - 1) ** 2 + (1 / 8) ** 2) / 2,
      baseBrier: ((1 / 4 - 1) ** 2 + (1 / 4) ** 2) / 2,
      baseRate: 1 / 4,
    });
    expect(backtest(open, 200, 300)).toMatchObject({
      orders: 0,
      withoutForecast: 2,
      brier: null,
      baseRate: null,
    });
  });
});
