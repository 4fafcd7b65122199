import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, newSite, type Site, settled } from './browser.js';

afterAll(closeBrowser);

const pages = [
  ...['/', '/barcos?estado=OPEN', '/barcos?estado=OPEN&vista=mapa', '/expedicoes', '/previsao'],
  ...['/fluxo', '/qualidade', '/qualidade?classe=MOULD', '/qualidade?perda=gravidade', '/materiais'],
  ...['/competencias', '/dados', '/dados/cargas/1', '/dados/sem-resposta', '/definicoes', '/que/nao/existe'],
  ...['/ecra/producao', '/ecra/expedicao', '/ecra/qualidade'],
];

const web = fileURLToPath(new URL('../../web/src', import.meta.url));

/** Every text of the catalogues of one language; of a function what it puts together. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String(value).replaceAll(/\$\{[^}]*\}/g, ' ')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

interface Catalogue {
  readonly pt: object;
  readonly en: object;
}

/** The words of all pages, and of what they share. */
async function catalogues(): Promise<Catalogue[]> {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /words[^/]*\.ts$/.test(file),
  );
  const found: Catalogue[] = [];
  for (const file of files) {
    const all = (await import(join(web, file))) as Record<string, unknown>;
    for (const one of Object.values(all))
      if (typeof one === 'object' && one !== null && 'pt' in one && 'en' in one) found.push(one as Catalogue);
  }
  const [{ pt }, { en }] = (await Promise.all(
    ['pt', 'en'].map((name) => import(join(web, `words/${name}.ts`))),
  )) as [{ pt: object }, { en: object }];
  return [...found, { pt, en }];
}

/** Names of tables and columns are the factory's. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/[\w.]*_[\w.]*/g, ' ')
    .match(/\p{L}{4,}/gu) ?? [];

/** Words that the pages say in Portuguese only, and that are no names of the factory. */
async function portugueseWords({ ask }: Site): Promise<Set<string>> {
  const all = await catalogues();
  expect(all.length).toBeGreaterThan(10);
  // The button that turns the page into English stands in the Portuguese words alone.
  const english = new Set(['english', ...all.flatMap(({ en }) => textsIn(en)).flatMap(wordsOf)]);
  const phases = (await ask('/api/prodplan/phases')).data ?? [];
  const texts = (await ask('/api/quality/defect-texts', '?from=1990-01-01&limit=1000')).data ?? [];
  const models = (await ask('/api/kpis/by-product', '?from=1990-01-01')).data ?? [];
  const run = (await ask('/api/ingestion/runs/1' as '/api/ingestion/runs/{run_id}')).data;
  const names = [
    // Sheets and columns have the factory's names.
    ...run.sheets.map(({ sheet }) => sheet),
    ...phases.map(({ fase_nome }) => fase_nome),
    ...texts.map(({ text }) => text),
    ...models.map(({ produto_nome }) => produto_nome),
  ];
  for (const name of names) for (const word of wordsOf(name ?? '')) english.add(word);
  const words = all.flatMap(({ pt }) => textsIn(pt)).flatMap(wordsOf);
  return new Set(words.filter((word) => !english.has(word)));
}

/** What stands on the page and is not marked as Portuguese. */
async function shownTexts(page: Page): Promise<string> {
  return (await page.evaluate(`(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const { parentElement } = walker.currentNode;
      if (parentElement.closest('script, style, noscript, code, [lang^=pt], [data-reference]') === null) texts.push(walker.currentNode.textContent);
    }
    for (const one of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      if (one.closest('[lang^=pt]') === null)
        texts.push(one.getAttribute('aria-label') ?? '', one.getAttribute('title') ?? '', one.getAttribute('placeholder') ?? '');
    return texts.join(' | ');
  })()`)) as string;
}

describe.skipIf(chromePath === null)('the pages in English, in a real browser', () => {
  it('show no word that their catalogues have in Portuguese only', async () => {
    const site = await newSite();
    const portuguese = await portugueseWords(site);
    expect(portuguese.size).toBeGreaterThan(500);
    expect(portuguese.has('barcos')).toBe(true);
    const risk = (await site.ask('/api/prodplan/risk_queue', '?sort=-delay&limit=1')).data![0]!;
    const page = await site.open('/');
    await page.evaluate("localStorage.setItem('prodplan.language', 'en')");
    const wrong: string[] = [];
    for (const path of [...pages, `/barcos/${risk.of_id}`, `/expedicoes/${risk.due_day}`]) {
      await page.goto(site.api.url + path);
      await page.locator('.main h1, .wallboard-figure').first().waitFor();
      await page.waitForTimeout(1500);
      await page.getByText('Loading…').first().waitFor({ state: 'detached' });
      const found = wordsOf(await shownTexts(page)).filter((word) => portuguese.has(word));
      if (found.length > 0) wrong.push(`${path}: ${[...new Set(found)].join(', ')}`);
    }
    expect(wrong).toEqual([]);
  }, 600_000);

  it('nor does the evidence, but for what is marked as Portuguese; its files have English titles', async () => {
    const site = await newSite();
    const portuguese = await portugueseWords(site);
    const page = await site.open('/');
    await page.evaluate("localStorage.setItem('prodplan.language', 'en')");
    await page.reload();
    await settled(page);
    for (const mark of ['[data-figure=wip] .mark-button', '.trust .mark-button']) {
      await page.locator(mark).click();
      await page.getByRole('dialog').waitFor();
      const found = wordsOf(await shownTexts(page)).filter((word) => portuguese.has(word));
      expect([...new Set(found)], mark).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.locator('.main .export-button').first().click();
    const href = (await page.locator('[data-format=csv-pt]').getAttribute('href'))!;
    const text = await (await site.api.get(href)).text();
    expect(wordsOf(text.split('\r\n')[0]!).filter((word) => portuguese.has(word))).toEqual([]);
  });
});
