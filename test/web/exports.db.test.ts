import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, type Site, settled } from './browser.js';

afterAll(closeBrowser);

describe.skipIf(chromePath === null)('what is taken along, in a real browser', () => {
  it('is offered by every panel, as files that come, and holds the boats of the list', async () => {
    const site = await newSite();
    const page = await site.open('/');
    await everyPanel(site, page);
    await sameBoats(site, page, '/barcos?estado=OPEN&familia=K1');
    await sameBoats(site, page, '/barcos?gravidade=3&de=2022-01-01&texto=k1');
    await addresses(site, page);
  });
});

async function everyPanel({ api }: Site, page: Page): Promise<void> {
  for (const path of ['/', '/barcos', '/expedicoes', '/fluxo', '/qualidade', '/materiais', '/dados']) {
    await page.goto(`${api.url}${path}`);
    await settled(page);
    const buttons = page.locator('[data-export]');
    await eventually(() => buttons.count()).toBeGreaterThan(0);
    const bare = await page
      .locator('.panel:has(table)')
      .evaluateAll((panels) =>
        panels
          .filter((one) => one.querySelector('[data-export]') === null && !one.matches('.boats-panel'))
          .map((one) => one.querySelector('h2')?.textContent),
      );
    expect(bare, path).toEqual([]);
    for (let n = 0; n < (await buttons.count()); n++) {
      await buttons.nth(n).click();
      const hrefs = await page
        .locator('.export-list a')
        .evaluateAll((links) => links.map((one) => one.getAttribute('href')!));
      expect(hrefs).toHaveLength(3);
      for (const href of hrefs) {
        const response = await fetch(`${api.url}${href}`, { method: 'HEAD' });
        expect([response.status, response.headers.get('content-disposition')?.slice(0, 10)], href).toEqual([
          200,
          'attachment',
        ]);
      }
      await page.keyboard.press('Escape');
      await eventually(() => page.locator('.export-list').count()).toBe(0);
    }
  }
}

async function sameBoats({ api }: Site, page: Page, path: string): Promise<void> {
  await page.goto(`${api.url}${path}`);
  await page.locator('[data-count]').waitFor();
  await page.locator('.boats-head [data-export]').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.export-list a[data-format=csv]').click(),
  ]);
  const { readFile } = await import('node:fs/promises');
  const lines = (await readFile((await download.path())!, 'utf8'))
    .split('\r\n')
    .filter((line) => /^\d/.test(line));
  const count = Number(await page.locator('[data-count]').getAttribute('data-count'));
  expect(count).toBeGreaterThan(0);
  expect(lines).toHaveLength(count);
  await page.keyboard.press('Escape');
  const shown = await page
    .locator('tbody tr[data-of]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-of')));
  expect(lines.slice(0, shown.length).map((line) => line.split(',')[0])).toEqual(shown);
}

async function addresses({ api }: Site, page: Page): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: api.url });
  await page.goto(`${api.url}/fluxo?familia=K1`);
  await page.locator('[data-panel=waits] [data-export]').click();
  await page.getByRole('button', { name: 'Copiar o endereço desta página' }).click();
  await page.getByText('Copiado.').waitFor();
  const read = (): Promise<string> => page.evaluate('navigator.clipboard.readText()');
  expect(await read()).toBe(`${api.url}/fluxo?familia=K1&run=1`);
  await page.getByRole('button', { name: 'Copiar o endereço dos dados' }).click();
  await eventually(read).toBe(`${api.url}/api/prodplan/waits?familia=K1&format=xlsx`);
  // Where the browser keeps the clipboard to itself, the text is there to be taken.
  await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await page.getByRole('button', { name: 'Copiar o endereço dos dados' }).click();
  expect(await page.getByLabel('Copie daqui:').inputValue()).toBe(
    `${api.url}/api/prodplan/waits?familia=K1&format=xlsx`,
  );
}
