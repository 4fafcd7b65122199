import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  dataOf,
  dayOf,
  daysBetween,
  groupBy,
  openOrders,
  percentile,
  type Raw,
  type RawOrder,
  sampleFactory,
  stateOf,
} from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';
import { familyOf } from '../../../contract/factory/index.js';

/** The bottlenecks of an invented factory, counted again over the rows of the dump. */
let factory: TestDatabase & { raw: Raw };
let raw: Raw;
beforeAll(async () => {
  factory = await sampleFactory(1400, 2);
  raw = factory.raw;
});
afterAll(async () => await factory?.drop());

type Line = Record<string, number | string | boolean | null>;

interface Answer {
  readonly active_days: number;
  readonly year_days: number;
  readonly first_day: string;
  readonly last_day: string;
  readonly finished_orders: number;
  readonly factory: Line;
  readonly phases: readonly Line[];
  readonly side_lines: readonly Line[];
  readonly automatic: readonly Line[];
}

const ask = (params: Record<string, string> = {}) =>
  dataOf<Answer>(factory.database.pool, 'prodplan.bottlenecks', params);

const linesOf = ({ phases, side_lines, automatic }: Answer) => [...phases, ...side_lines, ...automatic];

function isStaffed(phase: number): boolean {
  const known = raw.catalogue.get(phase);
  return known?.fase_de_producao === true && known.fase_automatica !== true;
}

/** The active days of the year before the dump's, the last one first. */
function activeDays(): string[] {
  const work = raw.phases.filter(
    (one) => one.faseof_fim !== null && one.faseof_fim <= raw.asOf && isStaffed(one.faseof_fase_id),
  );
  const byDay = groupBy(work, (one) => dayOf(one.faseof_fim!));
  const median = percentile(
    [...byDay.values()].map((rows) => rows.length),
    0.5,
  )!;
  return [...byDay]
    .filter(([day, rows]) => {
      const ago = daysBetween(day, raw.asOf);
      return rows.length >= 0.1 * median && ago > 0 && ago < 365;
    })
    .map(([day]) => day)
    .toSorted()
    .toReversed();
}

const everybody: IsMine = () => true;

type IsMine = (order: Pick<RawOrder, 'of_produto_id'>) => boolean;

/** Of each phase how many orders ended it on each of these days. */
function dailyCounts(days: readonly string[], isMine: IsMine): Map<number, number[]> {
  const mine = new Set(raw.orders.filter(isMine).map((one) => one.of_id));
  // Phases may name orders that no sheet lists: they are of nobody's product, and of the factory all the same.
  const ended = raw.phases.filter(
    (one) => one.faseof_fim !== null && (isMine === everybody || mine.has(one.faseof_of_id)),
  );
  return new Map(
    [...groupBy(ended, (one) => one.faseof_fase_id)].map(([phase, rows]) => {
      const byDay = groupBy(rows, (one) => dayOf(one.faseof_fim!));
      const orders = (day: string) => new Set((byDay.get(day) ?? []).map((one) => one.faseof_of_id));
      return [phase, days.map((day) => orders(day).size)];
    }),
  );
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);

function paceOf(daily: readonly number[]) {
  const windows = daily.slice(19).map((_, place) => sum(daily.slice(place, place + 20)));
  return { now: sum(daily.slice(0, 20)), year: sum(daily), p90: percentile(windows, 0.9) };
}

/** The chance of at most so many by Poisson, term by term. */
function atMost(count: number, mean: number): number {
  let term = Math.exp(-mean);
  let total = term;
  for (let n = 1; n <= count; n++) {
    term *= mean / n;
    total += term;
  }
  return total;
}

/** The mean at which that chance has fallen to `chance`, by halving. */
function meanWhere(count: number, chance: number): number {
  let [low, high] = [0, 1000];
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (atMost(count, middle) > chance) low = middle;
    else high = middle;
  }
  return low;
}

function near(told: unknown, counted: number | null): void {
  if (counted === null) return expect(told).toBeNull();
  expect(Math.abs((told as number) - counted)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(counted)));
}

/** Finished in the year before the dump's day, on a day that does not lie. */
function isFinishedLately(order: RawOrder): boolean {
  const { of_id, of_data_criacao: created, of_data_acabamento: finished } = order;
  if (stateOf(order, raw.phasesOf.get(of_id)) !== 'DONE' || finished === null || finished > raw.asOf)
    return false;
  if (created !== null && dayOf(finished) < dayOf(created)) return false;
  const ago = daysBetween(finished, raw.asOf);
  return ago > 0 && ago < 365;
}

interface Counted {
  readonly counts: readonly number[];
  readonly orders: number;
  readonly boats: number;
  readonly all: ReturnType<typeof paceOf>;
}

function sameLine(line: Line, { counts, orders, boats, all }: Counted): void {
  const phase = line.fase_id as number;
  const { now, year, p90 } = paceOf(counts);
  expect(line).toMatchObject({
    orders,
    completed: now,
    completed_year: year,
    completed_before: sum(counts.slice(20, 40)),
  });
  near(line.days_to_clear, now === 0 ? null : (orders * 20) / now);
  near(line.days_to_clear_low, (orders * 20) / meanWhere(now, 0.025));
  near(line.days_to_clear_high, now === 0 ? null : (orders * 20) / meanWhere(now - 1, 0.975));
  near(line.pace_p90_per_day, p90! / 20);
  near(line.utilisation, p90 === 0 ? null : now / p90!);
  near(line.relative_pace, year === 0 || all.now === 0 ? null : now / all.now / (year / all.year));
  near(line.passes_per_boat, boats < 5 ? null : year / boats);
  const isSide = boats >= 5 && year / boats < 0.05;
  expect(line.line).toBe(isStaffed(phase) ? (isSide ? 'SIDE' : 'MAIN') : 'AUTOMATIC');
  expect(raw.catalogue.get(phase)?.fase_de_producao).toBe(true);
}

/** Every figure of an answer against the rows of the orders that pass its filters. */
function same(answer: Answer, isMine: IsMine): void {
  const days = activeDays();
  expect(answer).toMatchObject({
    active_days: 20,
    year_days: days.length,
    first_day: days[19],
    last_day: days[0],
  });
  const daily = dailyCounts(days, isMine);
  const staffed = [...daily].filter(([phase]) => isStaffed(phase)).map(([, counts]) => counts);
  const all = paceOf(days.map((_, place) => sum(staffed.map((counts) => counts[place]!))));
  near(answer.factory.utilisation, all.p90 ? all.now / all.p90 : null);
  near(answer.factory.pace_of_year, all.year === 0 ? null : all.now / 20 / (all.year / days.length));
  const boats = raw.orders.filter((one) => isMine(one) && isFinishedLately(one)).length;
  expect(answer.finished_orders).toBe(boats);
  const standing = openOrders(raw).filter((one) => !one.zombie && isMine(one));
  for (const line of linesOf(answer)) {
    const phase = line.fase_id as number;
    const counts = daily.get(phase) ?? days.map(() => 0);
    const orders = standing.filter((one) => one.of_fase_id === phase).length;
    sameLine(line, { counts, orders, boats, all });
  }
  for (const list of [answer.phases, answer.side_lines, answer.automatic]) {
    const low = list.map((line) => line.days_to_clear_low as number);
    expect(low).toEqual(low.toSorted((a, b) => b - a));
  }
}

describe('the bottlenecks', () => {
  it('are what is standing over what the last twenty active days cleared, with what that is held against', async () => {
    const answer = await ask();
    same(answer, everybody);
    expect(answer.phases.length).toBeGreaterThan(5);
    expect(answer.side_lines.length).toBeGreaterThan(0);
    expect(answer.automatic.length).toBeGreaterThan(0);
    expect(answer.phases.every((line) => line.refused === null)).toBe(true);
    // What is standing anywhere in work is in one of the lists.
    const work = openOrders(raw).filter(
      (one) => !one.zombie && raw.catalogue.get(one.of_fase_id ?? -1)?.fase_de_producao,
    );
    expect(sum(linesOf(answer).map((line) => line.orders as number))).toBe(work.length);
  });

  it('of a family, or of one product, count its orders only, over the same days', async () => {
    same(
      await ask({ familia: 'K1' }),
      (one) => familyOf(raw.models.get(one.of_produto_id ?? -1)?.produto_nome ?? null) === 'K1',
    );
    const open = groupBy(openOrders(raw), (one) => one.of_produto_id);
    for (const [product] of [...open].toSorted((a, b) => b[1].length - a[1].length).slice(0, 3))
      if (product !== null)
        same(await ask({ produto_id: String(product) }), (one) => one.of_produto_id === product);
  });

  it('of one phase are its line among all, held against the same factory', async () => {
    const all = await ask();
    const one = await ask({ fase_id: '6' });
    expect(linesOf(one)).toEqual(linesOf(all).filter((line) => line.fase_id === 6));
    expect(linesOf(one)).toHaveLength(1);
    expect(one.factory).toEqual(all.factory);
  });

  it('of a phase that does not exist are none, and nobody blames the days', async () => {
    expect(await ask({ fase_id: '999' })).toMatchObject({
      phases: [],
      side_lines: [],
      automatic: [],
      active_days: 20,
    });
  });
});
