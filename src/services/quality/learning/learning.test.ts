import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type InspectedBoat, type PlacedBoat, placed, ratioOf } from './curve.js';

const boat = fc.record({
  produto_id: fc.constantFrom(1, 2, 3, 4, null),
  first_inspection: fc.constantFrom(6, 8),
  inspected_day: fc.integer({ min: 0, max: 700 }),
  defects: fc.integer({ min: 0, max: 5 }),
});

const boats: fc.Arbitrary<InspectedBoat[]> = fc.array(boat, { maxLength: 120 }).map((ones) =>
  ones
    .toSorted((a, b) => a.inspected_day - b.inspected_day)
    .map((one, at) => ({
      ...one,
      of_id: at + 1,
      familia: one.produto_id !== null && one.produto_id < 4 ? 'K1' : 'C1',
      month: String(Math.floor(one.inspected_day / 30)),
    })),
);

/** Boat by boat, each looked at on its own. */
function byHand(all: readonly InspectedBoat[], firstDay: number): PlacedBoat[] {
  return all.flatMap((one): PlacedBoat[] => {
    const { produto_id } = one;
    const own = all.filter((other) => other.produto_id === produto_id);
    if (produto_id === null || own[0]!.inspected_day - firstDay < 365) return [];
    const others = all.filter(
      (other) =>
        other.produto_id !== produto_id &&
        other.month === one.month &&
        other.familia === one.familia &&
        other.first_inspection === one.first_inspection,
    );
    const defects = others.reduce((sum, other) => sum + other.defects, 0);
    return [
      {
        ...{ produto_id, familia: one.familia, place: own.indexOf(one) + 1, defects: one.defects },
        expected: others.length < 5 ? null : defects / others.length,
      },
    ];
  });
}

it('places each boat among those of its model, and expects of it what the rest of its family had', () => {
  fc.assert(
    fc.property(boats, fc.integer({ min: -400, max: 100 }), (all, firstDay) => {
      expect(placed(all, firstDay)).toEqual(byHand(all, firstDay));
    }),
  );
});

it('gives an interval that holds the true ratio as often as it says, where models differ', () => {
  let state = 7;
  const uniform = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
  const tries = 400;
  const held = Array.from({ length: tries }, () => {
    const models = Array.from({ length: 12 }, (_, produto_id) => ({ produto_id, rate: 1 + 2 * uniform() }));
    const first = models.flatMap(({ produto_id, rate }) =>
      Array.from({ length: 10 }, (_, at): PlacedBoat => {
        const defects = Array.from({ length: 12 }, uniform).filter((one) => one < rate / 12).length;
        return { produto_id, familia: 'K1', place: at + 1, defects, expected: 1 };
      }),
    );
    // Student's t of 11 degrees of freedom.
    const { low, high } = ratioOf(first, () => 2.201);
    return low! <= 2 && high! >= 2;
  }).filter(Boolean).length;
  expect(held / tries).toBeGreaterThan(0.91);
  expect(held / tries).toBeLessThan(0.985);
});
