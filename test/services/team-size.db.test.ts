import { expect, it } from 'vitest';
import { specialFunctions } from '../../src/platform/special-functions.js';
import { firstServer } from '../support/database.js';
import { asking, sampleFactory } from './asking.js';
import { addDays, groupBy } from './raw.js';

type Line = Record<string, number | null>;
interface Timed {
  readonly phase: number;
  readonly stratum: string;
  readonly people: number;
  readonly ln: number;
}

/** Fitted on single phases, each less the mean of its stratum; the interval from the residuals summed by stratum. */
function fitted(timed: readonly Timed[], quantile: (degrees: number) => number) {
  const strata = [...groupBy(timed, ({ stratum }) => stratum).values()]
    .map((ones) => {
      const mean = (of: 'people' | 'ln'): number => ones.reduce((sum, one) => sum + one[of], 0) / ones.length;
      const [people, ln] = [mean('people'), mean('ln')];
      return ones.map((one) => ({ x: one.people - people, y: one.ln - ln }));
    })
    .filter((ones) => ones.some(({ x }) => Math.abs(x) > 1e-9));
  const all = strata.flat();
  const spread = all.reduce((sum, { x }) => sum + x * x, 0);
  const slope = all.reduce((sum, { x, y }) => sum + x * y, 0) / spread;
  const scores = strata.map((ones) => ones.reduce((sum, { x, y }) => sum + x * (y - slope * x), 0));
  const n = strata.length;
  const error = Math.sqrt((scores.reduce((sum, one) => sum + one * one, 0) * n) / (n - 1)) / spread;
  const reach = n < 2 ? Number.NaN : quantile(n - 1) * error;
  return { strata: n, ratio: Math.exp(slope), low: Math.exp(slope - reach), high: Math.exp(slope + reach) };
}

it('tells teams and durations as single phases do', async () => {
  const { plant, factory } = await sampleFactory(firstServer, 1500);
  const { raw } = factory;
  const lines = (await asking(plant, 'kpis.team_size')).data as Line[];
  const { stdtr } = await specialFunctions();
  /** By halving, from the distribution itself. */
  const quantile = (degrees: number): number => {
    let [low, high] = [0, 700];
    while (high - low > 1e-10) {
      const middle = (low + high) / 2;
      if (stdtr(degrees, middle) < 0.975) low = middle;
      else high = middle;
    }
    return low;
  };
  const familyOf = new Map(factory.orders.map((one) => [one.of_id, one.familia]));
  const people = groupBy(raw.workers, ({ faseof_id }) => faseof_id);
  const work = new Set(raw.catalogue.filter((one) => one.work).map(({ fase_id }) => fase_id));
  const first = addDays(factory.today, -365);
  const timed = raw.phases.flatMap((one): Timed[] => {
    const { inicio, fim, fase_id } = one;
    if (!work.has(fase_id) || inicio === null || fim === null || fim <= inicio) return [];
    if (fim > raw.asOf || fim.slice(0, 10) < first) return [];
    const team = people.get(one.faseof_id)?.length ?? 0;
    const seconds = (Date.parse(`${fim}Z`) - Date.parse(`${inicio}Z`)) / 1000;
    const stratum = `${familyOf.get(one.of_id) ?? '?'} ${fim.slice(0, 7)}`;
    return team === 0 ? [] : [{ phase: fase_id, stratum, people: team, ln: Math.log(seconds) }];
  });
  const byPhase = groupBy(timed, ({ phase }) => phase);
  expect(new Set(lines.map(({ fase_id }) => fase_id))).toEqual(new Set(byPhase.keys()));
  let told = 0;
  for (const line of lines) {
    const ones = byPhase.get(line.fase_id!)!;
    const pairs = ones.filter((one) => one.people === 2);
    expect(line).toMatchObject({ durations: ones.length, durations_2: pairs.length });
    expect(line.people_mean).toBeCloseTo(ones.reduce((sum, one) => sum + one.people, 0) / ones.length, 9);
    const mean = pairs.reduce((sum, one) => sum + one.ln, 0) / pairs.length;
    if (pairs.length > 0) expect(line.hours_2).toBeCloseTo(Math.exp(mean) / 3600, 6);
    const usual = Math.max(...[...groupBy(ones, (one) => one.people).values()].map(({ length }) => length));
    const found = fitted(ones, quantile);
    if (found.strata < 10 || ones.length - usual < 30) {
      expect(line).toMatchObject({ duration_ratio_per_person: null, ratio_low: null, ratio_high: null });
      continue;
    }
    told += 1;
    expect(line.strata).toBe(found.strata);
    expect(line.duration_ratio_per_person).toBeCloseTo(found.ratio, 6);
    expect(line.ratio_low).toBeCloseTo(found.low, 6);
    expect(line.ratio_high).toBeCloseTo(found.high, 6);
  }
  expect(told).toBeGreaterThan(0);
});
