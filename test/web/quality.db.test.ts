import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site } from './browser.js';

afterAll(closeBrowser);

const table = (page: Page, name: string) => page.locator(`table[data-table=${name}] tbody tr`);

describe.skipIf(chromePath === null)('quality, in a real browser', () => {
  it('shows what the API says, and its filters lead to the same lines', async () => {
    const site = await newSite();
    const page = await site.open('/qualidade');
    await figures(site, page);
    await pareto(site, page, '');
    await heat(site, page);
    await trend(site, page);
    await risk(site, page);
    await inTime(site, page);
    await filtered(site, page);
    await boatsBehind(site, page);
  });
});

async function figures({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/quality/overview');
  const shown = async (name: string): Promise<string | null> =>
    await page.locator(`[data-figure=${name}] .figure-value strong`).textContent();
  const tenth = (text: string | null): number => numberOf(text?.replace(/^(\D*\d+)$/, '$1,0') ?? null);
  const share = async (name: string): Promise<number> => tenth((await shown(name))!.replace(/\s?%/, ''));
  expect(await share('yield')).toBe(Math.round(data!.first_pass_yield * 1000));
  expect(await share('grave')).toBe(Math.round(data!.first_pass_yield_severity_3 * 1000));
  expect(tenth(await shown('per100'))).toBe(Math.round(data!.defects_per_100_orders * 10));
  expect(tenth(await shown('mould'))).toBe(Math.round(data!.mould_lines_per_100_orders! * 10));
}

async function pareto({ ask }: Site, page: Page, query: string): Promise<void> {
  const { data } = await ask('/api/quality/pareto', `?limit=12${query}`);
  const expected = data!.map((one) => [one.id, one.label ?? 'Sem texto', one.defects]);
  const read = async () =>
    await table(page, 'pareto').evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-id'),
        row.querySelector('th')!.textContent,
        Number(row.querySelector('td.n')!.textContent!.replaceAll(/\D/g, '')),
      ]),
    );
  await eventually(read).toEqual(expected);
}

async function heat({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/quality/heatmap');
  const cells = await page
    .locator('[data-cell]')
    .evaluateAll((found) =>
      found.map((one) => [
        one.getAttribute('data-cell'),
        Number(one.firstChild!.textContent!.replaceAll(/\D/g, '')),
      ]),
    );
  const expected = data!.map((one) => [`${one.culprit_fase_id}/${one.detecting_fase_id}`, one.defects]);
  expect(new Map(cells as [string, number][])).toEqual(new Map(expected as [string, number][]));
}

async function trend({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/quality/trend', '?from=2020-04-01');
  const marks = page.locator('.trend-mark');
  await eventually(() => marks.count()).toBe(data!.points.length);
  await page.getByText('Ver tabela').click();
  const rows = await table(page, 'trend').evaluateAll((found) =>
    found.map((row) => [
      row.getAttribute('data-start'),
      ...[...row.querySelectorAll('td.n')]
        .slice(0, 2)
        .map((cell) => Number(cell.textContent!.replaceAll(/\D/g, ''))),
    ]),
  );
  expect(rows.toReversed()).toEqual(
    data!.points.map((one) => [one.start, one.defects, one.orders_past_first_inspection]),
  );
  const signals = data!.points.filter((one) => one.rules.length > 0 && !one.unfinished && !one.cut);
  expect(await page.locator('.trend-mark[data-kind=signal]').count()).toBe(signals.length);
  // The Tab key stops once; arrows go from mark to mark.
  expect(await page.locator('.trend-mark[tabindex="0"]').count()).toBe(1);
  await page.locator('.trend-mark[tabindex="0"]').focus();
  await page.keyboard.press('ArrowLeft');
  const focused = 'document.activeElement.getAttribute("data-start")';
  expect(await page.evaluate(focused)).toBe(data!.points.at(-2)!.start);
}

async function risk({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/quality/risk', '?limit=10');
  const rows = await table(page, 'risk').evaluateAll((found) =>
    found.map((row) => [row.querySelector('th')!.textContent, row.querySelector('td.n')!.textContent]),
  );
  expect(rows).toEqual(data!.map((one) => [one.produto_nome, `${one.orders_with_defect} de ${one.orders}`]));
}

async function inTime({ ask }: Site, page: Page): Promise<void> {
  const cells = async (name: string) =>
    await table(page, name).evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-name') ?? row.getAttribute('data-month'),
        row.querySelector('td.n')!.textContent!.replaceAll(/\D/g, ''),
      ]),
    );
  const found = (await ask('/api/quality/escape')).data!;
  await eventually(() => cells('escape')).toEqual(found.map((one) => [one.name, String(one.defects)]));
  const { data: told } = await ask('/api/quality/standardised');
  const judged = told!.points.filter((one) => !one.is_baseline);
  await eventually(() => cells('standardised')).toEqual(
    judged.map((one) => [one.month, String(one.orders_past_first_inspection)]),
  );
  const learning = await ask('/api/quality/learning', '?by=produto');
  if (learning.data === null)
    await eventually(() => page.locator('[data-panel=learning]').textContent()).toContain(learning.reason);
  else await eventually(() => table(page, 'learning').count()).toBeGreaterThan(1);
}

/** A choice and a click on a row: all that is below follows, and so does the address. */
async function filtered(site: Site, page: Page): Promise<void> {
  await page.getByLabel('Gravidade').selectOption('1');
  await pareto(site, page, '&gravidade=1');
  await page.getByLabel('Período').selectOption('d365');
  await eventually(() => new URL(page.url()).search).toBe('?gravidade=1&de=2022-05-01');
  await pareto(site, page, '&gravidade=1&from=2022-05-01');
  const first = (await site.ask('/api/quality/pareto', '?limit=1&gravidade=1&from=2022-05-01')).data![0]!;
  await table(page, 'pareto').first().locator('th a').click();
  await pareto(site, page, `&gravidade=1&from=2022-05-01&descricao_id=${first.id}`);
  expect(await table(page, 'pareto').count()).toBe(1);
}

async function boatsBehind({ ask, open }: Site, page: Page): Promise<void> {
  const { searchParams } = new URL(page.url());
  const query = `?from=2022-05-01&to=2023-04-30&gravidade=1&descricao_id=${searchParams.get('defeito')}`;
  const { data } = await ask('/api/quality/defect-boats', query);
  expect(data!.orders).toBeGreaterThan(0);
  const link = page.locator('.quality-behind a');
  await eventually(() => link.getAttribute('data-boats')).toBe(String(data!.orders));
  await link.click();
  const count = page.locator('[data-count]');
  await eventually(() => count.getAttribute('data-count')).toBe(String(data!.orders));
  const numbers = await page
    .locator('tr[data-of]')
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-of'))));
  for (const of of numbers) expect(data!.of_id).toContain(of);
  // The address alone opens the same list.
  const other = await open(`${new URL(page.url()).pathname}${new URL(page.url()).search}`);
  await eventually(() => other.locator('[data-count]').getAttribute('data-count')).toBe(String(data!.orders));
}
