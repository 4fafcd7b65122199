import { describe, expect, it } from 'vitest';
import { answer, boundsOfShare, type Question } from '../../src/evidence/index.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';

const question: Question = {
  gates: ['product_join', 'culprit_attribution'],
  references: ['ordens_fabrico.of_produto_id'],
  method: 'Ordens acabadas por modelo.',
  sql: 'example.sql',
};

describe('an answer', () => {
  it('carries the run, the moment, the rows and the match rates that it rests on', async () => {
    const plant = await newPlant(firstServer);
    const { pool } = plant.database;
    const find = async () => ({
      data: [{ produto_id: 201, orders: 6 }],
      rowsUsed: 17,
      rowsExcluded: [{ reason: 'por acabar', rows: 3 }],
      bounds: boundsOfShare({ hits: 6, covered: 17, total: 20 }),
    });
    expect(await answer(pool, question, find)).toBeNull();
    const dump = smallDump();
    dump.ordens_fabrico![0] = { ...dump.ordens_fabrico![0], of_produto_id: 999 };
    const { result } = await plant.ingest(dump);
    expect(await answer(pool, question, find)).toEqual({
      // Half of the errors name a culprit: the worst gate decides.
      status: 'DEGRADED',
      reason: expect.stringContaining('%'),
      data: [{ produto_id: 201, orders: 6 }],
      support: {
        run_id: result.run_id,
        data_version: 1,
        as_of: '2023-04-20T10:00:00',
        rows_used: 17,
        rows_excluded: [{ reason: 'por acabar', rows: 3 }],
        gates: [
          {
            gate: 'product_join',
            state: 'SUPPORTED',
            threshold: 0.95,
            rate: 0.95,
            rows: 20,
            covered_rows: 19,
          },
          {
            gate: 'culprit_attribution',
            state: 'DEGRADED',
            threshold: 0.9,
            rate: 0.5,
            rows: 10,
            covered_rows: 5,
          },
        ],
        match_rates: [{ reference: 'ordens_fabrico.of_produto_id', row_rate: 0.95, value_rate: 0.75 }],
        bounds: { value: 6 / 17, lowest: 6 / 20, highest: 9 / 20 },
        method: 'Ordens acabadas por modelo.',
        sql: 'example.sql',
        rules: [],
      },
    });
  });

  it('is refused with the reason where a gate is shut, and the data are not even asked for', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const find = () => Promise.reject(new Error('must not be asked'));
    const refused = await answer(plant.database.pool, { ...question, gates: ['consumption'] }, find);
    expect(refused).toMatchObject({
      status: 'NOT_SUPPORTED_BY_DATA',
      data: null,
      reason: expect.stringMatching(/campos/),
      suggestion: expect.stringMatching(/folha/),
      support: { rows_used: 0 },
    });
    await expect(answer(plant.database.pool, { ...question, gates: ['no_such_gate'] }, find)).rejects.toThrow(
      /no_such_gate/,
    );
  });
});
