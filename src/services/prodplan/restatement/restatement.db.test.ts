import { expect, it } from 'vitest';
import { newPlant } from '../../../../test/ingest/support.js';
import { askFor, dataOf } from '../../../../test/services/factory.js';
import { firstServer } from '../../../../test/support/database.js';
import { type Dump, serial, smallDump } from '../../../../test/support/dump.js';
import { rollback } from '../../../ingestion/rollback.js';

interface Day {
  readonly day: string;
  readonly first_orders: number;
  readonly last_orders: number;
  readonly orders_change: number;
  readonly restatements: number;
  readonly last_restated_run_id: number | null;
  readonly seen: readonly { readonly run_id: number; readonly orders: number }[];
}

/** The small dump with other days of finishing; null: not finished. */
function dumpOf(finished: Readonly<Record<number, string | null>>): Dump {
  const dump = smallDump();
  dump.ordens_fabrico = dump.ordens_fabrico!.map((row) => {
    const day = finished[row.of_id as number];
    if (day === undefined) return row;
    return { ...row, of_data_acabamento: day === null ? 'NULL' : serial(day) };
  });
  return dump;
}

it('tells what each later file said of a day, from the rows of all files', async () => {
  const plant = await newPlant(firstServer);
  const states = [
    { asOf: '2023-04-20T10:00:00', said: { 1018: '2023-04-19', 1019: null, 1020: null } },
    { asOf: '2023-04-21T10:00:00', said: { 1018: '2023-04-19', 1019: '2023-04-19', 1020: '2023-04-20' } },
    { asOf: '2023-04-22T10:00:00', said: { 1018: '2023-04-18', 1019: '2023-04-19', 1020: '2023-04-20' } },
    { asOf: '2023-04-23T10:00:00', said: { 1018: '2023-04-18', 1019: '2023-04-19', 1020: null } },
  ] as const;
  await plant.ingest(dumpOf(states[0].said), { asOf: states[0].asOf });
  expect(await askFor(plant.database.pool, 'prodplan.restatement')).toMatchObject({
    status: 'NOT_SUPPORTED_BY_DATA',
    reason: expect.stringContaining('um só ficheiro'),
  });
  for (const { asOf, said } of states.slice(1)) await plant.ingest(dumpOf(said), { asOf });
  const data = await dataOf<{
    days_restated: number;
    orders_added: number;
    orders_removed: number;
    days: Day[];
  }>(plant.database.pool, 'prodplan.restatement');
  // Counted file by file over the rows that were taken in.
  const dayOf = (at: unknown): number => Math.floor((at as { serial: number }).serial ?? -1);
  const finishedOn = (day: string, said: Record<number, string | null>): number =>
    dumpOf(said).ordens_fabrico!.filter(({ of_data_acabamento: at }) => dayOf(at) === serial(day).serial)
      .length;
  for (const day of ['2023-04-18', '2023-04-19', '2023-04-20']) {
    const seen = states
      .map(({ asOf, said }, at) => ({ run_id: at + 1, asOf, orders: finishedOn(day, said) }))
      .filter(({ asOf }) => asOf.slice(0, 10) > day);
    const changes = seen.filter(({ orders }, at) => at > 0 && orders !== seen[at - 1]!.orders);
    expect(
      data.days.find((one) => one.day === day),
      day,
    ).toMatchObject({
      first_orders: seen[0]!.orders,
      last_orders: seen.at(-1)!.orders,
      orders_change: seen.at(-1)!.orders - seen[0]!.orders,
      restatements: changes.length,
      last_restated_run_id: changes.at(-1)?.run_id ?? null,
      seen: seen.map(({ run_id, orders }) => ({ run_id, orders })),
    });
  }
  expect(data).toMatchObject({ days_restated: 3, orders_added: 1, orders_removed: 1 });
});

it('counts a rollback as the file that it puts back', async () => {
  const plant = await newPlant(firstServer);
  await plant.ingest(dumpOf({ 1018: '2023-04-18' }), { asOf: '2023-04-20T10:00:00' });
  await plant.ingest(dumpOf({ 1018: '2023-04-17' }), { asOf: '2023-04-21T10:00:00' });
  await rollback({ database: plant.database, to: 1 });
  const { days } = await dataOf<{ days: Day[] }>(plant.database.pool, 'prodplan.restatement', {
    from: '2023-04-18',
    to: '2023-04-18',
  });
  expect(days[0]!.seen.map(({ orders }) => orders - days[0]!.first_orders)).toEqual([0, -1, 0]);
});
