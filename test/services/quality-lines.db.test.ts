import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Reply } from '../../src/services/index.js';
import type { Plant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { asking, filtersOf, sampleFactory } from './asking.js';
import { type Defect, type Factory, type Filters, groupBy, passes } from './raw.js';

/** What tells lines apart, beside the filters of the house. */
interface Told {
  readonly gravidade?: number;
  readonly class?: 'MOULD' | 'PASSED';
  readonly detecting_fase_id?: number;
  /** A text, of which the question takes the number. */
  readonly text?: string;
}

const told = (texts: readonly string[]): fc.Arbitrary<Told> =>
  fc.record(
    {
      gravidade: fc.constantFrom(1, 2, 3),
      class: fc.constantFrom('MOULD', 'PASSED'),
      detecting_fase_id: fc.constantFrom(6, 8),
      text: fc.constantFrom(...texts),
    },
    { requiredKeys: [] },
  );

function linesOf({ lines }: Factory, filters: Filters, wanted: Told): Defect[] {
  const kinds = wanted.text === undefined ? ['boat'] : ['boat', 'mould', 'passed'];
  const kindsAsked = wanted.class === undefined ? kinds : [wanted.class.toLowerCase()];
  return lines.filter(
    (one) =>
      one.inspectionDay !== null &&
      passes(filters, one, one.inspectionDay) &&
      kindsAsked.includes(one.kind) &&
      (filters.fase_id === undefined || one.culprit === filters.fase_id) &&
      (wanted.gravidade === undefined || one.gravidade === wanted.gravidade) &&
      (wanted.detecting_fase_id === undefined || one.fase_avaliacao === wanted.detecting_fase_id) &&
      (wanted.text === undefined || one.descricao === wanted.text),
  );
}

type Rows = { [name: string]: number | string | null }[];

const summed = (rows: Rows, name: string): number => rows.reduce((sum, row) => sum + Number(row[name]), 0);

it('severity, class, text and detecting phase filter Pareto, heat table, trend and boats alike', async () => {
  const { plant, factory } = await sampleFactory(firstServer);
  const all = { from: '2000-01-01', to: factory.today };
  const texts = (await asking(plant, 'quality.defect_texts', { ...all, limit: 1000 })).data as Rows;
  const idOf = new Map(texts.map((one) => [one.text, one.descricao_id]));
  const used = [...idOf.keys()].filter((one) => one !== null).map(String);
  let compared = 0;
  const filters = filtersOf(factory, ['familia', 'produto_id', 'fase_id']);
  const cases = fc.asyncProperty(filters, told(used), async (house, wanted) => {
    const { text, ...others } = wanted;
    const of = text === undefined ? {} : { descricao_id: idOf.get(text) };
    const asked = { ...house, ...others, ...of, ...all };
    const expected = linesOf(factory, { ...house, ...all }, wanted);
    await ordersMustBe(plant, { ...house, ...others, ...of }, expected);
    const replies = await repliesOf(plant, asked);
    fc.pre(replies.every(({ data }) => data !== null));
    const [byText, byProduct, byPhase, trend, boats] = replies.map(({ data }) => data) as [
      Rows,
      Rows,
      Rows,
      { points: Rows },
      { orders: number; lines: number; of_id: number[]; lines_of: number[] },
    ];
    for (const rows of [byText, byProduct, byPhase]) expect(summed(rows, 'defects')).toBe(expected.length);
    expect(summed(byText, 'severity_3')).toBe(expected.filter((one) => one.gravidade === 3).length);
    expect(summed(trend.points, 'defects')).toBe(expected.length);
    expect(boats.lines).toBe(expected.length);
    const byBoat = groupBy(expected, (one) => one.of_id);
    expect(new Map(boats.of_id.map((one, n) => [one, boats.lines_of[n]]))).toEqual(
      new Map([...byBoat].map(([of_id, list]) => [of_id, list.length])),
    );
    compared += expected.length;
  });
  await fc.assert(cases, {
    numRuns: 40,
    examples: [
      [{}, {}],
      [{}, { class: 'MOULD' }],
      [{}, { gravidade: 2 }],
    ],
  });
  expect(compared).toBeGreaterThan(100);
});

/** The list of orders takes the same filters, under names that leave those of the order itself free. */
async function ordersMustBe(
  plant: Plant,
  { fase_id, ...filters }: Filters & object,
  expected: readonly Defect[],
): Promise<void> {
  const { data, support } = await asking(plant, 'prodplan.orders', {
    ...filters,
    ...(fase_id === undefined ? {} : { culprit_fase_id: fase_id }),
    inspected_from: '2000-01-01',
    limit: 1000,
    sort: 'of_id',
  });
  if (data === null) return;
  const numbers = [...new Set(expected.map(({ of_id }) => of_id))].sort((a, b) => a - b);
  expect((data as { of_id: number }[]).map(({ of_id }) => of_id)).toEqual(numbers);
  expect(support.rows_used).toBe(numbers.length);
}

async function repliesOf(plant: Plant, asked: object): Promise<Reply[]> {
  return await Promise.all([
    asking(plant, 'quality.pareto', { ...asked, limit: 1000 }),
    asking(plant, 'quality.pareto', { ...asked, by: 'produto', limit: 1000 }),
    asking(plant, 'quality.heatmap', asked),
    asking(plant, 'quality.trend', asked),
    asking(plant, 'quality.defect_boats', asked),
  ]);
}

it('a line without a severity is counted among those left out where a severity is asked for', async () => {
  const { plant, factory } = await sampleFactory(firstServer);
  const all = { from: '2000-01-01', to: factory.today };
  const without = linesOf(factory, all, {}).filter((one) => one.gravidade === null).length;
  for (const name of ['pareto', 'heatmap', 'trend']) {
    const { support } = await asking(plant, `quality.${name}`, { ...all, gravidade: 3 });
    const told = support.rows_excluded.find(({ reason }) => reason === 'linhas de erro sem gravidade');
    expect(told?.rows ?? 0, name).toBe(without);
  }
  const { support } = await asking(plant, 'quality.pareto', { ...all, class: 'MOULD' });
  expect(support.rows_excluded.map(({ reason }) => reason)).not.toContain(
    'linhas de erro sobre o estado do molde',
  );
});
