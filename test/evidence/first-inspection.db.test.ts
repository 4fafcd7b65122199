import { describe, expect, it } from 'vitest';
import { newSamplePlant } from '../ingest/support.js';
import { asking, sampleFactory } from '../services/asking.js';
import { firstServer } from '../support/database.js';

const demoulding = 'demould_recorded';

describe('whether first inspections are on record', () => {
  it('is asked of every boat that has passed its own, finished or not', async () => {
    const { plant, factory } = await sampleFactory(firstServer);
    const controlled = new Set(
      factory.raw.phases
        .filter((one) => one.fase_id === 8 && one.fim !== null && one.fim <= factory.raw.asOf)
        .map((one) => one.of_id),
    );
    const passed = factory.orders.filter(
      ({ of_id, gate, inspectionDay, state }) =>
        gate !== 0 &&
        (['DONE', 'AWAITING_SHIPPING'].includes(state) || inspectionDay !== null || controlled.has(of_id)),
    );
    const recorded = passed.filter(({ inspectionDay }) => inspectionDay !== null);
    // Some are still in work: figures rest on them, too.
    expect(recorded.some(({ state }) => state === 'IN_PROGRESS')).toBe(true);
    const { support } = await asking(plant, 'quality.trend');
    expect(support.gates.find(({ gate }) => gate === demoulding)).toMatchObject({
      rows: passed.length,
      covered_rows: recorded.length,
    });
  });

  it('does not weaken the answers of the demonstration', async () => {
    const sample = { orders: 2738, seed: 1, asOf: '2023-04-30T18:00:00' };
    const plant = await newSamplePlant(firstServer, sample);
    for (const name of ['overview', 'by_phase', 'by_product']) {
      const reply = await asking(plant, `quality.${name}`);
      const reason = 'reason' in reply ? reply.reason : '';
      // Few of its boats without a demoulding have any line: the yield of all says so, and no gate is behind it.
      expect(reason.replace(/^Destes \d+ barcos, \d+ \(FINAL_CONTROL\)[^.]*\.( [^.]*\.)*$/, ''), name).toBe(
        '',
      );
      expect(
        reply.support.gates.map(({ state }) => state),
        name,
      ).not.toContain('DEGRADED');
    }
  });
});
