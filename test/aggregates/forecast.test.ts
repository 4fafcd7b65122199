import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest, judgedShares, pinball } from '../../src/aggregates/forecast/backtest.js';
import { ForecastBaseline } from '../../src/aggregates/forecast/baseline.js';
import { ratioInterval } from '../../src/aggregates/forecast/bootstrap.js';
import { planBacktest } from '../../src/aggregates/forecast/cutoffs.js';
import { type PastOrder, wasOpen } from '../../src/aggregates/forecast/past-order.js';
import { RemainingTimes } from '../../src/aggregates/forecast/remaining.js';
import { ReferenceTimes } from './remaining-reference.js';

const order = fc
  .record({
    family: fc.constantFrom('K1', 'C2', 'other'),
    product: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 6 }),
    created: fc.integer({ min: 0, max: 700 }),
    lasts: fc.option(fc.integer({ min: 0, max: 150 }), { freq: 5 }),
    rests: fc.boolean(),
  })
  .map(({ family, product, created, lasts, rests }): PastOrder => {
    const finished = lasts === null ? null : created + lasts;
    return { of_id: 0, family, product, created, finished, gone: lasts === null && rests };
  });
const orders = fc.array(order, { minLength: 120, maxLength: 300 });

const day = (text: string): number => (Date.parse(`${text}T00:00Z`) - Date.UTC(2000, 0, 1)) / 86_400_000;
const textOf = (number: number): string =>
  new Date(Date.UTC(2000, 0, 1) + number * 86_400_000).toISOString().slice(0, 10);

/** The same orders as they were known on the morning of a day. */
function knownAt(all: readonly PastOrder[], today: number): PastOrder[] {
  return all
    .filter((one) => one.created < today)
    .map((one) => ({
      ...one,
      finished: one.finished !== null && one.finished >= today ? null : one.finished,
    }));
}

describe('the remaining time', () => {
  it('is what the definition gives, day by day and order by order', () => {
    let told = 0;
    fc.assert(
      fc.property(orders, fc.integer({ min: 300, max: 720 }), (all, today) => {
        const times = new RemainingTimes(all, today);
        const reference = new ReferenceTimes(all, today);
        for (const one of all.filter((candidate) => wasOpen(candidate, today)).slice(0, 12)) {
          const remaining = times.of(one);
          if (reference.finishes(null) < 20) {
            expect(remaining).toBeNull();
            continue;
          }
          told += 1;
          expect(remaining!.finishes).toBe(reference.finishes(one.family));
          expect(remaining!.factor).toBeCloseTo(reference.factor(one.product, today - one.created), 9);
          for (const share of [0.5, 0.8, 0.9, 0.95])
            expect(remaining!.quantile(share)).toBe(reference.quantile(one, share));
        }
        const fresh = { family: 'K1', product: 2, created: today, finished: null, gone: false };
        expect(times.ofNew(fresh)?.quantile(0.8) ?? null).toBe(
          reference.finishes(null) < 20 ? null : reference.quantile(fresh, 0.8),
        );
        expect(times.of(fresh)?.quantile(0.8)).toBe(times.ofNew(fresh)?.quantile(0.8));
      }),
      { numRuns: 15 },
    );
    expect(told).toBeGreaterThan(100);
  });

  it('knows nothing of what happened on its day or later', () => {
    fc.assert(
      fc.property(orders, fc.integer({ min: 300, max: 720 }), (all, today) => {
        const [seeing, blind] = [
          new RemainingTimes(all, today),
          new RemainingTimes(knownAt(all, today), today),
        ];
        for (const one of all.filter((candidate) => wasOpen(candidate, today)).slice(0, 10))
          for (const share of [0.5, 0.95])
            expect(seeing.of(one)?.quantile(share)).toBe(blind.of(one)?.quantile(share));
      }),
      { numRuns: 40 },
    );
  });

  it('is right of a factory whose orders finish by chance, half of which stay open in the history', () => {
    // One in forty finishes each day, whatever its age: the median is 27 days, also for old orders.
    const chance = 1 / 40;
    let state = 12345;
    const draw = (): number => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state / 2147483648;
    };
    const all = Array.from({ length: 6000 }, (_, n): PastOrder => {
      const created = Math.floor(n / 8);
      const lasts = Math.floor(Math.log(1 - draw()) / Math.log(1 - chance));
      return {
        of_id: n,
        family: 'K1',
        product: 1 + (n % 5),
        created,
        finished: created + lasts,
        gone: false,
      };
    });
    const known = knownAt(all, 740);
    const times = new RemainingTimes(known, 740);
    const open = all.filter((one) => wasOpen(one, 740));
    for (const share of [0.5, 0.8, 0.9]) {
      const covered = open.filter((one) => one.finished! - 740 <= times.of(one)!.quantile(share)!).length;
      expect(Math.abs(covered / open.length - share)).toBeLessThan(0.08);
    }
    for (const age of [5, 30, 80]) {
      const told = times.of({ family: 'K1', product: 1, created: 740 - age })!;
      expect(Math.abs(told.quantile(0.5)! - 27)).toBeLessThan(8);
      expect(told.shareBy(told.quantile(0.8)!)).toBeGreaterThanOrEqual(0.8);
      expect(told.shareBy(told.quantile(0.8)! - 1)).toBeLessThan(0.8);
    }
  });

  it('counts an order that is gone for nothing, and one that is open as long as it is', () => {
    const past = Array.from({ length: 40 }, (_, n): PastOrder => {
      return {
        of_id: n,
        family: 'K1',
        product: null,
        created: 100,
        finished: n < 30 ? 110 : null,
        gone: false,
      };
    });
    const ask = (all: readonly PastOrder[]) =>
      new RemainingTimes(all, 200).of({ family: 'K1', product: null, created: 199 })!.quantile(0.5);
    const withOpen = ask(past);
    const withGone = ask(past.map((one) => ({ ...one, gone: one.finished === null })));
    expect(withGone!).toBeLessThan(withOpen!);
    expect(withGone).toBe(ask(past.filter((one) => one.finished !== null)));
  });
});

describe('the baseline', () => {
  it('is the quantile of what took as long, of the family or of all', () => {
    fc.assert(
      fc.property(
        orders,
        fc.integer({ min: 300, max: 700 }),
        fc.constantFrom(0.1, 0.5, 0.9),
        (all, today, share) => {
          const baseline = new ForecastBaseline(all, today);
          const leads = (family: string | null, age: number) =>
            all
              .filter((one) => one.finished !== null && one.finished < today && one.finished >= today - 365)
              .filter((one) => family === null || one.family === family)
              .map((one) => one.finished! - one.created)
              .filter((lead) => lead >= age)
              .toSorted((a, b) => a - b);
          for (const one of all.filter((candidate) => wasOpen(candidate, today)).slice(0, 8)) {
            const age = today - one.created;
            const own = leads(one.family, age);
            const used = own.length >= 20 ? own : leads(null, age);
            expect(baseline.quantileOf(one, share)).toBe(
              used.length === 0 ? null : used[Math.ceil(share * used.length) - 1]! - age,
            );
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Every trial of the backtest is judged on this day; losses count no further than this. */
const today = 530;
const plan = { cutoffs: [400, 430], censor_days: 60 };
const never = Number.POSITIVE_INFINITY;

/** One cut-off and the orders that were open then, or came new, as a person would judge it: order by order. */
class Trial {
  readonly #cutoff: number;
  readonly #isOpen: boolean;
  readonly #judged: readonly PastOrder[];
  readonly #times: ReferenceTimes;
  readonly #baseline: ForecastBaseline;

  constructor(all: readonly PastOrder[], cutoff: number, population: 'OPEN' | 'NEW') {
    this.#cutoff = cutoff;
    this.#isOpen = population === 'OPEN';
    this.#judged = all.filter((one) =>
      this.#isOpen ? wasOpen(one, cutoff) : one.created >= cutoff && one.created < cutoff + 30,
    );
    this.#times = new ReferenceTimes(all, cutoff);
    this.#baseline = new ForecastBaseline(all, cutoff);
  }

  get families(): Set<string> {
    return new Set(this.#judged.map((one) => one.family));
  }

  mustGive(score: Score): void {
    const own = this.#judged.filter((one) => one.family === score.family);
    const judged = own.map((one) => this.#judge(one, score.share));
    const sum = (of: 'loss' | 'baseLoss') => judged.reduce((total, one) => total + one[of], 0);
    expect(score.orders).toBe(own.length);
    expect(score.loss).toBeCloseTo(sum('loss'), 6);
    expect(score.baseLoss).toBeCloseTo(sum('baseLoss'), 6);
    expect(score.judged).toBe(judged.filter(({ isKnown }) => isKnown).length);
    expect(score.covered).toBe(judged.filter(({ isCovered }) => isCovered).length);
  }

  #judge(one: PastOrder, share: number) {
    const from = this.#isOpen ? this.#cutoff : one.created;
    const ended = one.finished !== null && one.finished <= today;
    const y = ended ? one.finished! - from : never;
    const q = this.#forecast(one, share) ?? never;
    const b = this.#baselineOf(one, share) ?? never;
    return {
      loss: lossOf(y, q, share),
      baseLoss: lossOf(y, b, share),
      isKnown: ended || q < today - from,
      isCovered: ended && y <= q,
    };
  }

  /** Null, too, where a year had too few finishes. */
  #forecast(one: PastOrder, share: number): number | null {
    const seen = this.#isOpen ? one : { ...one, created: this.#cutoff };
    return this.#times.finishes(null) >= 20 ? this.#times.quantile(seen, share) : null;
  }

  #baselineOf(one: PastOrder, share: number): number | null {
    return this.#isOpen ? this.#baseline.quantileOf(one, share) : this.#baseline.quantileOfNew(one, share);
  }
}

type Score = ReturnType<typeof backtest>[number];

/** Days too early cost `share` each, days too late the rest of it. */
function lossOf(happened: number, told: number, share: number): number {
  const off = Math.min(plan.censor_days, happened) - Math.min(plan.censor_days, told);
  return Math.max(share * off, (share - 1) * off);
}

describe('the backtest', () => {
  it('sums the losses and the coverage of each cut-off, family and quantile, counted here order by order', () => {
    fc.assert(
      fc.property(orders, (all) => {
        const scores = backtest(all, plan, today);
        for (const cutoff of plan.cutoffs)
          for (const population of ['OPEN', 'NEW'] as const) {
            const trial = new Trial(all, cutoff, population);
            const found = scores.filter((one) => one.cutoff === cutoff && one.population === population);
            expect(new Set(found.map((one) => one.family))).toEqual(trial.families);
            for (const score of found.filter(({ share }) => share === 0.5 || share === 0.9))
              trial.mustGive(score);
          }
      }),
      { numRuns: 12 },
    );
  });

  it('leaves new orders out where the last of them could not be followed', () => {
    const all = fc.sample(orders, { numRuns: 1, seed: 7 })[0]!;
    const populations = (last: number) =>
      new Set(backtest(all, { cutoffs: [400], censor_days: 60 }, last).map((one) => one.population));
    expect(populations(490)).toEqual(new Set(['OPEN', 'NEW']));
    expect(populations(489)).toEqual(new Set(['OPEN']));
  });

  it('counts a loss in days, both sides cut', () => {
    expect(pinball(10, 4, 0.9, 60)).toBeCloseTo(5.4);
    expect(pinball(4, 10, 0.9, 60)).toBeCloseTo(0.6);
    expect(pinball(Number.POSITIVE_INFINITY, 50, 0.5, 60)).toBeCloseTo(5);
    expect(pinball(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0.5, 60)).toBe(0);
    expect(judgedShares).toEqual([0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95]);
  });
});

describe('the cut-offs', () => {
  it('of ten months are the 15ths with a quarter before and more than a quarter after', () => {
    const { cutoffs, censor_days } = planBacktest(day('2022-07-01'), day('2023-04-30'));
    expect(cutoffs.map(textOf)).toEqual(['2022-10-15', '2022-11-15', '2022-12-15', '2023-01-15']);
    expect(censor_days).toBe(90);
  });

  it('of six years are the last 36 with a year before and half a year after', () => {
    const { cutoffs, censor_days } = planBacktest(day('2017-03-05'), day('2023-04-30'));
    expect(cutoffs).toHaveLength(36);
    expect(textOf(cutoffs.at(-1)!)).toBe('2022-10-15');
    expect(censor_days).toBe(178);
    expect(planBacktest(day('2023-01-01'), day('2023-04-30')).cutoffs).toEqual([]);
  });
});

describe('the interval of a ratio', () => {
  it('is the same every time, holds the ratio, and narrows where the cut-offs agree', () => {
    const pairs = Array.from({ length: 12 }, (_, n) => ({ loss: 90 + (n % 4), baseLoss: 100 }));
    const interval = ratioInterval(pairs)!;
    expect(ratioInterval(pairs)).toEqual(interval);
    expect(interval.low).toBeLessThan(0.915);
    expect(interval.high).toBeGreaterThan(0.915);
    expect(interval.high - interval.low).toBeLessThan(0.03);
    expect(ratioInterval(pairs.slice(0, 1))).toBeNull();
    const same = ratioInterval(pairs.map(() => ({ loss: 3, baseLoss: 4 })))!;
    expect([same.low, same.high]).toEqual([0.75, 0.75]);
  });
});
