import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { newApi } from '../http/support.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { type Dump, smallDump } from '../support/dump.js';
import { chromePath, closeBrowser, eventually, siteOn } from './browser.js';

afterAll(closeBrowser);

const asOf = '2023-05-10T18:00:00';
const later = '2023-05-11T18:00:00';

/** The next day: four boats more are in hand. */
function nextDay(): Dump {
  const dump = smallDump();
  const [first] = dump.ordens_fabrico!;
  const more = [9001, 9002, 9003, 9004].map((of_id) => ({ ...first, of_id, of_data_acabamento: null }));
  return { ...dump, ordens_fabrico: [...dump.ordens_fabrico!, ...more] };
}

const plantOfTwoDays = () => newPlant(firstServer, { dump: smallDump(), asOf });

const textOf = (page: Page, selector: string) => page.locator(selector).textContent();

/** From now on every state that the page shows is noted: the run in its strip beside the figure of boats in hand. */
async function noteStates(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(`
    window.states = new Set();
    const read = (at) => document.querySelector(at)?.textContent;
    const note = () => window.states.add(read('[data-trust=run]') + ' ' + read('[data-trust=moment]') + ' ' + read('[data-figure=wip] .figure-value'));
    new MutationObserver(note).observe(document.body, { subtree: true, childList: true, characterData: true });
    note();`);
  return async () => (await page.evaluate('[...window.states]')) as string[];
}

describe.skipIf(chromePath === null)('a publication while pages are open, in a real browser', () => {
  it('is taken over by all tabs by themselves, whole, and they say so; one stream serves them', async () => {
    const plant = await plantOfTwoDays();
    const site = await siteOn(plant);
    const page = await site.open('/');
    const other = await page.context().newPage();
    await other.goto(`${site.api.url}/`);
    for (const one of [page, other]) await eventually(() => textOf(one, '[data-trust=run]')).toBe('1');
    await eventually(() => page.locator('[data-figure] .figure-value').count()).toBe(4);
    const states = await noteStates(page);
    const before = await states();
    await plant.ingest(nextDay(), { asOf: later });
    const started = Date.now();
    for (const one of [page, other]) await eventually(() => textOf(one, '[data-trust=run]')).toBe('2');
    // Without the stream it is asked for once a minute.
    expect(Date.now() - started).toBeLessThan(30_000);
    const { data } = await site.ask('/api/smartinventory/wip');
    expect(data!.total.orders).toBeGreaterThan(0);
    await eventually(() => textOf(page, '[data-figure=wip] .figure-value')).toContain(
      String(data!.total.orders),
    );
    for (const one of [page, other])
      expect(await textOf(one, '[data-notice=publication]')).toContain(
        'Entrou um ficheiro novo: carga 2, de 11',
      );
    const seen = await states();
    expect(seen.length, seen.join('\n')).toBe(2);
    expect(seen[0]).toBe(before[0]);
    await page.getByRole('link', { name: 'O que mudou', exact: true }).click();
    await page.getByRole('heading', { name: 'O que mudou da carga 1 para a 2' }).waitFor();
    await page.getByRole('button', { name: 'Fechar' }).click();
    await eventually(() => page.locator('[data-notice]').count()).toBe(0);
    await page.context().close();
    const streams = () =>
      site.api
        .log()
        .split('\n')
        .filter((line) => line.includes('/api/publication/events'));
    await eventually(() => streams().length).toBeGreaterThan(0);
    expect(streams().length).toBe(1);
  });

  it('a link that names an earlier run says that the file is newer; one of this run says nothing', async () => {
    const plant = await newPlant(firstServer, { dump: smallDump(), asOf }, { dump: nextDay(), asOf: later });
    const site = await siteOn(plant);
    const page = await site.open('/barcos?estado=DONE&run=1');
    await eventually(() => textOf(page, '[data-notice=link]')).toContain('sobre a carga 1');
    expect(await textOf(page, '[data-notice=link]')).toContain('a carga 2, de 11');
    await page.goto(`${site.api.url}/barcos?estado=DONE&run=2`);
    await page.locator('[data-trust=run]').waitFor();
    expect(await page.locator('[data-notice=link]').count()).toBe(0);
  });

  it('says that the server is gone, and that it is back', async () => {
    const plant = await plantOfTwoDays();
    const site = await siteOn(plant);
    const page = await site.open('/');
    await eventually(() => textOf(page, '[data-trust=run]')).toBe('1');
    await site.api.close();
    await page.locator('.banner').getByText('O servidor não responde').waitFor();
    // What is known stays.
    expect(await textOf(page, '[data-trust=run]')).toBe('1');
    await plant.ingest(nextDay(), { asOf: later });
    await newApi({ plant, port: Number(new URL(site.api.url).port) });
    await eventually(() => page.locator('[data-notice=back]').count()).toBe(1);
    await eventually(() => textOf(page, '[data-trust=run]')).toBe('2');
    // What could not be read meanwhile is there too.
    await eventually(() => page.locator('[data-figure] .figure-value').count()).toBe(4);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});
