import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, type Site } from './browser.js';

afterAll(closeBrowser);

describe.skipIf(chromePath === null)('the command box, in a real browser', () => {
  it('leads by keyboard alone to a boat, a list, a phase and a shipment, in both languages', async () => {
    const site = await newSite();
    const page = await site.open('/');
    await byKeyboard(site, page);
    await phases(site, page);
    await closes(page);
    await page.getByRole('button', { name: 'Ver em inglês' }).or(page.locator('.language[lang=en]')).click();
    await ask(page, 'k1 late');
    await page.getByRole('option', { name: 'Boats: K1, late' }).click();
    await eventually(() => at(page)).toBe('/barcos?estado=OPEN&prazo=LATE&familia=K1');
  });
});

const at = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

async function ask(page: Page, text: string): Promise<void> {
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: /Para onde|Where to/ }).waitFor();
  await page.keyboard.type(text);
  await page.getByRole('option').first().waitFor();
}

async function byKeyboard({ ask: api }: Site, page: Page): Promise<void> {
  const { data } = await api('/api/prodplan/risk_queue', '?limit=1');
  const { of_id, due_day } = data![0]!;
  await page.locator('[data-figure=wip]').waitFor();
  await ask(page, `of ${of_id}`);
  await page.keyboard.press('Enter');
  await eventually(() => at(page)).toBe(`/barcos/${of_id}`);
  await page.getByRole('heading', { name: `Barco ${of_id}` }).waitFor();
  await ask(page, `expedição ${Number(due_day.slice(8))}/${Number(due_day.slice(5, 7))}`);
  await page.keyboard.press('Enter');
  await eventually(() => at(page)).toBe(`/expedicoes/${due_day}`);
  await ask(page, 'k1 em risco');
  // Arrows go round the list.
  for (const key of ['ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await eventually(() => at(page)).toBe('/barcos?estado=OPEN&prazo=RISK&familia=K1');
  const open =
    '?state=CREATED,IN_PROGRESS,AWAITING_SHIPPING&is_zombie=false&familia=K1&due_status=AT_RISK,LATE';
  const { support } = await api('/api/prodplan/orders', `${open}&limit=1`);
  const count = page.locator('[data-count]');
  await eventually(() => count.getAttribute('data-count')).toBe(String(support.rows_used));
}

async function phases({ ask: api }: Site, page: Page): Promise<void> {
  const { data } = await api('/api/prodplan/phases');
  const { fase_id, fase_nome } = data!.find(({ fase_nome: name }) => name !== null && name.length > 6)!;
  await ask(page, `fase ${fase_nome}`);
  await page.getByRole('option', { name: `Barcos em ${fase_nome}`, exact: true }).click();
  await eventually(() => at(page)).toBe(`/barcos?estado=OPEN&fase=${fase_id}`);
}

async function closes(page: Page): Promise<void> {
  const box = page.getByRole('combobox', { name: 'Para onde?' });
  await ask(page, 'k1');
  await page.keyboard.press('Escape');
  await box.waitFor({ state: 'detached' });
  // Within a field a slash is a slash.
  await page.getByRole('searchbox').fill('a');
  await page.getByRole('searchbox').press('/');
  expect(await page.getByRole('searchbox').inputValue()).toBe('a/');
  expect(await box.count()).toBe(0);
  await page.locator('.command-button').click();
  await box.waitFor();
  await page.mouse.click(5, 5);
  await box.waitFor({ state: 'detached' });
}
