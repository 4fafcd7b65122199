import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site } from './browser.js';

afterAll(closeBrowser);

describe.skipIf(chromePath === null)('the data, in a real browser', () => {
  it('shows what came in, what was left out and how far it carries, as the API does', async () => {
    const site = await newSite();
    const page = await site.open('/dados');
    await sheets(site, page);
    await rejects(site, page);
    await issues(site, page);
    await gates(site, page);
    await rates(site, page);
    await runs(site, page);
    await unanswered(site, page);
  });
});

/** Of each row the attribute that names it, and what its cells show, their small print left out. */
async function rowsOf(page: Page, name: string, key: string): Promise<(string | null)[][]> {
  return await page
    .locator(`table[data-table=${name}] tbody tr`)
    .evaluateAll(
      (rows, attribute) =>
        rows.map((row) => [
          row.getAttribute(attribute),
          ...[...row.querySelectorAll('td')].map((cell) => cell.firstChild?.textContent ?? ''),
        ]),
      key,
    );
}

const run = (id: number) => `/api/ingestion/runs/${id}` as '/api/ingestion/runs/{run_id}';

async function sheets({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask(run(1));
  const names = ['rows', 'inserted', 'updated', 'unchanged', 'duplicates', 'rejected', 'gone'] as const;
  const read = async () =>
    (await rowsOf(page, 'sheets', 'data-sheet')).map(([sheet, ...cells]) => [sheet, ...cells.map(numberOf)]);
  await eventually(read).toEqual(data.sheets.map((one) => [one.sheet, ...names.map((name) => one[name])]));
}

async function rejects({ ask }: Site, page: Page): Promise<void> {
  const path = `${run(1)}/rejects` as '/api/ingestion/runs/{run_id}/rejects';
  const { data } = await ask(path, '?limit=25');
  expect(data.length).toBeGreaterThan(0);
  const read = async () =>
    (await rowsOf(page, 'rejects', 'class')).map(([, row, , value, why]) => [numberOf(row!), value, why]);
  await eventually(read).toEqual(data.map((one) => [one.row_number, one.value ?? 'vazio', one.explanation]));
  for (const { explanation } of data) expect(explanation).not.toBe('');
}

async function issues({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/issue-kinds');
  const read = async () =>
    (await rowsOf(page, 'issues', 'data-kind')).map(([kind, toDo, , times, rows]) => [
      kind,
      toDo,
      numberOf(times!),
      numberOf(rows!),
    ]);
  await eventually(read).toEqual(
    data!.map((one) => [`${one.type} ${one.entity}`, one.how_to_fix, one.issues, one.rows]),
  );
}

async function gates({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/gates');
  const shown = await page
    .locator('table[data-table=gates] tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-gate'),
        row.querySelector('[data-status]')!.getAttribute('data-status'),
      ]),
    );
  expect(new Map(shown as [string, string][])).toEqual(new Map(data!.map((one) => [one.gate, one.state])));
  const order = ['NOT_SUPPORTED_BY_DATA', 'DEGRADED', 'SUPPORTED'];
  const places = shown.map(([, state]) => order.indexOf(state!));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

async function rates({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/match-rates');
  const shown = await rowsOf(page, 'rates', 'data-reference');
  expect(shown.map(([, , , empty]) => numberOf(empty!))).toEqual(data!.map(({ null_rows }) => null_rows));
}

async function runs({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/ingestion/runs');
  const shown = await rowsOf(page, 'runs', 'data-run');
  expect(shown.map(([id, file, , , rows]) => [Number(id), file, numberOf(rows!)])).toEqual(
    data.map((one) => [one.run_id, one.source_name, one.rows]),
  );
  await page.locator('table[data-table=runs] tbody a').first().click();
  await page.getByRole('heading', { name: `Carga ${data[0]!.run_id}`, exact: true }).waitFor();
  await page.locator('table[data-table=sheets]').waitFor();
}

async function unanswered({ ask, api }: Site, page: Page): Promise<void> {
  await page.goto(`${api.url}/dados`);
  await page.getByText('O que estes dados não respondem').click();
  const { data } = await ask('/api/unanswerable');
  const items = page.locator('[data-question]');
  await eventually(() => items.count()).toBe(data!.length);
  for (const [n, one] of data!.entries()) {
    const text = await items.nth(n).textContent();
    for (const part of [one.title_pt, one.why_pt, one.needs_pt]) expect(text).toContain(part);
  }
  await page.getByRole('button', { name: 'English' }).click();
  await eventually(() => items.first().textContent()).toContain(data![0]!.why_en);
  await page.goto(`${api.url}/dados/cargas/999`);
  await page.getByText('There is no run 999.').waitFor();
}
