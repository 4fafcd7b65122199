import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/http/keys/role.js';
import { parseToken } from '../../src/http/keys/token.js';
import { makeCode } from '../../src/http/sessions/sessions.js';
import { chromePath, closeBrowser, eventually, newSite, type Site } from './browser.js';

afterAll(closeBrowser);

async function openAs({ api, open }: Site, role: Role): Promise<Page> {
  const keyId = parseToken(await api.key(role))!.id;
  return await open(`/definicoes#entrar=${await makeCode(api.database.pool, { keyId })}`);
}

const heading = (page: Page): Promise<string | null> => page.locator('main h1').first().textContent();

describe.skipIf(chromePath === null)('settings, in a real browser', () => {
  it('language and theme are of this browser, and stay', async () => {
    const { open } = await newSite(60);
    const page = await open('/');
    await page.getByRole('link', { name: 'Definições' }).click();
    await eventually(() => heading(page)).toBe('Definições');
    await page.getByRole('button', { name: 'Escuro', exact: true }).click();
    await page.locator('[data-panel=browser]').getByRole('button', { name: 'English' }).click();
    await eventually(() => heading(page)).toBe('Settings');
    await page.reload();
    await eventually(() => heading(page)).toBe('Settings');
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('dark');
    await page.getByRole('button', { name: 'As the system' }).click();
    expect(await page.evaluate('document.documentElement.dataset.theme')).toBe('light');
  });

  it('shows what holds for everybody, as the API does, and what fixes it', async () => {
    const site = await newSite(60);
    const { data } = await site.ask('/api/settings');
    const page = await site.open('/definicoes');
    const rows = page.locator('[data-table=settings] tbody tr');
    await eventually(() => rows.count()).toBe(data.length);
    for (const one of data) {
      const row = page.locator(`[data-setting=${one.name}]`);
      // Thousands are grouped by a blank that does not break.
      const grouped = /^\d+$/.test(one.value) ? one.value.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : one.value;
      expect(await row.locator('td').first().textContent()).toBe(grouped || 'os de origem');
      expect(await row.textContent()).toContain(one.fixed_by ?? 'o programa');
    }
  });

  it('an operator makes a key that opens, shown once, and revokes it; a reader is told who may', async () => {
    const site = await newSite(60, { local: false });
    const page = await openAs(site, 'operator');
    await page.getByLabel('Para quem, ou para quê').fill('Ana, planeamento');
    await page.getByRole('button', { name: 'Fazer uma chave' }).click();
    const token = (await page.locator('[data-token]').textContent())!;
    const read = async () => (await site.api.get('/api/services', { key: token })).status;
    expect(await read()).toBe(200);
    const row = page.locator(`[data-key="${parseToken(token)!.id}"]`);
    await row.getByRole('button', { name: 'Revogar' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Revogar' }).click();
    await eventually(() => row.getAttribute('data-revoked')).toBe('true');
    expect(await read()).toBe(401);
    await page.reload();
    await row.waitFor();
    expect(await page.locator('[data-token]').count()).toBe(0);
    const reader = await openAs(site, 'reader');
    await reader.getByText('Só um operador vê e faz chaves.').waitFor();
    expect(await reader.locator('[data-table=keys]').count()).toBe(0);
  });
});
