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
import { noFamily } from '../../../aggregates/index.js';
import { familyOf } from '../../../contract/factory/index.js';

/** Flow, ageing, rework and release, each figure counted again over the rows of the dump. */
let factory: TestDatabase & { readonly raw: Raw };
let raw: Raw;
beforeAll(async () => {
  factory = await sampleFactory(900, 4);
  raw = factory.raw;
});
afterAll(async () => await factory?.drop());

const ask = <T>(name: string, params: Record<string, string> = {}) =>
  dataOf<T>(factory.database.pool, name, params);

const dayMs = 86_400_000;
const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);
const today = '2023-04-30';
const familia = ({ of_produto_id }: RawOrder): string =>
  familyOf(raw.models.get(of_produto_id ?? -1)?.produto_nome ?? null) ?? noFamily;
const phases = (order: RawOrder) => raw.phasesOf.get(order.of_id) ?? [];
const state = (order: RawOrder): string => stateOf(order, phases(order));

function leadOf(order: RawOrder): number | null {
  const { of_data_criacao: created, of_data_acabamento: finished } = order;
  if (state(order) === 'SCRAPPED' || created === null || finished === null || finished > raw.asOf)
    return null;
  const days = daysBetween(created, finished);
  return days < 0 ? null : days;
}

/** By milestone the day by which it was reached, asked milestone by milestone. */
function reachedOf(order: RawOrder): (string | null)[] | null {
  const created = order.of_data_criacao;
  const isDone = state(order) === 'DONE';
  if (created === null || state(order) === 'SCRAPPED' || (isDone && leadOf(order) === null)) return null;
  const earliest = (moments: (string | null)[]): string | null =>
    moments
      .filter((one): one is string => one !== null && one <= raw.asOf)
      .toSorted()[0]
      ?.slice(0, 10) ?? null;
  const ended = (fase: number) =>
    earliest(phases(order).map((one) => (one.faseof_fase_id === fase ? one.faseof_fim : null)));
  const own = [
    earliest(
      phases(order).map((one) => (one.faseof_fase_id === 11 ? null : (one.faseof_inicio ?? one.faseof_fim))),
    ),
    ended(6),
    ended(8),
    isDone ? dayOf(order.of_data_acabamento!) : null,
  ];
  const reached = own.map((_, at) => {
    const day = own
      .slice(at)
      .filter((one) => one !== null)
      .toSorted()[0];
    return day === undefined ? null : day < dayOf(created) ? dayOf(created) : day;
  });
  return [dayOf(created), ...reached];
}

const totals = ['created', 'started', 'demoulded', 'inspected', 'finished'] as const;

describe('cumulative flow', () => {
  it.each([
    ['week', {}],
    ['day', { from: '2023-03-01', to: '2023-03-20' }],
  ])('by %s is what counting boats at each of its days gives', async (by, period: Record<string, string>) => {
    const found = raw.orders.flatMap((order) => {
      const reached = reachedOf(order);
      return reached === null ? [] : [reached];
    });
    expect(found.some((reached) => reached[2] === null && reached[4] !== null)).toBe(false);
    const rows = await ask<Record<string, string | number>[]>('prodplan.cumulative_flow', { by, ...period });
    const first = period.from ?? '2023-01-31';
    const before = found.filter((reached) => reached[4] !== null && reached[4]! < first).length;
    expect(before).toBeGreaterThan(50);
    expect(rows.at(-1)!.until_day).toBe(period.to ?? today);
    expect(rows).toHaveLength(by === 'day' ? 20 : 13);
    for (const [at, row] of rows.entries()) {
      const day = String(row.until_day);
      if (by === 'week' && at < rows.length - 1) expect(new Date(`${day}T00:00Z`).getUTCDay()).toBe(0);
      const counted = totals.map(
        (_, place) =>
          found.filter((reached) => reached[place] !== null && reached[place]! <= day).length - before,
      );
      expect(totals.map((name) => row[`${name}_total`])).toEqual(counted);
      expect(counted.toSorted((a, b) => b - a)).toEqual(counted);
    }
  });
});

describe('ageing', () => {
  it('holds each boat in hand against those of its family that left the same milestone', async () => {
    const names = ['CREATED', 'STARTED', 'DEMOULDED', 'CONTROLLED'];
    const finished = raw.orders.filter((order) => {
      const lead = leadOf(order);
      return (
        lead !== null && state(order) === 'DONE' && daysBetween(order.of_data_acabamento!, raw.asOf) < 365
      );
    });
    const ofFamily = groupBy(finished, familia);
    const expected = openOrders(raw)
      .filter(({ zombie, age }) => !zombie && age !== null && age >= 0)
      .map((order) => {
        const reached = reachedOf(order)!;
        const place = reached.findLastIndex((day) => day !== null);
        const own = ofFamily.get(familia(order)) ?? [];
        const alike = own.length >= 30 ? own : finished;
        const ages = alike.map((one) => {
          const days = reachedOf(one)!;
          return daysBetween(days[0]!, days[place + 1]!);
        });
        const [p50, p85, p95] = [0.5, 0.85, 0.95].map((share) => percentile(ages, share)!);
        const above = [p50!, p85!, p95!].filter((one) => order.age! > one).length;
        return {
          of_id: order.of_id,
          milestone: names[place],
          age_days: order.age,
          left_p50_days: p50,
          left_p85_days: p85,
          left_p95_days: p95,
          compared_orders: alike.length,
          band: ['UP_TO_P50', 'UP_TO_P85', 'UP_TO_P95', 'BEYOND_P95'][above],
        };
      });
    expect(expected.length).toBeGreaterThan(30);
    const rows = await ask<{ of_id: number; band: string }[]>('prodplan.ageing');
    expect(new Set(rows.map(({ band }) => band)).size).toBeGreaterThan(2);
    const byId = (a: { of_id: number }, b: { of_id: number }) => a.of_id - b.of_id;
    expect(rows.toSorted(byId)).toMatchObject(expected.toSorted(byId));
    expect(rows[0]!.band).toBe('BEYOND_P95');
  });
});

describe('the cost of rework', () => {
  it('is the mean of what each boat with it took longer than those without, of its family and month', async () => {
    const from = '2022-09-01';
    const finished = raw.orders.filter(
      (order) =>
        leadOf(order) !== null && state(order) === 'DONE' && dayOf(order.of_data_acabamento!) >= from,
    );
    const hasRework = (order: RawOrder) =>
      phases(order).some((one) => one.faseof_retorno === true && one.faseof_fim !== null);
    const gaps: number[] = [];
    const withs: number[] = [];
    for (const order of finished.filter(hasRework)) {
      const others = finished.filter(
        (one) =>
          !hasRework(one) &&
          familia(one) === familia(order) &&
          one.of_data_acabamento!.slice(0, 7) === order.of_data_acabamento!.slice(0, 7),
      );
      if (others.length < 5) continue;
      const usual = others.reduce((sum, one) => sum + leadOf(one)!, 0) / others.length;
      gaps.push(leadOf(order)! - usual);
      withs.push(leadOf(order)!);
    }
    const { total, same_model, families } = await ask<{
      total: Record<string, number>;
      same_model: Record<string, number | null>;
      families: Record<string, number>[];
    }>('prodplan.rework_cost', { from });
    const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
    expect(gaps.length).toBeGreaterThan(10);
    expect(total).toMatchObject({
      orders: finished.length,
      orders_with_rework: finished.filter(hasRework).length,
      orders_matched: gaps.length,
    });
    expect(total.difference_days).toBeCloseTo(mean(gaps), 9);
    expect(total.days_with).toBeCloseTo(mean(withs), 9);
    expect(total.difference_total_days).toBeCloseTo(mean(gaps) * gaps.length, 6);
    expect(total.difference_low).toBeLessThan(mean(gaps));
    const quarter = ({ of_data_acabamento: at }: RawOrder) =>
      `${at!.slice(0, 4)} ${Math.ceil(Number(at!.slice(5, 7)) / 3)}`;
    const alike = finished.filter(hasRework).flatMap((order) => {
      const others = finished.filter(
        (one) =>
          !hasRework(one) && one.of_produto_id === order.of_produto_id && quarter(one) === quarter(order),
      );
      const usual = others.reduce((sum, one) => sum + leadOf(one)!, 0) / others.length;
      return others.length < 5 ? [] : [leadOf(order)! - usual];
    });
    if (alike.length < 10) expect(same_model.difference_days).toBeNull();
    else expect(same_model.difference_days).toBeCloseTo(mean(alike), 9);
    expect(families.reduce((sum, one) => sum + one.orders!, 0)).toBe(finished.length);
  });
});

describe('release', () => {
  it('counts what was in work day by day, and what a lead time allows', async () => {
    const spans = raw.orders.flatMap((order) => {
      const reached = reachedOf(order);
      return reached === null ? [] : [{ created: reached[0]!, finished: reached[4]!, lead: leadOf(order) }];
    });
    const inWork = (day: string) =>
      spans.filter(
        ({ created, finished }) =>
          created <= day && (finished === null || finished > day) && daysBetween(created, day) <= 365,
      ).length;
    const stretch = (from: string, to: string) => {
      const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
      const out = spans.filter(({ finished }) => finished !== null && finished >= from && finished <= to);
      return {
        days: days.length,
        finished: out.length,
        created: spans.filter(({ created }) => created >= from && created <= to).length,
        lead: out.reduce((sum, { lead }) => sum + lead!, 0) / out.length,
        wip: days.reduce((sum, day) => sum + inWork(day), 0) / days.length,
      };
    };
    const data = await ask<Record<string, number> & { months: Record<string, number | string>[] }>(
      'prodplan.release',
      { wanted_days: '20' },
    );
    const now = stretch('2023-01-31', today);
    expect(data).toMatchObject({
      created_orders: now.created,
      finished_orders: now.finished,
      wip_last: inWork(today),
    });
    expect(data.wip_average).toBeCloseTo(now.wip, 9);
    expect(data.lead_time_days_mean).toBeCloseTo(now.lead, 9);
    expect(data.wip_allowed).toBeCloseTo((20 * now.finished) / now.days, 9);
    expect(data.wip_over).toBeCloseTo(inWork(today) - (20 * now.finished) / now.days, 9);
    const march = stretch('2023-03-01', '2023-03-31');
    const row = data.months.find(({ month }) => month === '2023-03-01')!;
    expect(row).toMatchObject({ created_orders: march.created, finished_orders: march.finished });
    expect(row.lead_days_by_wip).toBeCloseTo((march.wip * march.days) / march.finished, 9);
    expect(row.lead_time_days_mean).toBeCloseTo(march.lead, 9);
    const begun = spans.map(({ created }) => created).toSorted()[Math.ceil(spans.length / 100) - 1]!;
    const before = ['2023-03', '2023-02', '2023-01', '2022-12', '2022-11', '2022-10', '2022-09', '2022-08'];
    const whole = [...before, '2022-07', '2022-06', '2022-05', '2022-04'].map((month) => `${month}-01`);
    const settled = whole.filter((start) => daysBetween(begun, start) >= 2 * now.lead);
    expect(data.months.map(({ month }) => month)).toEqual(settled);
    expect(settled.length).toBeGreaterThan(2);
    const errors = data.months.flatMap(({ lead_days_by_wip: told, lead_time_days_mean: was }) =>
      told === null || was === null ? [] : [Math.abs(Number(told) - Number(was)) / Number(was)],
    );
    expect(data.months_error_median).toBeCloseTo(percentile(errors, 0.5)!, 9);
  });
});
