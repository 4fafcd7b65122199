import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { newApi } from '../http/support.js';
import { chromePath, closeBrowser, eventually, newSite, type Site } from './browser.js';

afterAll(closeBrowser);

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const ofPages = [
  '/',
  '/barcos?estado=OPEN',
  '/barcos?texto=nada+assim',
  '/barcos?vista=mapa',
  '/barcos?gravidade=2&de=2023-01-01&ate=2023-04-30',
  '/qualidade',
  '/qualidade?passo=semana&por=fase_culpada&culpada=1',
  '/qualidade?de=1990-01-01&ate=1990-01-31',
  '/fluxo',
  '/previsao',
  '/previsao?familia=C4&razao=REWORK',
  '/expedicoes',
  '/expedicoes/2001-01-01',
  '/materiais',
  '/dados',
  '/dados/cargas/1',
  '/dados/sem-resposta',
  '/definicoes',
  '/que/nao/existe',
];

/** A hang limit, as all of them: six times each page, with axe, on a machine that others keep busy. */
const manyPagesMs = 900_000;

/** The page with everything on it, and a boat that has much to show. */
async function pagesOf({ ask }: Site): Promise<string[]> {
  const { data } = await ask('/api/prodplan/risk_queue', '?sort=-delay&limit=1');
  const { data: done } = await ask('/api/prodplan/orders', '?state=DONE&sort=-finished&limit=1');
  const { due_day, of_id } = data![0]!;
  return [...ofPages, `/expedicoes/${due_day}`, `/barcos/${of_id}`, `/barcos/${done![0]!.of_id}`];
}

/** Everything that was asked for is there. */
async function settled(page: Page): Promise<void> {
  await page
    .locator(
      '.figure-value, .boats-row[data-of], .map-card, .boat-fact, .list-table tr, [data-question], .state',
    )
    .first()
    .waitFor();
  // The stream of publications never ends: that the network is idle cannot be waited for.
  let before = -1;
  const isStill = async (): Promise<boolean> => {
    const now =
      (await page.getByText('A carregar…').count()) === 0 ? await page.locator('.main *').count() : -1;
    const same = now >= 0 && now === before;
    before = now;
    return same;
  };
  await eventually(isStill, { interval: 300 }).toBe(true);
}

const shownOf = async (page: Page): Promise<number> =>
  Number(await page.locator('[data-count]').getAttribute('data-count'));

describe.skipIf(chromePath === null)('the pages in use, in a real browser', () => {
  it(
    'axe finds nothing on any page in either theme, and nothing is wider than the screen',
    async () => {
      const site = await newSite();
      const paths = await pagesOf(site);
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const width of [360, 1024, 1920]) {
          const page = await site.open('/', { colorScheme, viewport: { width, height: 900 } });
          expect(await page.evaluate('document.documentElement.dataset.theme')).toBe(colorScheme);
          for (const path of paths) {
            await page.goto(site.api.url + path);
            await settled(page);
            const where = `${path} ${width} ${colorScheme}`;
            const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
            expect(overflow, where).toBeLessThanOrEqual(0);
            if (width !== 1024) expect(await violations(page), where).toEqual([]);
          }
        }
      }
    },
    manyPagesMs,
  );

  it('the evidence, opened, has no fault for axe either', async () => {
    const site = await newSite();
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.open('/', { colorScheme });
      await settled(page);
      for (const mark of [
        page.locator('[data-figure=wip] .mark-button'),
        page.locator('.trust .mark-button'),
      ]) {
        await mark.click();
        await page.getByRole('dialog').waitFor();
        // Beside its dialog react-aria puts buttons, for who reads by ear, that stand in no region.
        expect(await violations(page, ['region']), colorScheme).toEqual([]);
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      }
    }
  });

  it('nor have the menu of a panel, the command box and the screens for a wall', async () => {
    const site = await newSite();
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.open('/fluxo', { colorScheme, viewport: { width: 1920, height: 1080 } });
      await settled(page);
      await page.locator('[data-panel=waits] [data-export]').click();
      await page.locator('.export-list').waitFor();
      expect(await violations(page, ['region']), `menu ${colorScheme}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.locator('.export-list').waitFor({ state: 'detached' });
      for (const text of ['', 'k1']) {
        await page.keyboard.press('/');
        await page.getByRole('combobox', { name: 'Para onde?' }).fill(text);
        expect(await violations(page), `commands ${colorScheme} ${text}`).toEqual([]);
        await page.keyboard.press('Escape');
        await page.locator('dialog').waitFor({ state: 'detached' });
      }
      for (const board of ['producao', 'expedicao', 'qualidade']) {
        await page.goto(`${site.api.url}/ecra/${board}`);
        await page.locator('.wallboard-figure').nth(3).waitFor();
        await eventually(() => page.locator('.wallboard-list li').count()).toBeGreaterThan(0);
        expect(await violations(page), `${board} ${colorScheme}`).toEqual([]);
      }
    }
  });

  it('every text of a drawing stands out from what is behind it, in both themes', async () => {
    const site = await newSite();
    const boat = (await pagesOf(site)).at(-1)!;
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const path of [boat, '/qualidade']) {
        const page = await site.open(path, { colorScheme });
        await settled(page);
        await page.locator('svg text').first().waitFor();
        const contrasts = (await page.evaluate(contrastsOfSvgTexts)) as number[];
        expect(contrasts.length, path).toBeGreaterThan(1);
        for (const contrast of contrasts) expect(contrast, path).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('filters go into the address, back takes them away again, and the address opens the same list', async () => {
    const site = await newSite();
    const page = await site.open('/barcos');
    await settled(page);
    const all = await shownOf(page);
    await page.getByLabel('Família').selectOption('K1');
    await eventually(() => shownOf(page)).toBeLessThan(all);
    const ofFamily = await shownOf(page);
    const { support } = await site.ask('/api/prodplan/orders', '?familia=K1&limit=1');
    expect(ofFamily).toBe(support.rows_used);
    await page.getByLabel('Prazo').selectOption('RISK');
    const risky = (await site.ask('/api/prodplan/orders', '?familia=K1&due_status=AT_RISK,LATE&limit=1'))
      .support;
    await eventually(() => shownOf(page)).toBe(risky.rows_used);
    expect(new URL(page.url()).search).toBe('?familia=K1&prazo=RISK');
    await page.goBack();
    await eventually(() => shownOf(page)).toBe(ofFamily);
    await page.goBack();
    await eventually(() => shownOf(page)).toBe(all);
    await page.getByRole('searchbox', { name: 'Procurar' }).fill('desmolde k2');
    const found = (await site.ask('/api/prodplan/orders', '?text=desmolde+k2&limit=1')).support.rows_used;
    await eventually(() => shownOf(page)).toBe(found);
    expect(new URL(page.url()).search).toBe('?texto=desmolde+k2');
    const other = await site.open('/barcos?texto=desmolde+k2');
    await settled(other);
    expect(await shownOf(other)).toBe(found);
    await page.getByRole('button', { name: 'Limpar filtros' }).click();
    await eventually(() => shownOf(page)).toBe(all);
  });

  it('a day of the shipments, and each number above them, opens the list behind it', async () => {
    const site = await newSite();
    const page = await site.open('/');
    await settled(page);
    for (const name of ['wip', 'finished', 'risk', 'shipping']) {
      const link = page.locator(`[data-figure=${name}] .figure-value a`);
      const value = Number((await link.textContent())!.replaceAll(/\D/g, ''));
      await link.click();
      await settled(page);
      expect(await shownOf(page), name).toBe(value);
      await page.goBack();
      await settled(page);
    }
  });

  it('by keyboard alone: from the skip link into a row of the list, to the boat and back', async () => {
    const site = await newSite();
    const page = await site.open('/barcos');
    await settled(page);
    const focused = async () => (await page.evaluate('document.activeElement.textContent')) as string;
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Saltar para o conteúdo');
    await page.keyboard.press('Enter');
    const isInList = 'document.activeElement.closest("tr[data-of]") !== null';
    for (let n = 0; n < 40 && !(await page.evaluate(isInList)); n++) await page.keyboard.press('Tab');
    expect(await page.evaluate(isInList)).toBe(true);
    const { data } = await site.ask('/api/prodplan/orders', '?sort=-of_id&limit=1000');
    expect(await focused()).toBe(String(data![0]!.of_id));
    for (const [key, place] of [
      ['ArrowDown', 1],
      ['j', 2],
      ['End', data!.length - 1],
      ['Home', 0],
      ['PageDown', 10],
    ] as const) {
      await page.keyboard.press(key);
      await eventually(focused, { message: key }).toBe(String(data![place]!.of_id));
    }
    // Tab leaves the list at once, whatever its length.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(isInList)).toBe(false);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: `Barco ${data![10]!.of_id}` }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Barcos' }).waitFor();
  });

  it('the theme and the language that were chosen stay', async () => {
    const site = await newSite();
    const page = await site.open('/', { colorScheme: 'light', timezoneId: 'Pacific/Kiritimati' });
    await settled(page);
    // The file's moment is the factory's, wherever the browser stands.
    expect(await page.locator('[data-trust=moment]').textContent()).toBe('30 abr 2023, 18:00');
    await page.getByRole('button', { name: 'Tema escuro' }).click();
    await page.getByRole('button', { name: 'English' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(
      await page.evaluate('[document.documentElement.dataset.theme, document.documentElement.lang]'),
    ).toEqual(['dark', 'en-GB']);
  });

  it('before any file came in it says so, and opens by itself when one has', async () => {
    const api = await newApi();
    const site = await newSite();
    const page = await site.open('/', {});
    // Asked for before the page is: a route that waited for it could still be answering when it is
    // taken away, and the browser's driver throws at an answer that comes after that.
    const first = ['/api/session', '/api/gates', '/api/factory'];
    const answers = new Map<string, { status: number; answer: unknown }>();
    for (const path of first) {
      const one = await fetch(api.url + path);
      answers.set(path, { status: one.status, answer: await one.json() });
    }
    const gates = answers.get('/api/gates')!;
    // It is asked alone, or together with others.
    await page.route('**/api/gates', (route) =>
      route.fulfill({
        status: gates.status,
        contentType: 'application/problem+json',
        body: JSON.stringify(gates.answer),
      }),
    );
    await page.route(/\/api\/answers\?/, (route) => {
      const asked = new URL(route.request().url()).searchParams.getAll('of');
      if (!asked.includes('/api/gates')) return route.fallback();
      const body = JSON.stringify({ answers: asked.map((path) => answers.get(path)) });
      return route.fulfill({ status: 200, contentType: 'application/json', body });
    });
    await page.reload();
    await page.getByText('Ainda não entrou nenhum ficheiro').waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    await page.locator('[data-figure=wip] .figure-value').waitFor();
  });

  it('says that the server is gone, keeps what it shows, and goes on when it is back', async () => {
    const site = await newSite();
    const page = await site.open('/');
    await settled(page);
    await page.route('**/api/**', (route) => route.abort('connectionrefused'));
    // Whoever comes back to the page asks whether anything is new.
    await page.evaluate('window.dispatchEvent(new Event("visibilitychange"))');
    await page.getByText('O servidor não responde.').waitFor();
    expect(await page.locator('[data-figure=wip] .figure-value').count()).toBe(1);
    await page.unrouteAll({ behavior: 'wait' });
    await page.getByText('O servidor não responde.').waitFor({ state: 'detached' });
  });
});

async function violations(page: Page, without: readonly string[] = []): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`,
  )) as { violations: { id: string; nodes: { html: string }[] }[] };
  const kept = found.violations.filter(({ id }) => !without.includes(id));
  return kept.map(({ id, nodes }) => `${id}: ${nodes[0]!.html.slice(0, 150)}`);
}

/** axe never judges texts of drawings: white on white passes. */
const contrastsOfSvgTexts = `(() => {
  const channels = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b]
    .map((one) => one / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
    .reduce((sum, one, n) => sum + one * [0.2126, 0.7152, 0.0722][n], 0);
  const behind = (element) => {
    for (let one = element; one !== null; one = one.parentElement) {
      const colour = channels(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  return [...document.querySelectorAll('svg text')].map((text) => {
    const [one, other] = [light(channels(getComputedStyle(text).fill)), light(behind(text))];
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  });
})()`;
