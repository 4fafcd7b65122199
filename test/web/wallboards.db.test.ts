import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site } from './browser.js';

afterAll(closeBrowser);

const television = { viewport: { width: 1920, height: 1080 } };
const boards = ['producao', 'expedicao', 'qualidade'] as const;

describe.skipIf(chromePath === null)('a wallboard, in a real browser', () => {
  it('shows what the API says, large enough, and says that its file is old', async () => {
    const site = await newSite();
    const page = await site.open('/ecra/producao', television);
    await figures(site, page);
    for (const board of boards) {
      await page.goto(`${site.api.url}/ecra/${board}`);
      await page.locator('.wallboard-figure').nth(3).waitFor();
      await eventually(() => page.locator('.wallboard-list li').count()).toBeGreaterThan(0);
      await readable(page, board);
      await age(page);
    }
    await withoutServer(site, page);
  });
});

async function figures({ ask, api }: Site, page: Page): Promise<void> {
  const shown = async (name: string): Promise<string> =>
    (await page.locator(`[data-figure=${name}] strong`).textContent())!;
  const { data: now } = await ask('/api/prodplan/schedule/current');
  await page.locator('[data-figure=wip]').waitFor();
  expect(numberOf(await shown('wip'))).toBe(now!.total.orders);
  expect(numberOf(await shown('risk'))).toBe(now!.total.late + now!.total.at_risk);
  const { data: bottlenecks } = await ask('/api/prodplan/bottlenecks');
  const phases = await page
    .locator('[data-phase]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-phase'))));
  const standing = bottlenecks!.phases.filter(({ orders }) => orders > 0);
  expect(phases).toEqual(standing.slice(0, 5).map(({ fase_id }) => fase_id));
  await page.goto(`${api.url}/ecra/expedicao`);
  const { data: days, support } = await ask('/api/prodplan/shipments');
  const next = days!.find(({ day }) => day >= support.as_of.slice(0, 10))!;
  await page.locator(`[data-day="${next.day}"]`).waitFor();
  expect(numberOf(await shown('planned'))).toBe(next.orders);
  expect(numberOf(await shown('ready'))).toBe(next.awaiting_shipping);
  expect(numberOf(await shown('endangered'))).toBe(next.at_risk + next.late);
  await page.goto(`${api.url}/ecra/qualidade`);
  await page.locator('[data-figure=inspected]').waitFor();
  const { data: quality } = await ask('/api/quality/overview');
  expect(numberOf(await shown('inspected'))).toBe(quality!.orders_past_first_inspection);
  expect(await shown('yield')).toBe(`${Math.round(100 * quality!.first_pass_yield!)}\u00a0%`);
}

/** What each text is drawn like, and how it stands out from what is behind it. */
const measure = `(() => {
  const parts = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = parts(colour).slice(0, 3).map((one) => one / 255).map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (parts(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const texts = [...document.querySelectorAll('.wallboard *')].filter((one) =>
    [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '') && one.getBoundingClientRect().width > 1);
  return texts.map((one) => {
    const style = getComputedStyle(one);
    const [a, b] = [light(style.color), light(behind(one))].sort((x, y) => y - x);
    return { text: one.textContent, isFigure: one.matches('.wallboard-figure strong'), size: parseFloat(style.fontSize), contrast: (a + 0.05) / (b + 0.05), isCut: one.matches('strong') && one.scrollWidth > one.parentElement.clientWidth };
  });
})()`;

interface Measured {
  readonly text: string;
  readonly isFigure: boolean;
  readonly size: number;
  readonly contrast: number;
  readonly isCut: boolean;
}

async function readable(page: Page, board: string): Promise<void> {
  const texts: Measured[] = await page.evaluate(measure);
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter(({ isFigure }) => isFigure)).toHaveLength(4);
  for (const { text, isFigure, size, contrast, isCut } of texts) {
    expect(size, `${board}: ${text}`).toBeGreaterThanOrEqual(isFigure ? 72 : 32);
    expect(contrast, `${board}: ${text}`).toBeGreaterThanOrEqual(7);
    expect(isCut, `${board}: ${text}`).toBe(false);
  }
  const overflow = await page.evaluate(
    '(() => { const board = document.querySelector(".wallboard"); return [board.scrollHeight - board.clientHeight, board.scrollWidth - board.clientWidth, document.documentElement.scrollHeight - innerHeight]; })()',
  );
  expect(overflow, board).toEqual([0, 0, 0]);
}

/** The file is of 2023: it is old by any clock but its own. */
async function age(page: Page): Promise<void> {
  const warning = page.locator('.wallboard-warning');
  expect(await warning.textContent()).toMatch(/O ficheiro tem [\d\s]+ dias/);
  const { width } = (await warning.boundingBox())!;
  expect(width).toBe(1920);
}

async function withoutServer(site: Site, page: Page): Promise<void> {
  const fresh = await page.context().newPage();
  await fresh.clock.install({ time: new Date('2023-04-30T20:00:00') });
  await fresh.goto(`${site.api.url}/ecra/producao`);
  await fresh.locator('[data-figure=wip]').waitFor();
  expect(await fresh.locator('.wallboard-warning').count()).toBe(0);
  // A day later, with nobody having touched it.
  await fresh.clock.fastForward('24:00:00');
  await fresh.getByText('O ficheiro tem 1 dia:').waitFor();
  await site.api.close();
  await fresh.clock.fastForward('02:00');
  await fresh.getByText('O servidor não responde').waitFor();
  expect(await fresh.locator('[data-figure=wip] strong').count()).toBe(1);
}
