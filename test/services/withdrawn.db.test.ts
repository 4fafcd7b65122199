import { expect, it } from 'vitest';
import { rollback } from '../../src/ingestion/rollback.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { type Dump, smallDump } from '../support/dump.js';
import { asking } from './asking.js';

/** A dump in which so many orders are no longer there. */
function without(orders: number): Dump {
  const dump = smallDump();
  return { ...dump, ordens_fabrico: dump.ordens_fabrico!.slice(orders) };
}

/** Day -> the run whose value stands there, and the rollback that withdrew it. */
async function daysOf(plant: Plant): Promise<Record<string, [number, number | null]>> {
  const { data } = await asking(plant, 'kpis.history', { indicator: 'orders_open' });
  return Object.fromEntries(
    (data as { day: string; run_id: number; withdrawn_by: number | null }[]).map((one) => [
      one.day,
      [one.run_id, one.withdrawn_by],
    ]),
  );
}

it('the history marks the days of files that a rollback withdrew, until another brings them back', async () => {
  const plant = await newPlant(firstServer);
  const { database } = plant;
  await plant.ingest(smallDump(), { asOf: '2023-04-20T18:00:00' });
  await plant.ingest(without(1), { asOf: '2023-04-21T18:00:00', force: true });
  await plant.ingest(without(2), { asOf: '2023-04-22T18:00:00', force: true });
  expect(await daysOf(plant)).toEqual({
    '2023-04-20': [1, null],
    '2023-04-21': [2, null],
    '2023-04-22': [3, null],
  });
  // Run 4 publishes the state of run 1, whose day is its own from then on.
  await rollback({ database, to: 1 });
  expect(await daysOf(plant)).toEqual({
    '2023-04-20': [4, null],
    '2023-04-21': [2, 4],
    '2023-04-22': [3, 4],
  });
  await plant.ingest(without(3), { asOf: '2023-04-23T18:00:00', force: true });
  expect(await daysOf(plant)).toMatchObject({ '2023-04-22': [3, 4], '2023-04-23': [5, null] });
  // Run 6 publishes the state of run 2 again: run 5 and what run 3 brought are gone, run 1 is what it goes back to.
  await rollback({ database, to: 2 });
  expect(await daysOf(plant)).toEqual({
    '2023-04-20': [4, null],
    '2023-04-21': [6, null],
    '2023-04-22': [3, 6],
    '2023-04-23': [5, 6],
  });
});
