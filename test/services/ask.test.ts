import { describe, expect, it } from 'vitest';
import { ask, services } from '../../src/services/index.js';
import { newPlant } from '../ingest/support.js';
import { servers } from '../support/database.js';
import { smallDump } from '../support/dump.js';

const reader = { maySeeNames: false };

describe('a question', () => {
  it('is refused before anything is published, and where its gate is shut', async () => {
    const plant = await newPlant(servers[0]!);
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
});
