import { afterAll, beforeAll, expect, it } from 'vitest';
import { askFor, dataOf, sampleFactory } from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';

let factory: TestDatabase;
beforeAll(async () => {
  factory = await sampleFactory(700);
});
afterAll(async () => await factory?.drop());

interface Risk {
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
  const days = [...new Set(boats.map(({ due_day }) => due_day))].sort();
  return days.map((day) => {
    const count = (holds: (one: Risk) => boolean): number =>
      boats.filter((one) => one.due_day === day && holds(one)).length;
    const isReady = ({ state }: Risk): boolean => state === 'AWAITING_SHIPPING';
    const within = (days_needed: number | null, { days_left }: Risk): boolean =>
      days_needed !== null && days_needed <= days_left;
    return {
      day,
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
