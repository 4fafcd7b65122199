import { expect, it } from 'vitest';
import { firstServer } from '../support/database.js';
import { asking, sampleFactory } from './asking.js';
import { addDays, daysBetween, groupBy } from './raw.js';

type Line = Record<string, number | string | null>;

it('holds the first ten boats of new models against their family, as looking at each boat does', async () => {
  const { plant, factory } = await sampleFactory(firstServer, 1500);
  const { pool } = plant.database;
  // Some months of history tell no new model from one that was not made for a while.
  const short = await asking(plant, 'quality.learning', { by: 'produto' });
  expect(short.status === 'NOT_SUPPORTED_BY_DATA' && short.reason).toMatch(/365 dias/);
  // Work that began a year and some months before: what comes later for the first time is new.
  const firstActive = addDays(factory.activeDays().toSorted()[0]!, 45 - 365);
  await pool.query('INSERT INTO agg_day (day, phases, is_active) VALUES ($1, 100, true)', [firstActive]);
  await pool.query('UPDATE publication SET data_version = data_version + 1');
  const reply = await asking(plant, 'quality.learning', { by: 'produto' });
  const passed = factory.orders
    .filter((one) => one.inspectionDay !== null)
    .toSorted((a, b) =>
      a.inspectionDay === b.inspectionDay ? a.of_id - b.of_id : a.inspectionDay! < b.inspectionDay! ? -1 : 1,
    );
  const expected = new Map<string, { orders: number; defects: number; expected: number }>();
  for (const [produto_id, boats] of groupBy(passed, (one) => one.produto_id)) {
    if (produto_id === null || daysBetween(firstActive, boats[0]!.inspectionDay!) < 365) continue;
    const family = passed.filter((one) => one.familia === boats[0]!.familia && one.produto_id !== produto_id);
    const compared = boats.slice(0, 50).flatMap((one, at) => {
      const like = family.filter(
        (other) =>
          other.gate === one.gate && other.inspectionDay!.slice(0, 7) === one.inspectionDay!.slice(0, 7),
      );
      if (like.length < 5 || one.familia === null) return [];
      return [
        {
          place: at + 1,
          had: one.defects.length,
          rate: like.reduce((sum, other) => sum + other.defects.length, 0) / like.length,
        },
      ];
    });
    if (!compared.some(({ place }) => place >= 10)) continue;
    const first = compared.filter(({ place }) => place <= 10);
    if (first.length === 0) continue;
    expected.set(String(produto_id), {
      orders: first.length,
      defects: first.reduce((sum, { had }) => sum + had, 0),
      expected: first.reduce((sum, { rate }) => sum + rate, 0),
    });
  }
  expect(expected.size).toBeGreaterThan(2);
  const told = new Map(
    (reply.data as Line[])
      .filter(({ produto_id }) => produto_id !== null)
      .map((one) => [one.name as string, one]),
  );
  expect(new Set(told.keys())).toEqual(new Set(expected.keys()));
  for (const [name, one] of expected) {
    expect(told.get(name)).toMatchObject({ orders: one.orders, defects: one.defects });
    expect(told.get(name)!.expected_defects).toBeCloseTo(one.expected, 9);
  }
});
