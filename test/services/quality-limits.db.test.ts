import { expect, it } from 'vitest';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';
import { asking } from './asking.js';

const orderQuestions = ['quality.overview', 'quality.trend', 'quality.by_product', 'quality.by_phase'];

const questionsAboutPhases = [...orderQuestions, 'quality.pareto', 'quality.heatmap', 'quality.risk'];

it('says how many demoulded orders it leaves out because no sheet lists them, and knows no phase that does not exist', async () => {
  const plant = await newPlant(firstServer);
  const dump = smallDump();
  // Each was demoulded on the day of April that is its place.
  const unlisted = [1, 2, 3];
  dump.ordens_fabrico = dump.ordens_fabrico!.slice(unlisted.length);
  await plant.ingest(dump);
  const excluded = async (name: string, params: object) => {
    const { support } = await asking(plant, name, params);
    return support.rows_excluded.find((one) => one.reason.includes('OrdensFabrico não tem'))?.rows ?? 0;
  };
  for (const name of orderQuestions) {
    expect(await excluded(name, {}), name).toBe(unlisted.length);
    expect(await excluded(name, { from: '2023-04-02' }), name).toBe(2);
    expect(await excluded(name, { to: '2023-03-31' }), name).toBe(0);
  }
  for (const name of questionsAboutPhases) {
    await expect(asking(plant, name, { fase_id: 99_999_999 }), name).rejects.toThrow(/fase_id: .*99999999/);
    expect((await asking(plant, name, { fase_id: 6 })).data, name).toBeTruthy();
  }
});
