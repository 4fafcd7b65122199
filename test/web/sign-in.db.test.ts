import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { parseToken } from '../../src/http/keys/token.js';
import { makeCode } from '../../src/http/sessions/sessions.js';
import { chromePath, closeBrowser, eventually, newSite } from './browser.js';

afterAll(closeBrowser);

const heading = (page: Page): Promise<string | null> => page.locator('main h1').first().textContent();

describe.skipIf(chromePath === null)('where a key is needed, in a real browser', () => {
  it('the page asks for one, says which is wrong, stays where it was asked for, and signs out', async () => {
    const { api, open } = await newSite(60, { local: false });
    const page = await open('/barcos?estado=DONE');
    await eventually(() => heading(page)).toBe('Entrar');
    const field = page.getByLabel('Chave');
    await field.fill('pp_nada');
    await page.getByRole('button', { name: 'Entrar' }).click();
    await eventually(() => page.getByRole('alert').textContent()).toContain('Esta chave não existe');
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    await field.fill(` ${await api.key('operator')} `);
    await page.keyboard.press('Enter');
    await eventually(() => heading(page)).toBe('Barcos');
    expect(new URL(page.url()).search).toBe('?estado=DONE');
    // No script can read what now opens the pages.
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.getByRole('button', { name: /Sair.*operador/ }).click();
    await eventually(() => heading(page)).toBe('Entrar');
  });

  it('a link signs in once, and leaves no code in the address', async () => {
    const { api, open } = await newSite(60, { local: false });
    const opener = { keyId: parseToken(await api.key('reader'))!.id };
    const path = `/barcos#entrar=${await makeCode(api.database.pool, opener)}`;
    const page = await open(path);
    await eventually(() => heading(page)).toBe('Barcos');
    expect(page.url()).toBe(`${api.url}/barcos`);
    const again = await open(path);
    await eventually(() => heading(again)).toBe('Entrar');
  });

  it('a session that ends while the page is open is asked for anew, and the page goes on from there', async () => {
    const { api, open } = await newSite(60, { local: false });
    const key = await api.key('reader');
    const page = await open(`/#entrar=${await makeCode(api.database.pool, { keyId: parseToken(key)!.id })}`);
    await eventually(() => page.locator('[data-figure=wip]').count()).toBe(1);
    await api.database.pool.query('DELETE FROM api_sessions');
    // What is published is asked again when the window is looked at.
    await page.evaluate("window.dispatchEvent(new Event('visibilitychange'))");
    await eventually(() => heading(page)).toBe('Entrar');
    await page.getByLabel('Chave').fill(key);
    await page.keyboard.press('Enter');
    await eventually(() => page.locator('[data-figure=wip]').count()).toBe(1);
  });
});
