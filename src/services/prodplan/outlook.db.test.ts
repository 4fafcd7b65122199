import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReferenceTimes } from '../../../test/aggregates/remaining-reference.js';
import {
  askFor,
  dataOf,
  daysBetween,
  openOrders,
  percentile,
  type Raw,
  sampleFactory,
  stateOf,
} from '../../../test/services/factory.js';
import type { TestDatabase } from '../../../test/support/database.js';

let factory: TestDatabase & { readonly raw: Raw };
let families: Map<number, string>;
let today: number;
beforeAll(async () => {
  factory = await sampleFactory(900);
  const { rows } = await pool().query<{ produto_id: number; familia: string }>(
    'SELECT produto_id, familia FROM agg_product',
  );
  families = new Map(rows.map((one) => [one.produto_id, one.familia]));
  today = dayOf(factory.raw.asOf);
});
afterAll(async () => await factory?.drop());

const pool = () => factory.database.pool;
const dayOf = (moment: string): number => daysBetween('2000-01-01', moment);
const textOf = (day: number): string =>
  new Date(Date.UTC(2000, 0, 1) + day * 86_400_000).toISOString().slice(0, 10);
const familyOf = (product: number | null): string => {
  const family = product === null ? '?' : (families.get(product) ?? '?');
  return family === '?' ? 'other' : family;
};

/** Orders as the forecast may learn from them, read here from the dump's own rows. */
function pastOrders() {
  const resting = new Set([9, 10, 12, 13, 15, 16, 17, 49, 50, 72]);
  return factory.raw.orders
    .filter((one) => one.of_data_criacao !== null)
    .map((one) => {
      const created = dayOf(one.of_data_criacao!);
      const ended = one.of_data_acabamento === null ? null : dayOf(one.of_data_acabamento);
      return {
        family: familyOf(one.of_produto_id),
        product: one.of_produto_id,
        created,
        finished: ended !== null && ended >= created ? ended : null,
        gone: ended === null && one.of_fase_id !== null && resting.has(one.of_fase_id),
      };
    });
}

interface Promise_ {
  readonly family_finishes: number;
  readonly product_finishes: number;
  readonly product_factor: number;
  readonly created_day: string;
  readonly wanted_share: number | null;
  readonly quantiles: readonly { quantile: number; days: number | null; finish_day: string | null }[];
}

describe('a promise', () => {
  it('is what the definition gives for an order that begins now, day by day and order by order', async () => {
    const orders = pastOrders();
    const reference = new ReferenceTimes(orders, today);
    let told = 0;
    for (const produto_id of [...new Set(orders.map(({ product }) => product!))].slice(0, 12)) {
      const reply = await askFor(pool(), 'prodplan.promise', { produto_id: String(produto_id) });
      const family = familyOf(produto_id);
      if (reference.finishes(family) < 30) {
        expect(reply).toMatchObject({ status: 'NOT_SUPPORTED_BY_DATA', data: null });
        continue;
      }
      told += 1;
      const data = reply.data as Promise_;
      const fresh = { family, product: produto_id, created: today, finished: null, gone: false };
      expect(data.family_finishes).toBe(reference.finishes(family));
      for (const { quantile, days, finish_day } of data.quantiles) {
        expect(days).toBe(reference.quantile(fresh, quantile));
        expect(finish_day).toBe(days === null ? null : textOf(today + days));
      }
      expect(data.product_finishes).toBe(
        orders.filter(
          (one) =>
            one.product === produto_id &&
            one.finished !== null &&
            one.finished < today &&
            one.finished >= today - 365,
        ).length,
      );
    }
    expect(told).toBeGreaterThan(2);
  });

  it('moves with the day of release, and tells the share of a wanted day', async () => {
    const { rows } = await pool().query(
      `SELECT produto_id FROM agg_order WHERE state = 'DONE' AND familia = 'K1' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
    const produto_id = String(rows[0].produto_id);
    const now = await dataOf<Promise_>(pool(), 'prodplan.promise', { produto_id });
    const date = textOf(today + 10);
    const p80 = now.quantiles.find(({ quantile }) => quantile === 0.8)!.days!;
    const ask = async (wanted: number) =>
      await dataOf<Promise_>(pool(), 'prodplan.promise', { produto_id, date, wanted: textOf(wanted) });
    const later = await ask(today + 10 + p80);
    expect(later.quantiles.map(({ days }) => days)).toEqual(now.quantiles.map(({ days }) => days));
    expect(later.quantiles[1]!.finish_day).toBe(textOf(today + 10 + p80));
    expect(later.wanted_share).toBeGreaterThanOrEqual(0.8);
    expect((await ask(today + 9 + p80)).wanted_share).toBeLessThan(0.8);
    expect((await ask(today + 9)).wanted_share).toBe(0);
    await expect(
      askFor(pool(), 'prodplan.promise', { produto_id, date: textOf(today - 1) }),
    ).rejects.toMatchObject({ code: 'BAD_PARAMETER' });
    await expect(askFor(pool(), 'prodplan.promise', { produto_id: '99999999' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

interface Told {
  readonly of_id: number;
  readonly fase_id: number | null;
  readonly state: string;
  readonly due_day: string | null;
  readonly days_left: number | null;
  readonly is_zombie: boolean;
  readonly remaining_days_median: number | null;
  readonly phases_left: number;
  readonly standing_days: number | null;
  readonly reason: string;
  readonly reason_value: number | null;
  readonly reason_usual: number | null;
  readonly sentence: string;
}

/** Days that each phase took, the wait before it included, in the orders finished in the last year, from the raw rows. */
function staysOf(phase: number | null): number[] {
  const { raw } = factory;
  const firstDay = today - 365;
  return raw.orders.flatMap((order) => {
    const phases = raw.phasesOf.get(order.of_id) ?? [];
    const ended = order.of_data_acabamento;
    if (stateOf(order, phases) !== 'DONE' || ended === null) return [];
    if (dayOf(ended) < firstDay || dayOf(ended) > today) return [];
    const rows = phases
      .filter(({ faseof_fim }) => faseof_fim !== null && dayOf(faseof_fim) < today)
      .toSorted((a, b) => momentOf(a.faseof_fim!) - momentOf(b.faseof_fim!) || a.faseof_id - b.faseof_id);
    return rows.flatMap((one, at) => {
      const before = at === 0 ? order.of_data_criacao : rows[at - 1]!.faseof_fim;
      if (one.faseof_fase_id !== phase || before === null) return [];
      const days = (momentOf(one.faseof_fim!) - momentOf(before)) / 86_400_000;
      return days < 0 ? [] : [days];
    });
  });
}

/** What must be said of an order, where the dump's own rows say so. */
function firstReasonOf(one: Told): object | null {
  if (one.remaining_days_median === null) return { sentence: expect.stringMatching(/^Sem previsão/) };
  const reworks = (factory.raw.phasesOf.get(one.of_id) ?? []).filter(
    ({ faseof_retorno, faseof_fim }) => faseof_retorno === true && faseof_fim === null,
  ).length;
  if (reworks > 0) return { reason: 'REWORK', reason_value: reworks };
  if (one.state === 'CREATED') return { reason: 'NOT_BEGUN' };
  const stays = staysOf(one.fase_id);
  const isLong = stays.length >= 20 && one.standing_days! > percentile(stays, 0.9)!;
  if (!isLong) return null;
  const reason_usual = expect.closeTo(percentile(stays, 0.5)!, 6);
  return { reason: 'STANDING', reason_value: one.standing_days, reason_usual };
}

const momentOf = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`);

describe('the forecast of all open orders', () => {
  it('has every open order once, with the days that the list of risks gives those with a due day', async () => {
    const all = await dataOf<Told[]>(pool(), 'prodplan.forecast', { include_zombies: 'true' });
    const open = openOrders(factory.raw);
    expect(new Set(all.map(({ of_id }) => of_id))).toEqual(new Set(open.map(({ of_id }) => of_id)));
    expect(all).toHaveLength(open.length);
    const byId = new Map(all.map((one) => [one.of_id, one]));
    const risks = await dataOf<{ of_id: number; remaining_days_median: number | null; days_left: number }[]>(
      pool(),
      'prodplan.risk_queue',
      { include_zombies: 'true', limit: '1000', sort: 'of_id' },
    );
    expect(risks.length).toBeGreaterThan(10);
    for (const one of risks)
      expect(byId.get(one.of_id)).toMatchObject({
        remaining_days_median: one.remaining_days_median,
        days_left: one.days_left,
      });
    const kept = await dataOf<Told[]>(pool(), 'prodplan.forecast');
    expect(kept).toEqual(all.filter(({ is_zombie }) => !is_zombie));
    for (const { of_id, phases_left } of all)
      expect(phases_left).toBe(
        (factory.raw.phasesOf.get(of_id) ?? []).filter(({ faseof_fim }) => faseof_fim === null).length,
      );
  });

  it('gives the first reason of the list that holds, with its numbers', async () => {
    const all = await dataOf<Told[]>(pool(), 'prodplan.forecast', { include_zombies: 'true' });
    const seen = new Map<string, number>();
    for (const one of all) {
      seen.set(one.reason, (seen.get(one.reason) ?? 0) + 1);
      const first = firstReasonOf(one);
      if (first === null) expect(['QUEUE', 'DUE_BEFORE', 'RARE_MODEL', 'ON_PACE']).toContain(one.reason);
      else expect(one, `${one.of_id}`).toMatchObject(first);
      const { reason, days_left, remaining_days_median } = one;
      if (reason === 'DUE_BEFORE') expect(remaining_days_median).toBeGreaterThan(days_left!);
      if (reason === 'ON_PACE' && days_left !== null)
        expect(remaining_days_median).toBeLessThanOrEqual(days_left);
    }
    for (const reason of ['REWORK', 'NOT_BEGUN', 'STANDING']) expect([...seen.keys()]).toContain(reason);
    const standing = await dataOf<Told[]>(pool(), 'prodplan.forecast', {
      include_zombies: 'true',
      reason: 'STANDING',
    });
    expect(standing).toHaveLength(seen.get('STANDING')!);
    expect(standing[0]!.sentence).toMatch(/^Parada nesta fase há \d+ dias; a mediana é .* dias?\.$/);
  });
});

interface Out {
  readonly horizon_days: number;
  readonly until_day: string;
  readonly expected: number;
  readonly pace: number;
  readonly seasonal: number;
  readonly summed: number;
  readonly expected_low: number | null;
}

it('the output of four and eight weeks rests on the pace that the dump has, and has no interval before it was tried', async () => {
  const reply = await askFor(pool(), 'prodplan.output');
  const rows = reply.data as Out[];
  expect(rows.map(({ horizon_days, until_day }) => [horizon_days, until_day])).toEqual([
    [28, textOf(today + 27)],
    [56, textOf(today + 55)],
  ]);
  const finished = pastOrders().filter(
    (one) => one.finished !== null && one.finished < today && one.finished >= today - 91,
  ).length;
  for (const one of rows) {
    expect(one.pace).toBeCloseTo((finished / 91) * one.horizon_days, 9);
    expect(one.expected).toBeCloseTo((one.pace + one.seasonal + one.summed) / 3, 9);
    expect(one.expected_low).toBeNull();
  }
  expect(reply).toMatchObject({ status: 'DEGRADED' });
});

it('the output has the interval of the weeks that were tried, where there are enough', async () => {
  await pool().query(
    `INSERT INTO forecast_origin_output (origin_day, horizon_days, pace, expected, came, low, high)
     SELECT date '2022-01-03' + 7 * n, 28, 100, 100, CASE WHEN n % 2 = 0 THEN 202 ELSE 49 END, 60, 210 FROM generate_series(1, 52) n`,
  );
  const [four, eight] = await dataOf<(Out & { coverage: number | null; median_error: number })[]>(
    pool(),
    'prodplan.output',
  );
  // Half of the weeks brought twice as many, (202 + 2) / (100 + 2), the others half of them.
  expect(four!.expected_low).toBe(Math.round((four!.expected + 2) / 2 - 2));
  expect(four).toMatchObject({ expected_high: Math.round((four!.expected + 2) * 2 - 2), coverage: 0.5 });
  expect(four!.median_error).toBeCloseTo(102 / 202, 9);
  expect(eight!.expected_low).toBeNull();
});
