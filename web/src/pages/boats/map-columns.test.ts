import { expect, it } from 'vitest';
import { mapColumns, type Phase } from './map-columns.ts';
import { type BoatColumns, prepare } from './select.ts';

const phase = (fase_id: number, sequencia: number): Phase => ({
  fase_id,
  fase_nome: `F${fase_id}`,
  sequencia,
  is_production: true,
  is_automatic: false,
  routes: 1,
  route_place: 1,
});

it('boats stand in the order of the factory, those for the next truck first, zombies apart, the delivered nowhere', () => {
  const data = {
    orders: 7,
    as_of_day: 100,
    states: ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING', 'DONE', 'SCRAPPED'],
    due_statuses: ['NO_DUE', 'ON_TRACK', 'AT_RISK', 'LATE'],
    products: [],
    phases: [],
    columns: {
      of_id: [7, 6, 5, 4, 3, 2, 1],
      fase_id: [20, 20, 20, 10, 20, 99, 20],
      state: [1, 1, 1, 0, 1, 1, 3],
      zombie: [0, 0, 0, 0, 1, 0, 0],
      due_day: [null, 120, 110, null, 105, null, 101],
      phase_since_day: [90, 99, 60, null, 1, 97, 98],
    },
  } as unknown as BoatColumns;
  const shown = data.columns.of_id.map((_, n) => n);
  const columns = mapColumns(prepare(data), shown, [phase(10, 1), phase(30, 2), phase(20, 3)]);
  const of = (places: readonly number[]): (number | undefined)[] => places.map((n) => data.columns.of_id[n]);
  expect(
    columns.map((one) => [one.phase?.fase_id, of(one.boats), of(one.zombies), one.standingDaysMedian]),
  ).toEqual([
    [10, [4], [], null],
    [20, [5, 6, 7], [3], 10],
    [undefined, [2], [], 3],
  ]);
});
