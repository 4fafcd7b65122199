import { expect, it } from 'vitest';
import { diffRuns } from '../../src/evidence/diff/diff.js';
import { rollback } from '../../src/ingestion/rollback.js';
import { findOldHistory, markPruned } from '../../src/maintenance/tidying/run-history.js';
import { newPlant, newSamplePlant, type Plant } from '../ingest/support.js';
import { dataOf } from '../services/factory.js';
import { firstServer } from '../support/database.js';
import { type Dump, serial, smallDump } from '../support/dump.js';

interface Boat {
  readonly of_id: number;
  readonly state: string;
  readonly due_status: string | null;
}

interface Risk {
  readonly of_id: number;
  readonly remaining_days_median: number | null;
  readonly remaining_days_p80: number | null;
}

/** Open orders and what is planned for them; all others of the small dump are finished. */
function dumpOf(due: Readonly<Record<number, string | null>>): Dump {
  const dump = smallDump();
  dump.ordens_fabrico = dump.ordens_fabrico!.map((row) => {
    const day = due[row.of_id as number];
    return day === undefined ? row : { ...row, of_data_transporte: day === null ? 'NULL' : serial(day) };
  });
  return dump;
}

const asOf = '2023-04-20T10:00:00';
const [late, soon, far] = ['2023-04-10', '2023-04-21', '2023-12-31'];
const states = [
  { 1018: late, 1019: far, 1020: null },
  { 1018: far, 1019: late, 1020: soon },
] as const;

const openBoats = ({ database: { pool } }: Plant) =>
  dataOf<Boat[]>(pool, 'prodplan.orders', { limit: '1000', state: 'CREATED,IN_PROGRESS,AWAITING_SHIPPING' });

const isAtRisk = (boat?: Boat): boolean => ['AT_RISK', 'LATE'].includes(boat?.due_status ?? '');

/** Counted again from what the list of orders told while each state was published. */
function newlyAtRisk(before: readonly Boat[], after: readonly Boat[]): string[] {
  const was = new Map(before.map((one) => [one.of_id, one]));
  return after
    .filter((one) => isAtRisk(one) && !isAtRisk(was.get(one.of_id)))
    .map(({ of_id }) => String(of_id));
}

const keys = (changes: readonly { readonly key: string }[] | null) => changes?.map(({ key }) => key);

async function twoDays() {
  const plant = await newPlant(firstServer, { dump: dumpOf(states[0]), asOf });
  const first = await openBoats(plant);
  await plant.ingest(dumpOf(states[1]), { asOf });
  return { plant, first, second: await openBoats(plant) };
}

it('what a run said of its open orders is what the lists of orders and of risks tell', async () => {
  const sample = { orders: 400, seed: 3, asOf: '2023-04-30T18:00:00' };
  const { database } = await newSamplePlant(firstServer, sample);
  const { pool } = database;
  const { rows } = await pool.query(
    'SELECT of_id, state, fase_id, due_day, due_status, expected_day, expected_day_p80 FROM seen_order WHERE run_id = 1 ORDER BY of_id',
  );
  const open = { limit: '1000', state: 'CREATED,IN_PROGRESS,AWAITING_SHIPPING', sort: 'of_id' };
  const boats = await dataOf<Record<string, unknown>[]>(pool, 'prodplan.orders', open);
  const told = ({ of_id, state, fase_id, due_day, due_status }: Record<string, unknown>) => [
    ...[of_id, state, fase_id, due_day, due_status],
  ];
  expect(rows.map(told)).toEqual(boats.map(told));
  expect(boats.length).toBeGreaterThan(10);
  const risks = await dataOf<Risk[]>(pool, 'prodplan.risk_queue', { limit: '1000', zombie_days: '36500' });
  const after = (days: number | null) =>
    days === null ? null : new Date(Date.parse('2023-04-30') + days * 86_400_000).toISOString().slice(0, 10);
  const seen = new Map(rows.map((row) => [row.of_id, row]));
  for (const { of_id, remaining_days_median, remaining_days_p80 } of risks)
    expect(seen.get(of_id), String(of_id)).toMatchObject({
      expected_day: after(remaining_days_median),
      expected_day_p80: after(remaining_days_p80),
    });
  expect(risks.some(({ remaining_days_median }) => remaining_days_median !== null)).toBe(true);
});

it('newly at risk is counted from it, both ways, and across a rollback', async () => {
  const { plant, first, second } = await twoDays();
  const { pool } = plant.database;
  const { orders } = await diffRuns(pool, 1, 2);
  expect(keys(orders.newly_at_risk)).toEqual(newlyAtRisk(first, second));
  expect(keys(orders.newly_at_risk)).toContain('1019');
  expect(keys(orders.no_longer_at_risk)).toEqual(newlyAtRisk(second, first));
  expect(orders.newly_at_risk).toContainEqual({ key: '1019', was: 'ON_TRACK', is: 'LATE' });
  await rollback({ database: plant.database, to: 1 });
  const back = (await diffRuns(pool, 2, 3)).orders;
  expect(keys(back.newly_at_risk)).toEqual(newlyAtRisk(second, first));
  const { rows } = await pool.query(
    'SELECT run_id, withdrawn_by FROM seen_order GROUP BY run_id, withdrawn_by ORDER BY run_id',
  );
  expect(rows).toEqual([
    { run_id: 1, withdrawn_by: null },
    { run_id: 2, withdrawn_by: 3 },
    { run_id: 3, withdrawn_by: null },
  ]);
});

it('is kept as long as the runs are told apart, and what is no longer kept is not told as none', async () => {
  const { plant } = await twoDays();
  await plant.ingest(dumpOf(states[0]), { asOf });
  await plant.ingest(dumpOf(states[1]), { asOf });
  const session = await plant.database.connect();
  try {
    const { runs } = await findOldHistory(session, 1);
    // The first run changed nothing, it began everything.
    expect(runs).toEqual([2, 3]);
    await markPruned(session, runs);
  } finally {
    await session.end();
  }
  const { pool } = plant.database;
  const { rows } = await pool.query('SELECT DISTINCT run_id FROM seen_order ORDER BY 1');
  expect(rows.map(({ run_id }) => run_id)).toEqual([3, 4]);
  expect(keys((await diffRuns(pool, 3, 4)).orders.newly_at_risk)).toContain('1019');
  await pool.query('UPDATE ingestion_runs SET seen_orders = NULL WHERE run_id = 3');
  expect((await diffRuns(pool, 3, 4)).orders.newly_at_risk).toBeNull();
});
