import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { parseToken } from '../../src/http/keys/token.js';
import { makeCode } from '../../src/http/sessions/sessions.js';
import { chromePath, closeBrowser, eventually, newSite, settled } from './browser.js';

afterAll(closeBrowser);

const pages = [
  ...['/', '/barcos?estado=OPEN', '/barcos?estado=OPEN&vista=mapa', '/expedicoes', '/previsao', '/fluxo'],
  ...['/qualidade', '/materiais', '/competencias', '/dados', '/dados/cargas/1', '/dados/sem-resposta'],
];

/** What a finger presses and is smaller than 44 px; links within a sentence may be (WCAG 2.2, 2.5.8). */
const tooSmall = `(() => {
  const least = 43.5;
  const isSentence = (one) => one.tagName === 'A' && one.closest('p, small, .skip') !== null;
  // A box that a label surrounds, or a cell, is pressed by all of it.
  const area = (one) => {
    // A link may be spread over its whole row.
    const over = getComputedStyle(one, '::after');
    if (over.position === 'absolute' && over.content !== 'none') return { width: parseFloat(over.width), height: parseFloat(over.height) };
    const around = one.matches('input[type=checkbox], input[type=radio], input[type=file]') ? one.closest('label') : null;
    return (around ?? one).getBoundingClientRect();
  };
  return [...document.querySelectorAll('button, select, input, textarea, summary, a[href], [role=button]')]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !isSentence(one) && one.closest('svg') === null)
    .map((one) => [one, area(one)])
    .filter(([, { width, height }]) => width > 0 && height > 0 && (height < least || width < 24))
    .map(([one, { width, height }]) => (one.closest('[data-panel], [data-table], form, header, section')?.outerHTML.slice(0, 60) ?? '') + ' ... ' + one.outerHTML.slice(0, 90) + ' ' + Math.round(width) + 'x' + Math.round(height));
})()`;

describe.skipIf(chromePath === null)('the pages under a finger', () => {
  it('have nothing to press that is lower than 44 px', async () => {
    const site = await newSite();
    const risk = (await site.ask('/api/prodplan/risk_queue', '?sort=-delay&limit=1')).data![0]!;
    for (const width of [360, 1024]) {
      const page = await site.open('/', { viewport: { width, height: 900 }, hasTouch: true, isMobile: true });
      const found: string[] = [];
      for (const path of [...pages, `/barcos/${risk.of_id}`, `/expedicoes/${risk.due_day}`]) {
        await page.goto(site.api.url + path);
        await page.locator('.main h1').first().waitFor();
        await page.waitForTimeout(1000);
        for (const one of (await page.evaluate(tooSmall)) as string[]) found.push(`${width} ${path} ${one}`);
      }
      expect(found).toEqual([]);
    }
  }, 600_000);

  it('the settings, as an operator has them, too; and they are changed by keyboard alone', async () => {
    const site = await newSite(300, { local: false });
    const { api } = site;
    const keyId = parseToken(await api.key('operator'))!.id;
    const code = await makeCode(api.database.pool, { keyId });
    const page = await site.open(`/definicoes#entrar=${code}`, {
      viewport: { width: 360, height: 900 },
      hasTouch: true,
      isMobile: true,
    });
    await settled(page);
    await page.locator('details summary').first().tap();
    expect(await page.evaluate(tooSmall)).toEqual([]);
    await byKeyboard(page);
  }, 300_000);
});

/** From the skip link by Tab to the field, typed, saved by Enter, given back by the button behind it. */
async function byKeyboard(page: Page): Promise<void> {
  const row = page.locator('[data-setting=zombie_days]');
  const reach = async (what: string): Promise<void> => {
    const isThere = `document.activeElement.matches(${JSON.stringify(what)})`;
    for (let n = 0; n < 200 && !(await page.evaluate(isThere)); n++) await page.keyboard.press('Tab');
    expect(await page.evaluate(isThere), what).toBe(true);
  };
  await reach('[data-setting=zombie_days] input');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('60');
  await page.keyboard.press('Enter');
  await row.getByText('teste operator').waitFor();
  await eventually(() => row.getByRole('textbox').inputValue()).toBe('60');
  await page.reload();
  await settled(page);
  await reach('[data-setting=zombie_days] button');
  await page.keyboard.press('Enter');
  await row.getByText('de origem: 365').waitFor();
  await reach('[data-table=texts] select');
  await page.keyboard.press('ArrowDown');
  await reach('[data-table=texts] button[type=submit]');
  await page.keyboard.press('Enter');
  await page
    .getByText(/decidida em/)
    .first()
    .waitFor();
}
