import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noFamily, productFamilies } from '../../src/contract/factory/index.js';
import { services } from '../../src/services/index.js';
import type { TestDatabase } from '../support/database.js';
import { askFor, sampleFactory } from './factory.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await sampleFactory(900, 7);
});
afterAll(() => test?.drop());

const byFamily = services.filter(({ params }) => 'familia' in params.shape);
const ever = { from: '2000-01-01', to: '2100-01-01' };

const paramsOf = (name: string, familia: string): Record<string, string> => {
  const { shape } = byFamily.find((one) => one.name === name)!.params;
  return { familia, ...('from' in shape ? ever : {}), ...('limit' in shape ? { limit: '1000' } : {}) };
};

/** Rest on what a model says of its boats: nobody says it of orders without one. */
const needTheModel = ['smartinventory.gelcoat_theoretical_usage', 'smartinventory.consumption_estimate'];

/** Hold what is asked for against its like, of which a dozen orders have too few. */
const needTheirLike = [
  'prodplan.conformance',
  'prodplan.rework_cost',
  'quality.standardised',
  'quality.learning',
];

/** Each row of these is of one family. */
const partedByFamily = [
  'prodplan.orders',
  'prodplan.schedule',
  'smartinventory.wip',
  'kpis.by_product',
  'quality.by_product',
  'quality.pareto',
  'quality.defect_lines',
];

describe('orders whose family is not known', () => {
  it.each(byFamily.map(({ name }) => name))('can be asked for in %s', async (name) => {
    const { status, support } = await askFor(test.database.pool, name, paramsOf(name, noFamily));
    // The backtest is tried by a job, and nobody has.
    const isShut = [...needTheModel, ...needTheirLike, 'prodplan.risk_backtest'].includes(name);
    expect(status === 'NOT_SUPPORTED_BY_DATA', name).toBe(isShut);
    // What was asked for is not left out.
    for (const { reason } of support.rows_excluded) expect(reason).not.toContain('família não se conhece');
  });

  it.each(partedByFamily)('make up all of %s together with those of the families', async (name) => {
    const used = async (familia: string): Promise<number> =>
      (await askFor(test.database.pool, name, paramsOf(name, familia))).support.rows_used;
    const { familia: _, ...whole } = paramsOf(name, noFamily);
    const all = (await askFor(test.database.pool, name, whole)).support.rows_used;
    const unknown = await used(noFamily);
    expect(unknown).toBeGreaterThan(0);
    let sum = unknown;
    for (const family of productFamilies) sum += await used(family);
    expect(sum).toBe(all);
  });
});
