import type { ClientBase } from 'pg';
import { describe, expect, it } from 'vitest';
import type { GateResult } from './gate.js';
import { gatesInQuestion } from './in-question.js';
import { KnownCoverage } from './known-coverage.js';
import type { RowsAsked } from './rows-asked.js';

/** Of February two in five orders are in no sheet, and nobody knows of which family they were; of the other months none is missing. */
const months = ['2022-12', '2023-01', '2023-02', '2023-03'].flatMap((month) => [
  { month: `${month}-01`, familia: 'K1', measures: { orders: 120, with_family: 120, named: 120 } },
  { month: `${month}-01`, familia: 'C1', measures: { orders: 120, with_family: 120, named: 120 } },
  ...(month === '2023-02'
    ? [{ month: `${month}-01`, familia: '?', measures: { orders: 20, unlisted: 160 } }]
    : []),
]);

const client = { query: async () => ({ rows: months }) } as unknown as Pick<ClientBase, 'query'>;

const overall: GateResult = {
  gate: 'orders_listed',
  question: '',
  figure: '',
  state: 'SUPPORTED',
  weighting: 'rows',
  rate: 0.96,
  rows: 1000,
  covered_rows: 960,
  threshold: 0.95,
  bounds: null,
  reason: '',
  remedy: '',
} as unknown as GateResult;

const all: RowsAsked = {
  day: 'finished',
  open: false,
  from: null,
  to: null,
  produto_id: null,
  familia: null,
  of_id: null,
  fase_id: null,
  zombie_days: null,
};

const february = { from: '2023-02-10', to: '2023-02-20' };

async function listed(asked: Partial<RowsAsked>, of = overall): Promise<GateResult> {
  const [gate] = await gatesInQuestion(client, [of], { ...all, ...asked }, new KnownCoverage());
  return gate!;
}

describe('orders that no sheet lists, of which nobody knows the product', () => {
  it.each([{}, { familia: 'K1' }, { produto_id: 7 }, { open: true }])(
    'are missing from a month whatever is asked of it: %j',
    async (filter) => {
      expect(await listed({ ...february, ...filter })).toMatchObject({
        state: 'NOT_SUPPORTED_BY_DATA',
        rows: 400,
        covered_rows: 240,
      });
      expect(await listed({ from: '2022-12-01', to: '2023-01-31', ...filter })).toMatchObject({
        state: 'SUPPORTED',
        rate: 1,
      });
    },
  );

  it('are missing from all of one family or product as far as from all of the file', async () => {
    for (const filter of [{ familia: 'K1' }, { produto_id: 7 }, { of_id: 1001, ...february }])
      expect(await listed(filter)).toEqual(overall);
  });
});

it('orders whose family nobody knows are missing from every family', async () => {
  const family = { ...overall, gate: 'product_family' };
  expect(await listed({ ...february, familia: 'K1' }, family)).toMatchObject({
    state: 'DEGRADED',
    rows: 260,
    covered_rows: 240,
  });
  expect(await listed({ ...february, familia: '?' }, family)).toEqual(family);
});
