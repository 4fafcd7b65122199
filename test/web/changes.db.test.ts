import { afterAll, describe, expect, it } from 'vitest';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { type Dump, serial, smallDump } from '../support/dump.js';
import { chromePath, closeBrowser, eventually, numberOf, siteOn } from './browser.js';

afterAll(closeBrowser);

const asOf = '2023-05-10T18:00:00';
const later = '2023-05-11T18:00:00';

/** The next day: one boat is put off by a week, one stands elsewhere, two are new, one is gone. */
function nextDay(): Dump {
  const dump = smallDump();
  const [first, second, third, ...others] = dump.ordens_fabrico!;
  dump.ordens_fabrico = [
    { ...first, of_data_transporte: serial('2023-04-27') },
    { ...second, of_fase_id: second!.of_fase_id === 6 ? 8 : 6 },
    ...others,
    // It comes in late already.
    { ...dump.ordens_fabrico![17], of_id: 9998 },
    { ...third, of_id: 9999 },
  ];
  return dump;
}

describe.skipIf(chromePath === null)('what changed since the file before, in a real browser', () => {
  it('counts what the API says, and each number leads to the boats', async () => {
    const site = await siteOn(
      await newPlant(firstServer, { dump: smallDump(), asOf }, { dump: nextDay(), asOf: later }),
    );
    const path = '/api/ingestion/runs/1/diff/2' as '/api/ingestion/runs/{a}/diff/{b}';
    const { orders } = (await site.ask(path)).data;
    const page = await site.open('/');
    const counted = [
      'created',
      'finished',
      'newly_at_risk',
      'phase_moved',
      'due_moved',
      'due_slipped',
      'vanished',
    ] as const;
    const read = async () =>
      await page
        .locator('[data-change]')
        .evaluateAll((found) =>
          found.map((one) => [one.getAttribute('data-change'), one.querySelector('dd')!.textContent]),
        );
    await eventually(read).toEqual(counted.map((name) => [name, String(orders[name]!.length)]));
    expect(orders.created).toEqual(['9998', '9999']);
    expect(orders.phase_moved.length).toBeGreaterThan(0);
    expect(orders.due_slipped.length).toBe(1);
    await page.locator('[data-change=created] a').click();
    await page.getByRole('heading', { name: 'O que mudou da carga 1 para a 2' }).waitFor();
    expect(orders.newly_at_risk!.map(({ key }) => key)).toEqual(['9998']);
    for (const name of ['created', 'newly_at_risk', 'phase_moved', 'due_slipped', 'vanished'] as const) {
      const shown = page.locator(`[data-panel=${name}] [data-of]`);
      await eventually(() => shown.count(), { message: name }).toBe(orders[name]!.length);
      const title = await page.locator(`[data-panel=${name}] h2`).textContent();
      expect(numberOf(title!.split(':').at(-1)!)).toBe(orders[name]!.length);
    }
    await page.locator('[data-panel=created] [data-of="9999"] a').click();
    await page.getByRole('heading', { name: 'Barco 9999' }).waitFor();
  });

  it('says of a first file that there is nothing to compare it with', async () => {
    const site = await siteOn(await newPlant(firstServer, { dump: smallDump(), asOf }));
    const page = await site.open('/');
    await page.getByText('É o primeiro ficheiro: ainda não há com que comparar.').waitFor();
    await page.goto(`${site.api.url}/dados/diferencas/ontem`);
    await page.getByText('O endereço diz as duas cargas assim: 3..5.').waitFor();
  });
});
