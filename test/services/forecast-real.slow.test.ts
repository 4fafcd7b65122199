import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { refreshBacktest } from '../../src/maintenance/index.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { dataOf } from './factory.js';

// A real dump that some developers have beside the project; it is no part of it. Only figures are kept.
const file = fileURLToPath(new URL('../../../shared/data/folha_ia_2023-04-30.xlsx', import.meta.url));
if (!existsSync(file)) console.warn('The real workbook is not here: the forecast is not tried on it.');

interface Summary {
  readonly population: string;
  readonly family: string;
  readonly cutoffs: number;
  readonly ratio: number;
  readonly ratio_high: number;
  readonly quantiles: readonly { readonly quantile: number; readonly coverage: number }[];
}

describe.skipIf(!existsSync(file))('the forecast on the real workbook', () => {
  it('loses a fifth less than the baseline on open orders, and a quarter less on new ones', async () => {
    const plant = await newPlant(firstServer);
    await plant.ingestFile(file);
    await refreshBacktest({ database: plant.database });
    const { summary, censor_days } = await dataOf<{ summary: Summary[]; censor_days: number }>(
      plant.database.pool,
      'prodplan.risk_backtest',
    );
    const of = (population: string) =>
      summary.find((one) => one.population === population && one.family === 'all')!;
    expect(censor_days).toBe(90);
    const [open, fresh] = [of('OPEN'), of('NEW')];
    expect([open.cutoffs, fresh.cutoffs]).toEqual([4, 3]);
    expect(open.ratio).toBeLessThanOrEqual(0.8);
    expect(open.ratio_high).toBeLessThan(1);
    expect(fresh.ratio).toBeLessThanOrEqual(0.77);
    for (const { quantile, coverage } of open.quantiles.filter(({ quantile: q }) =>
      [0.5, 0.8, 0.9].includes(q),
    ))
      expect(Math.abs(coverage - quantile)).toBeLessThanOrEqual(0.04);
  });
});
