import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site } from './browser.js';

afterAll(closeBrowser);

describe.skipIf(chromePath === null)('the factory map, in a real browser', () => {
  it('has a column for each phase where boats stand, in the order of the factory, as the API counts them', async () => {
    const site = await newSite();
    const page = await site.open('/barcos?estado=OPEN');
    await page.getByRole('button', { name: 'Mapa da fábrica' }).click();
    await eventually(() => new URL(page.url()).search).toBe('?estado=OPEN&vista=mapa');
    await columns(site, page);
    await keyboard(page);
    await filtered(site, page);
  });
});

async function columns({ ask }: Site, page: Page): Promise<void> {
  const { data: schedule } = await ask('/api/prodplan/schedule/current');
  const { data: phases } = await ask('/api/prodplan/phases');
  const { data: bottlenecks } = await ask('/api/prodplan/bottlenecks');
  const standing = new Map(schedule!.phases.map((one) => [one.fase_id, one]));
  const expected = phases!
    .filter(({ fase_id }) => standing.has(fase_id))
    .map(({ fase_id, is_automatic }) => [
      String(fase_id),
      standing.get(fase_id)!.orders,
      standing.get(fase_id)!.zombies,
      String(is_automatic === true),
    ]);
  const read = async () =>
    (
      await page
        .locator('.map-column')
        .evaluateAll((all) =>
          all.map((one) => [
            one.getAttribute('data-phase'),
            one.querySelector('.map-load strong')!.textContent,
            one.querySelector('.map-zombies summary')?.textContent ?? '0',
            one.getAttribute('data-process'),
          ]),
        )
    ).map(([id, load, zombies, process]) => [id, numberOf(load!), Number.parseInt(zombies!, 10), process]);
  await eventually(read).toEqual(expected);
  const slowest = bottlenecks!.phases.find(
    ({ days_to_clear, orders }) => days_to_clear !== null && orders > 0,
  )!;
  const text = page.locator(`.map-column[data-phase="${slowest.fase_id}"] .map-facts`);
  await eventually(() => text.textContent()).toContain('dias úteis para escoar');
  const days = Number(/([\d,]+) dias úteis/.exec((await text.textContent())!)![1]!.replace(',', '.'));
  expect(days).toBeCloseTo(slowest.days_to_clear!, 1);
}

/** The Tab key stops at one boat; arrows go from one to the next. */
async function keyboard(page: Page): Promise<void> {
  const stops = await page.locator('.map-card[tabindex="0"]').count();
  expect(stops).toBe(1);
  const cards = page.locator('.map-card');
  await cards.first().focus();
  await page.keyboard.press('ArrowRight');
  const second = await cards.nth(1).getAttribute('data-of');
  await eventually(() => page.evaluate('document.activeElement.dataset.of')).toBe(second);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `Barco ${second}` }).waitFor();
  await page.goBack();
}

async function filtered({ ask, api }: Site, page: Page): Promise<void> {
  await page.goto(`${api.url}/barcos?familia=K1&prazo=RISK&vista=mapa`);
  const open =
    'state=CREATED,IN_PROGRESS,AWAITING_SHIPPING&familia=K1&due_status=AT_RISK,LATE&is_zombie=false';
  const { data } = await ask('/api/prodplan/orders', `?${open}&limit=1000`);
  expect(data!.length).toBeGreaterThan(0);
  const loads = async (): Promise<number> =>
    (await page.locator('.map-load strong').allTextContents()).reduce((sum, one) => sum + numberOf(one), 0);
  await eventually(loads).toBe(data!.length);
  await page.goto(`${api.url}/barcos?texto=zzzz&vista=mapa`);
  await page.getByText('Nenhum barco por entregar com estes filtros.').waitFor();
}
