import { describe, expect, it } from 'vitest';
import { ask, readParams, services } from '../../src/services/index.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';

const reader = { maySeeNames: false };

describe('a question', () => {
  it('is refused before anything is published, and where its gate is shut', async () => {
    const plant = await newPlant(firstServer);
    const consumption = services.find((one) => one.name === 'smartinventory.consumption_estimate')!;
    await expect(ask(plant.database.pool, consumption, {}, reader)).rejects.toMatchObject({
      code: 'NOTHING_PUBLISHED',
    });
    const { result } = await plant.ingest(smallDump());
    expect(await ask(plant.database.pool, consumption, {}, reader)).toMatchObject({
      status: 'NOT_SUPPORTED_BY_DATA',
      data: null,
      suggestion: expect.stringContaining('folha'),
      support: { run_id: result.run_id, data_version: 1, rows_used: 0, sql: null },
    });
  });

  it('is answered with the evidence of the state that it was asked of, not of an earlier one', async () => {
    const plant = await newPlant(firstServer);
    const schedule = services.find((one) => one.name === 'prodplan.schedule')!;
    const rate = async () => {
      const { support } = await ask(plant.database.pool, schedule, readParams(schedule, {}), reader);
      const { row_rate } = support.match_rates.find(
        (one) => one.reference === 'ordens_fabrico.of_produto_id',
      )!;
      return { version: support.data_version, row_rate };
    };
    await plant.ingest(smallDump());
    expect(await rate()).toEqual({ version: 1, row_rate: 1 });
    const next = smallDump();
    next.ordens_fabrico![0] = { ...next.ordens_fabrico![0], of_produto_id: 999 };
    await plant.ingest(next);
    expect(await rate()).toEqual({ version: 2, row_rate: 0.95 });
  });
});
