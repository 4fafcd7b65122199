import { afterAll, beforeAll, expect, it } from 'vitest';
import { askFor, dataOf, sampleFactory } from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';

let factory: TestDatabase;
beforeAll(async () => {
  factory = await sampleFactory(700);
});
afterAll(async () => await factory?.drop());

interface Risk {
  readonly of_id: number;
  readonly due_day: string;
  readonly state: string;
  readonly due_status: string;
  readonly due_slips: number;
  readonly remaining_days_median: number | null;
  readonly remaining_days_p80: number | null;
  readonly days_left: number;
}

const pool = () => factory.database.pool;

/** The same boats one by one, as the list of risks gives them. */
async function counted(params: Record<string, string>) {
  const page = { ...params, sort: 'of_id', limit: '1000' };
  const boats = await dataOf<Risk[]>(pool(), 'prodplan.risk_queue', page);
  const { rows } = await pool().query<{ of_id: number; share: number }>(
    'SELECT of_id, 1 - share_after_due AS share FROM forecast_order WHERE share_after_due IS NOT NULL',
  );
  const shares = new Map(rows.map((one) => [one.of_id, one.share]));
  const days = [...new Set(boats.map(({ due_day }) => due_day))].sort();
  return days.map((day) => {
    const count = (holds: (one: Risk) => boolean): number =>
      boats.filter((one) => one.due_day === day && holds(one)).length;
    const isReady = ({ state }: Risk): boolean => state === 'AWAITING_SHIPPING';
    const within = (days_needed: number | null, { days_left }: Risk): boolean =>
      days_needed !== null && days_needed <= days_left;
    const chances = boats
      .filter((one) => one.due_day === day && !isReady(one))
      .flatMap(({ of_id }) => shares.get(of_id) ?? []);
    return {
      day,
      expected: expect.closeTo(
        chances.reduce((sum, one) => sum + one, count(isReady)),
        6,
      ),
      // Without past weeks that were tried only those that are ready are sure.
      expected_low: chances.length === 0 ? count(isReady) : null,
      expected_high: chances.length === 0 ? count(isReady) : null,
      orders: count(() => true),
      created: count(({ state }) => state === 'CREATED'),
      in_progress: count(({ state }) => state === 'IN_PROGRESS'),
      awaiting_shipping: count(isReady),
      at_risk: count(({ due_status }) => due_status === 'AT_RISK'),
      late: count(({ due_status }) => due_status === 'LATE'),
      ready_by_p50: count((one) => isReady(one) || within(one.remaining_days_median, one)),
      ready_by_p80: count((one) => isReady(one) || within(one.remaining_days_p80, one)),
      without_forecast: count((one) => !isReady(one) && one.remaining_days_median === null),
      // Nobody has said how many boats a truck takes.
      trucks: null,
      slipped: count(({ due_slips }) => due_slips > 0),
    };
  });
}

it('counts by day the boats that the list of risks has one by one', async () => {
  for (const params of [{}, { familia: 'K1' }, { from: '2023-05-01', to: '2023-05-07' }]) {
    const expected = await counted(params);
    expect(await dataOf(pool(), 'prodplan.shipments', params)).toEqual(expected);
    expect(expected.length, JSON.stringify(params)).toBeGreaterThan(0);
  }
});

it('has an interval for boats that depend on one another once past weeks were tried', async () => {
  // Weeks in which nobody came and weeks in which nearly all came, in equal numbers.
  await pool().query(
    `INSERT INTO forecast_origin_open (origin_day, horizon_days, orders, expected, came, factor, alone_low, alone_high)
     SELECT date '2022-01-03' + 7 * n, h, 100, 50, 50, CASE WHEN n % 2 = 0 THEN 0.001 ELSE 40 END, 40, 60
     FROM generate_series(1, 52) n CROSS JOIN unnest('{7,14,28,56}'::int[]) h`,
  );
  const days = await dataOf<
    {
      awaiting_shipping: number;
      orders: number;
      without_forecast: number;
      expected: number;
      expected_low: number;
      expected_high: number;
    }[]
  >(pool(), 'prodplan.shipments');
  const told = days.filter((one) => one.expected > one.awaiting_shipping);
  expect(told.length).toBeGreaterThan(0);
  for (const one of told) {
    expect(one.expected_low).toBe(one.awaiting_shipping);
    expect(one.expected_high).toBeGreaterThan(one.expected);
    expect(one.expected_high).toBeLessThanOrEqual(one.orders - one.without_forecast);
  }
});

it('counts what has no day and what is a zombie beside, and all together are the open orders', async () => {
  const { support } = await askFor(pool(), 'prodplan.shipments', { zombie_days: '60' });
  const { rows } = await pool().query('SELECT count(*)::int AS n FROM agg_order WHERE is_open');
  const leftOut = support.rows_excluded.reduce((sum, one) => sum + one.rows, 0);
  expect(support.rows_used + leftOut).toBe(rows[0].n);
  expect(support.rows_excluded.map(({ reason }) => reason)).toEqual([
    'sem dia de expedição previsto',
    'zombies: contados à parte',
  ]);
});
