import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/http/keys/role.js';
import { parseToken } from '../../src/http/keys/token.js';
import { makeCode } from '../../src/http/sessions/sessions.js';
import type { AnswerOf } from '../../web/src/api/client.ts';
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

  it('shows what holds for everybody as the API does, what is fixed as fixed, and to a reader no way to change it', async () => {
    const site = await newSite(60);
    const { data } = await site.ask('/api/settings');
    const page = await site.open('/definicoes');
    const free = data.filter((one) => one.fixed_by === null);
    const both = page.locator('[data-table=settings] tbody tr, [data-table=thresholds] tbody tr');
    await eventually(() => both.count()).toBe(free.length);
    const rows = page.locator('[data-table=fixed-settings] tbody tr');
    await eventually(() => rows.count()).toBe(data.length - free.length);
    for (const { name, value, kind, fixed_by } of data) {
      const row = page.locator(`[data-setting=${name}]`);
      const number = kind === 'share' ? `${Number(value) * 100}\u00a0%` : String(value ?? 'por decidir');
      // Thousands are grouped by a blank that does not break.
      const grouped = /^\d+$/.test(number) ? number.replace(/\B(?=(\d{3})+$)/g, '\u00a0') : number;
      expect(await row.locator('td').first().textContent()).toBe(grouped.replace('.', ','));
      if (fixed_by !== null) expect(await row.textContent()).toContain(fixed_by);
    }
    await page.getByText('Só um operador muda o que vale para todos.').waitFor();
    expect(await page.locator('[data-setting] input').count()).toBe(0);
  });

  it('an operator sets the age of a zombie: every open page counts by it, says so in its evidence, and it is on record', async () => {
    const site = await newSite(300, { local: false });
    const page = await openAs(site, 'operator');
    const other = await openAs(site, 'reader');
    await other.getByRole('link', { name: 'Painel' }).click();
    const context = other.locator('[data-figure=wip]');
    // None of so few boats is as old as the usual age.
    await eventually(() => context.textContent()).toContain('à espera de expedição');
    expect(await context.textContent()).not.toContain('parados');
    const row = page.locator('[data-setting=zombie_days]');
    await row.getByRole('textbox').fill('29');
    await row.getByRole('button', { name: 'Guardar' }).click();
    await row.getByText('Escreva um número de 30 a 3').waitFor();
    await row.getByRole('textbox').fill('60');
    await row.getByRole('button', { name: 'Guardar' }).click();
    await row.getByText('teste operator').waitFor();
    await eventually(() => page.locator('[data-change=zombie_days]').first().textContent()).toContain('60');
    const answer = await site.api.get('/api/smartinventory/wip', { key: await site.api.key('reader') });
    const { data } = (await answer.json()) as AnswerOf<'/api/smartinventory/wip'>;
    await eventually(() => context.textContent()).toContain(
      `mais ${data?.total.zombies} parados há mais de 60 dias`,
    );
    await context.locator('.mark-button').click();
    const evidence = other.locator('.evidence');
    await evidence.getByText('Dias até um barco contar como parado (das Definições, desde').waitFor();
    await row.getByRole('button', { name: 'Voltar ao de origem' }).click();
    await eventually(() => context.textContent()).not.toContain('parados');
    await row.getByText('de origem: 365').waitFor();
  });

  it('an operator decides what a text speaks of, and gives it back to the rules', async () => {
    const site = await newSite(300, { local: false });
    const page = await openAs(site, 'operator');
    const row = page.locator('[data-table=texts] tbody tr[data-class=BOAT_DEFECT]').first();
    const text = await row.getAttribute('data-text');
    await page.getByLabel('Procurar texto').fill(text!.toUpperCase());
    const same = page.locator(`[data-text="${text}"]`);
    await same.locator('select').selectOption('PASSED');
    await same.getByRole('button', { name: 'Guardar' }).click();
    await eventually(() => same.getAttribute('data-class')).toBe('PASSED');
    await same.getByRole('button', { name: 'Pelas regras' }).click();
    await eventually(() => same.getAttribute('data-class')).toBe('BOAT_DEFECT');
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
