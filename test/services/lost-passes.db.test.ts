import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstServer } from '../support/database.js';
import { asking, filtersOf, isShut, sampleFactory } from './asking.js';
import { type Factory, type Filters, groupBy, type Order, passes } from './raw.js';

type Defect = Order['defects'][number];

const categories = {
  descricao: (one: Defect) => one.descricao,
  fase_culpada: (one: Defect) => one.culprit,
  fase_avaliacao: (one: Defect) => one.fase_avaliacao,
  gravidade: (one: Defect) => one.gravidade,
} as const;
type By = keyof typeof categories;

interface Told {
  readonly gravidade?: number;
  readonly detecting_fase_id?: number;
}

interface Row {
  readonly rank: number;
  readonly id: string | null;
  readonly label: string | null;
  readonly lost_passes: number;
  readonly share: number;
  readonly lost_alone: number;
  readonly first_pass_yield_without: number;
  readonly defects: number;
}

/** Boat by boat: what its defects have in common, and whether it has others. */
function countedByBoat(orders: readonly Order[], by: By, isAsked: (one: Defect) => boolean) {
  const lost = orders.filter((one) => one.defects.length > 0);
  const found = new Map<string, { lost_passes: number; lost_alone: number; defects: number }>();
  for (const { defects } of lost) {
    for (const [key, list] of groupBy<Defect, string | number | null>(
      defects.filter(isAsked),
      categories[by],
    )) {
      const one = found.get(String(key)) ?? { lost_passes: 0, lost_alone: 0, defects: 0 };
      one.lost_passes++;
      if (list.length === defects.length) one.lost_alone++;
      one.defects += list.length;
      found.set(String(key), one);
    }
  }
  return { lost, found };
}

function boatsOf({ orders }: Factory, filters: Filters): Order[] {
  return orders.filter((one) => one.inspectionDay !== null && passes(filters, one, one.inspectionDay));
}

it('first passes lost are those that a count boat by boat gives, whatever the filters', async () => {
  const { plant, factory } = await sampleFactory(firstServer);
  const told: fc.Arbitrary<Told> = fc.record(
    { gravidade: fc.constantFrom(1, 2, 3), detecting_fase_id: fc.constantFrom(6, 8) },
    { requiredKeys: [] },
  );
  const sorts = fc.constantFrom('lost_passes', 'lost_alone', 'defects');
  const ways = fc.constantFrom(...(Object.keys(categories) as By[]));
  const filters = filtersOf(factory, ['familia', 'produto_id', 'fase_id']);
  let [compared, alone] = [0, 0];
  await fc.assert(
    fc.asyncProperty(filters, told, ways, sorts, async (drawn, lines, by, sort) => {
      // Of the usual 90 days there are few defects.
      const house = { from: '2000-01-01', to: factory.today, ...drawn };
      const { fase_id, ...boats } = house;
      const asked = { ...house, ...lines, by, sort: `-${sort}`, limit: 1000 };
      const reply = await asking(plant, 'quality.lost_passes', asked);
      fc.pre(!isShut(reply));
      const { from: _, to: __, ...which } = boats;
      const orders = boatsOf(factory, { ...which, ...factory.windowOf(house) });
      if (orders.length === 0) {
        expect(reply.status).toBe('NOT_SUPPORTED_BY_DATA');
        return;
      }
      const isAsked = (one: Defect): boolean =>
        (fase_id === undefined || one.culprit === fase_id) &&
        (lines.gravidade === undefined || one.gravidade === lines.gravidade) &&
        (lines.detecting_fase_id === undefined || one.fase_avaliacao === lines.detecting_fase_id);
      const { lost, found } = countedByBoat(orders, by, isAsked);
      const rows = reply.data as Row[];
      const key = by === 'descricao' ? 'label' : 'id';
      expect(
        new Map(
          rows.map(({ lost_passes, lost_alone, defects, ...one }) => [
            String(one[key]),
            { lost_passes, lost_alone, defects },
          ]),
        ),
      ).toEqual(found);
      for (const one of rows) {
        expect(one.share).toBeCloseTo(one.lost_passes / lost.length, 12);
        const passed = orders.length - lost.length + one.lost_alone;
        expect(one.first_pass_yield_without).toBeCloseTo(passed / orders.length, 12);
        compared++;
        alone += one.lost_alone;
      }
      const sorted = rows.map((one) => one[sort as 'defects']);
      expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
      expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_row, n) => n + 1));
    }),
    {
      numRuns: 60,
      // Drawn filters often leave few boats: of all of them each way is tried in any case.
      examples: (Object.keys(categories) as By[]).flatMap((by) =>
        [{}, { gravidade: 1 }, { gravidade: 2 }].map((lines): [Filters, Told, By, 'lost_alone'] => [
          {},
          lines,
          by,
          'lost_alone',
        ]),
      ),
    },
  );
  expect(compared).toBeGreaterThan(50);
  expect(alone).toBeGreaterThan(20);
}, 300_000);

it('what was lost and what passed are all boats, and the list behind a number has as many', async () => {
  const { plant } = await sampleFactory(firstServer);
  const overview = (await asking(plant, 'quality.overview')).data as Record<string, number>;
  const { data, support } = await asking(plant, 'quality.lost_passes', { limit: 1000 });
  const rows = data as Row[];
  const lost = Math.round(rows[0]!.lost_passes / rows[0]!.share);
  expect(lost + overview.orders_without_defect!).toBe(overview.orders_past_first_inspection);
  for (const { id, lost_passes } of rows.slice(0, 5)) {
    const window = { from: support.window!.from, to: support.window!.to };
    const boats = await asking(plant, 'quality.defect_boats', { ...window, descricao_id: Number(id) });
    expect((boats.data as { orders: number }).orders).toBe(lost_passes);
  }
});
