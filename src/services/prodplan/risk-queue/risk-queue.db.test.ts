import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ReferenceTimes } from '../../../../test/aggregates/remaining-reference.js';
import {
  askFor,
  dataOf,
  dayOf,
  daysBetween,
  openOrders,
  type Raw,
  type RawOrder,
  sampleFactory,
} from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';
import { familyOf } from '../../../contract/factory/index.js';
import { refreshBacktest } from '../../../maintenance/index.js';
import { riskSorts } from './risk-queue.js';
import { sentenceOf } from './sentence.js';

let factory: TestDatabase & { raw: Raw };
let raw: Raw;
let past: ReadonlyMap<number, Past>;
beforeAll(async () => {
  factory = await sampleFactory(1400, 4);
  raw = factory.raw;
  past = new Map(raw.orders.map(pastOf).map((one) => [one.of_id, one]));
});
afterAll(async () => await factory?.drop());

const pool = () => factory.database.pool;

interface Row {
  readonly of_id: number;
  readonly late_chance: number | null;
  readonly expected_finish_day: string | null;
  readonly days_after_due: number | null;
  readonly days_left: number;
  readonly remaining_days_median: number | null;
  readonly remaining_days_p80: number | null;
  readonly remaining_days_p90: number | null;
  readonly remaining_days_p95: number | null;
  readonly sample: number | null;
  readonly product_factor: number | null;
  readonly no_forecast_reason: string | null;
  readonly due_day: string;
  readonly due_status: string;
  readonly is_zombie: boolean;
  readonly sentence: string;
}

const dayNumber = (moment: string) => daysBetween('2000-01-01', moment);

/** An order as its raw row has it; an end before the creation is none. */
type Past = ReturnType<typeof pastOf>;
function pastOf(order: RawOrder) {
  const { of_data_criacao: created, of_data_acabamento: finished, of_fase_id: at } = order;
  const known = created !== null && finished !== null && dayOf(finished) >= dayOf(created);
  const name = raw.models.get(order.of_produto_id ?? -1)?.produto_nome ?? null;
  return {
    of_id: order.of_id,
    family: familyOf(name) ?? 'other',
    product: order.of_produto_id,
    created: created === null ? Number.POSITIVE_INFINITY : dayNumber(created),
    finished: known ? dayNumber(finished) : null,
    gone: finished === null && [9, 10, 12, 13, 15, 16, 17, 49, 50, 72].includes(at ?? -1),
  };
}

async function allPages(params: Record<string, string>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const reply = await askFor(pool(), 'prodplan.risk_queue', {
      ...params,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...(reply.data as Row[]));
    cursor = reply.next_cursor ?? null;
  } while (cursor !== null);
  return rows;
}

function reasonOf({ created, gone }: Past, today: number): string | null {
  if (created > today) return 'NO_CREATION';
  if (gone) return 'AT_REST';
  return today - created > 365 ? 'TOO_OLD' : null;
}

describe('the risk queue', () => {
  it('has the days that a count through the history gives, day by day and order by order', async () => {
    const rows = await allPages({ include_zombies: 'true', limit: '1000' });
    const open = openOrders(raw).filter((one) => one.of_data_transporte !== null);
    expect(rows.map((one) => one.of_id).toSorted()).toEqual(open.map((one) => one.of_id).toSorted());
    const today = dayNumber(raw.asOf);
    const reference = new ReferenceTimes([...past.values()], today);
    let told = 0;
    for (const row of rows) {
      const order = past.get(row.of_id)!;
      const reason = reasonOf(order, today);
      if (reason !== null) {
        expect(row).toMatchObject({ no_forecast_reason: reason, remaining_days_median: null, sample: null });
        continue;
      }
      const [p50, p80, p90, p95] = [0.5, 0.8, 0.9, 0.95].map((share) => reference.quantile(order, share));
      expect(row).toMatchObject({
        remaining_days_median: p50,
        remaining_days_p80: p80,
        remaining_days_p90: p90,
        remaining_days_p95: p95,
        late_chance: null,
      });
      if (p50 === null) continue;
      told += 1;
      expect(row.sample).toBe(reference.finishes(order.family));
      expect(row.product_factor).toBeCloseTo(reference.factor(order.product, today - order.created), 3);
      expect(daysBetween(raw.asOf, row.expected_finish_day!)).toBe(p50);
      expect(row.days_after_due).toBe(p50! - daysBetween(raw.asOf, row.due_day));
    }
    expect(told).toBeGreaterThan(20);
    expect(rows.some((row) => row.no_forecast_reason === 'AT_REST')).toBe(true);
  });

  it('calls at risk what is expected after its due day, and says it in words', async () => {
    const rows = await allPages({ limit: '1000' });
    for (const row of rows) {
      const expected = row.days_left < 0 ? 'LATE' : (row.days_after_due ?? 0) > 0 ? 'AT_RISK' : 'ON_TRACK';
      expect(row.due_status).toBe(expected);
      expect(row.sentence).toMatch(/^[A-ZÉN].*\.$/);
      if (expected === 'AT_RISK')
        expect(row.sentence).toMatch(new RegExp(`^Metade acaba ${row.days_after_due} dias? depois do prazo`));
    }
    expect(rows.some((row) => row.due_status === 'AT_RISK')).toBe(true);
  });

  it('leaves zombies, orders without a due day and those without a forecast apart, and counts them', async () => {
    const reply = await askFor(pool(), 'prodplan.risk_queue', { limit: '1000' });
    const all = await allPages({ include_zombies: 'true', limit: '1000' });
    const shown = all.filter((row) => !row.is_zombie);
    expect((reply.data as Row[]).map((row) => row.of_id)).toEqual(shown.map((row) => row.of_id));
    const told = shown.filter((row) => row.remaining_days_median !== null).length;
    expect(reply.support.rows_used).toBe(told);
    const open = openOrders(raw);
    const excluded = reply.support.rows_excluded.map(({ rows }) => rows);
    const zombies = open.filter((one) => one.zombie).length;
    const withoutDue = open.filter((one) => !one.zombie && one.of_data_transporte === null).length;
    expect(excluded).toEqual([shown.length - told, withoutDue, zombies].filter((count) => count > 0));
    expect(told + excluded.reduce((sum, one) => sum + one, 0)).toBe(open.length);
  });

  it.each(Object.keys(riskSorts).flatMap((sort) => [sort, `-${sort}`]))(
    'sorted by %s, its pages are the whole list, nothing twice, ties included',
    async (sort) => {
      const whole = await allPages({ sort, include_zombies: 'true', limit: '1000' });
      expect(await allPages({ sort, include_zombies: 'true', limit: '7' })).toEqual(whole);
      expect(new Set(whole.map((row) => row.of_id)).size).toBe(whole.length);
      const value = (row: Row): string | number =>
        ({
          delay: row.days_after_due ?? -99_999_999,
          chance: row.days_after_due ?? -99_999_999,
          due: row.due_day,
          expected: row.expected_finish_day ?? '9',
          of_id: row.of_id,
        })[sort.replace('-', '') as keyof typeof riskSorts];
      for (const [place, row] of whole.slice(1).entries()) {
        const [before, after] = sort.startsWith('-') ? [row, whole[place]!] : [whole[place]!, row];
        const [x, y] = [value(before), value(after)];
        expect(x === y ? before.of_id < after.of_id : x < y).toBe(true);
      }
    },
  );
});

describe('the sentence', () => {
  const order = {
    days_left: 10,
    remaining_days_median: 4,
    remaining_days_p80: 9,
    remaining_days_p90: 10,
    no_forecast_reason: null,
  };
  it.each([
    [{ remaining_days_median: 22 }, 'Metade acaba 12 dias depois do prazo ou mais tarde.'],
    [{ remaining_days_median: 11 }, 'Metade acaba 1 dia depois do prazo ou mais tarde.'],
    [
      { remaining_days_p80: 15 },
      'Metade acaba dentro do prazo, mas um em cada cinco acaba 5 dias depois ou mais tarde.',
    ],
    [{ remaining_days_p80: null }, 'Metade acaba dentro do prazo, mas um em cada cinco acaba muito depois.'],
    [
      { remaining_days_p90: 30 },
      'Quatro em cada cinco acabam dentro do prazo; um em cada dez acaba 20 dias depois ou mais tarde.',
    ],
    [{}, 'Nove em cada dez acabam dentro do prazo.'],
    [
      { days_left: -1 },
      'O prazo passou há 1 dia; metade acaba nos próximos 4 dias, nove em cada dez nos próximos 10 dias.',
    ],
    [
      { days_left: -3, remaining_days_median: 0, remaining_days_p90: null },
      'O prazo passou há 3 dias; metade acaba ainda hoje.',
    ],
    [
      { remaining_days_median: null, no_forecast_reason: 'AT_REST' },
      'Está onde os barcos ficam (armazém, embalado ...): não se espera que ande.',
    ],
  ])('for %o is %s', (differs, sentence) => {
    expect(sentenceOf({ ...order, ...differs })).toBe(sentence);
  });

  it('is there in English', () => {
    expect(sentenceOf(order, 'en')).toBe('Nine in ten finish by the due day.');
    expect(sentenceOf({ ...order, days_left: -1 }, 'en')).toBe(
      'The due day passed 1 day ago; half finish within the next 4 days, nine in ten within the next 10 days.',
    );
  });
});

interface Backtest {
  readonly cutoffs: number;
  readonly censor_days: number;
  readonly is_of_published_run: boolean;
  readonly summary: readonly {
    readonly population: string;
    readonly family: string;
    readonly ratio: number;
    readonly ratio_low: number | null;
    readonly orders: number;
    readonly quantiles: readonly {
      readonly quantile: number;
      readonly coverage: number;
      readonly judged: number;
    }[];
  }[];
  readonly by_cutoff: readonly {
    readonly population: string;
    readonly cutoff_day: string;
    readonly family: string;
    readonly quantile: number;
    readonly orders: number;
    readonly judged: number;
    readonly covered: number;
  }[];
}

describe('the backtest', () => {
  it('is refused until the job has made it, then counts what a search through the raw rows counts', async () => {
    expect(await askFor(pool(), 'prodplan.risk_backtest')).toMatchObject({ status: 'NOT_SUPPORTED_BY_DATA' });
    const first = await refreshBacktest({ database: factory.database });
    expect(first).toMatchObject({ status: 'finished', data_version: expect.any(Number) });
    expect(first.cutoffs).toBeGreaterThan(0);
    expect(await refreshBacktest({ database: factory.database })).toEqual({ ...first, data_version: null });

    const found = await dataOf<Backtest>(pool(), 'prodplan.risk_backtest');
    expect(found).toMatchObject({ cutoffs: first.cutoffs, is_of_published_run: true });
    const last = found.by_cutoff
      .map((one) => one.cutoff_day)
      .toSorted()
      .at(-1)!;
    const cutoff = dayNumber(last);
    const today = dayNumber(raw.asOf);
    const open = [...past.values()].filter(
      ({ created, finished, gone }) =>
        !gone && created < cutoff && cutoff - created <= 365 && (finished === null || finished >= cutoff),
    );
    const reference = new ReferenceTimes([...past.values()], cutoff);
    for (const row of found.by_cutoff.filter(
      (one) => one.cutoff_day === last && one.population === 'OPEN' && one.quantile === 0.8,
    )) {
      const own = open.filter((one) => one.family === row.family);
      const told = own.map((one) => ({
        y: one.finished !== null && one.finished <= today ? one.finished - cutoff : Number.POSITIVE_INFINITY,
        q: reference.quantile(one, 0.8) ?? Number.POSITIVE_INFINITY,
      }));
      expect(row.orders).toBe(own.length);
      expect(row.judged).toBe(
        told.filter(({ y, q }) => y < Number.POSITIVE_INFINITY || q < today - cutoff).length,
      );
      expect(row.covered).toBe(told.filter(({ y, q }) => y <= q && y < Number.POSITIVE_INFINITY).length);
    }
  });

  it('sums to its summary, and can be asked for one family, population and quantile', async () => {
    const { summary, by_cutoff } = await dataOf<Backtest>(pool(), 'prodplan.risk_backtest');
    for (const one of summary) {
      const rows = by_cutoff.filter(
        (row) => row.population === one.population && (one.family === 'all' || row.family === one.family),
      );
      const p50 = rows.filter((row) => row.quantile === 0.5);
      const sum = (name: 'orders' | 'judged' | 'covered') => p50.reduce((total, row) => total + row[name], 0);
      expect(one.orders).toBe(sum('orders'));
      const told = one.quantiles.find(({ quantile }) => quantile === 0.5)!;
      expect(told.judged).toBe(sum('judged'));
      expect(told.coverage).toBeCloseTo(sum('covered') / sum('judged'), 9);
    }
    const part = await dataOf<Backtest>(pool(), 'prodplan.risk_backtest', {
      familia: 'K1',
      population: 'OPEN',
      percent: '90',
    });
    expect(part.by_cutoff).toEqual(
      by_cutoff.filter((row) => row.family === 'K1' && row.population === 'OPEN' && row.quantile === 0.9),
    );
    expect(part.summary).toEqual(summary.filter((one) => one.family === 'K1' && one.population === 'OPEN'));
    await expect(askFor(pool(), 'prodplan.risk_backtest', { percent: '42' })).rejects.toMatchObject({
      code: 'BAD_PARAMETER',
    });
  });
});

describe('the chance of lateness', () => {
  const chances = () => askFor(pool(), 'prodplan.late_chance');
  const again = async () => {
    await pool().query('DELETE FROM forecast_backtest');
    await refreshBacktest({ database: factory.database });
  };

  it('is refused from a single dump, whatever due days it has', async () => {
    await again();
    expect(await chances()).toMatchObject({
      status: 'NOT_SUPPORTED_BY_DATA',
      reason: expect.stringContaining('Um só ficheiro'),
    });
    for (const row of await allPages({ limit: '1000' })) expect(row.late_chance).toBeNull();
  });

  it('is decided once runs have seen due days, and says what is missing', async () => {
    // As if a run had seen each order's day a week after its creation: too few yet, within four months.
    await pool().query(
      `INSERT INTO seen_due_day (of_id, run_id, as_of, day, is_finished)
       SELECT of_id, 1, created_day + 7, created_day + 40, false FROM agg_order WHERE created_day > (SELECT as_of::date FROM publication) - 120
       ON CONFLICT (of_id, run_id) DO UPDATE SET as_of = excluded.as_of, day = excluded.day`,
    );
    await again();
    expect(await chances()).toMatchObject({
      status: 'NOT_SUPPORTED_BY_DATA',
      reason: expect.stringContaining('são precisas 300, em 6'),
    });
    const { chance } = await dataOf<{ chance: { is_open: boolean; steps: { cutoffs: number }[] } }>(
      pool(),
      'prodplan.risk_backtest',
    );
    expect(chance.is_open).toBe(false);
    expect(chance.steps.length).toBeGreaterThan(2);
    expect(chance.steps.every((one) => one.cutoffs < 6)).toBe(true);
  });

  it('is, while it is open, the share finished after the due day, scaled; certain of what is overdue', async () => {
    const [a, b, c] = [-0.3, 0.8, -0.1];
    await pool().query('UPDATE forecast_lateness SET is_open = true, a = $1, b = $2, c = $3', [a, b, c]);
    expect(await chances()).toMatchObject({ status: 'SUPPORTED', data: { is_open: true } });
    const today = dayNumber(raw.asOf);
    const reference = new ReferenceTimes([...past.values()], today);
    const rows = await allPages({ limit: '1000', sort: '-chance' });
    for (const row of rows.filter((one) => one.remaining_days_median !== null)) {
      const share = reference.leftAfter(past.get(row.of_id)!, row.days_left);
      const part = Math.min(0.999, Math.max(0.001, share));
      const odds = a + b * Math.log(part / (1 - part)) + c * Math.log(1 + row.days_left);
      expect(row.late_chance).toBeCloseTo(row.days_left < 0 ? 1 : 1 / (1 + Math.exp(-odds)), 3);
    }
    const told = rows.map((row) => row.late_chance ?? -1);
    expect(told).toEqual(told.toSorted((x, y) => y - x));
    expect(told.filter((one) => one > 0).length).toBeGreaterThan(20);
  });
});
