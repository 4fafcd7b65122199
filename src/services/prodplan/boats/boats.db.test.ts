import { afterAll, beforeAll, expect, it } from 'vitest';
import { askFor, dataOf, sampleFactory } from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';

let factory: TestDatabase;
beforeAll(async () => {
  factory = await sampleFactory(700);
  // What the sample has none of: an order whose product nobody named.
  await factory.database.pool.query(
    "UPDATE agg_order SET produto_id = NULL, familia = '?' WHERE of_id = (SELECT min(of_id) FROM agg_order)",
  );
});
afterAll(async () => await factory?.drop());

interface Row {
  readonly of_id: number;
  readonly finished_at: string | null;
  readonly phase_since: string | null;
}

/** The same list as `prodplan.orders` gives it, which is counted from the raw rows by a test of its own. */
async function listed(params: Record<string, string> = {}): Promise<Row[]> {
  const page = { ...params, sort: '-of_id', limit: '1000' };
  return await dataOf<Row[]>(factory.database.pool, 'prodplan.orders', page);
}

interface Boats {
  readonly orders: number;
  readonly as_of_day: number;
  readonly states: string[];
  readonly due_statuses: string[];
  readonly products: { produto_id: number; produto_nome: string | null; familia: string }[];
  readonly phases: { fase_id: number; fase_nome: string | null }[];
  readonly columns: Record<string, (number | null)[]>;
}

const dayOf = (n: number | null | undefined): string | null =>
  n == null ? null : new Date(n * 86_400_000).toISOString().slice(0, 10);

function rowsOf({ columns, products, phases, states, due_statuses }: Boats) {
  return columns.of_id!.map((of_id, n) => {
    const at = (name: string): number | null => columns[name]![n]!;
    const product = products.find((one) => one.produto_id === at('produto_id'));
    return {
      of_id,
      produto_id: at('produto_id'),
      produto_nome: product?.produto_nome ?? null,
      familia: product?.familia ?? '?',
      fase_id: at('fase_id'),
      fase_nome: phases.find((one) => one.fase_id === at('fase_id'))?.fase_nome ?? null,
      state: states[at('state')!],
      due_status: at('due_status') === null ? null : due_statuses[at('due_status')!],
      is_zombie: at('zombie') === 1,
      created_day: dayOf(at('created_day')),
      finished_day: dayOf(at('finished_day')),
      due_day: dayOf(at('due_day')),
      phase_since_day: dayOf(at('phase_since_day')),
      age_days: at('age_days'),
      phases: at('phases'),
      phases_done: at('phases_done'),
      errors: at('errors'),
      severe_errors: at('severe_errors'),
    };
  });
}

it.each([{}, { zombie_days: '60' }])('is the list of orders, row by row (%o)', async (params) => {
  const { data, support, status } = await askFor(factory.database.pool, 'prodplan.boats', params);
  expect(status).not.toBe('NOT_SUPPORTED_BY_DATA');
  const rows = rowsOf(data as Boats);
  const expected = (await listed(params)).map(({ finished_at, phase_since, ...row }) => ({
    ...row,
    finished_day: finished_at?.slice(0, 10) ?? null,
    phase_since_day: phase_since?.slice(0, 10) ?? null,
  }));
  expect(rows.length).toBe(expected.length);
  for (const [n, row] of rows.entries()) expect(expected[n]).toMatchObject(row);
  expect(support.rows_used).toBe(expected.length);
  if ('zombie_days' in params) expect(rows.some((row) => row.is_zombie)).toBe(true);
  expect(dayOf((data as Boats).as_of_day)).toBe(support.as_of.slice(0, 10));
});

it('says the day on which half of such orders are finished as the order itself does', async () => {
  const { columns } = await dataOf<Boats>(factory.database.pool, 'prodplan.boats');
  const known = columns.of_id!.filter((_, n) => columns.expected_day![n] !== null);
  expect(known.length).toBeGreaterThan(5);
  for (const of_id of known.slice(0, 5)) {
    const one = await dataOf<{ expected_finish_day: string }>(factory.database.pool, 'prodplan.order', {
      of_id: String(of_id),
    });
    expect(dayOf(columns.expected_day![columns.of_id!.indexOf(of_id)])).toBe(one.expected_finish_day);
  }
});

it('is empty columns where there are no orders', async () => {
  const { pool } = factory.database;
  await pool.query('CREATE TABLE kept AS TABLE agg_order; DELETE FROM agg_order');
  const data = await dataOf<Boats>(pool, 'prodplan.boats');
  await pool.query('INSERT INTO agg_order SELECT * FROM kept; DROP TABLE kept');
  expect([data.orders, ...Object.values(data.columns).map((one) => one.length)]).toEqual(
    Array.from({ length: 17 }, () => 0),
  );
});
