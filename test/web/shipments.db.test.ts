import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site } from './browser.js';

afterAll(closeBrowser);

describe.skipIf(chromePath === null)('shipments, in a real browser', () => {
  it('shows each planned day, and each boat of one of them, as the API does', async () => {
    const site = await newSite();
    const page = await site.open('/expedicoes');
    await days(site, page, '');
    await page.getByLabel('Família').selectOption('K1');
    await eventually(() => new URL(page.url()).search).toBe('?familia=K1');
    await days(site, page, '?familia=K1');
    await page.goto(`${site.api.url}/expedicoes`);
    await oneDay(site, page);
    await nowhere(site, page);
  });
});

async function days({ ask }: Site, page: Page, query: string): Promise<void> {
  const { data, support } = await ask('/api/prodplan/shipments', query);
  expect(data!.length).toBeGreaterThan(0);
  const read = async () =>
    (
      await page
        .locator('table[data-table=shipments] tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [
            row.getAttribute('data-day'),
            ...[...row.querySelectorAll('td.n')].map((cell) => cell.firstChild!.textContent),
          ]),
        )
    ).map(([day, orders, ready, production, created, expected, endangered]) => [
      day,
      ...[orders, ready, production, created, endangered].map((text) => numberOf(text ?? null)),
      expected,
    ]);
  await eventually(read).toEqual(
    data!.map((one) => [
      one.day,
      one.orders,
      one.awaiting_shipping,
      one.in_progress,
      one.created,
      one.at_risk + one.late,
      one.ready_by_p80 === one.ready_by_p50
        ? String(one.ready_by_p50)
        : `${one.ready_by_p80} a ${one.ready_by_p50}`,
    ]),
  );
  const without = support.rows_excluded.find(({ reason }) => reason === 'sem dia de expedição previsto');
  expect(await page.locator('[data-without]').getAttribute('data-without')).toBe(String(without!.rows));
}

async function oneDay({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/prodplan/shipments');
  const most = data!.toSorted((a, b) => b.orders - a.orders)[0]!;
  await page.locator(`tr[data-day="${most.day}"] th a`).click();
  const { data: boats } = await ask(
    '/api/prodplan/risk_queue',
    `?from=${most.day}&to=${most.day}&sort=-delay&limit=1000`,
  );
  const read = async () =>
    await page
      .locator('table[data-table=day-boats] tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [row.getAttribute('data-of'), row.querySelector('td.n')!.firstChild!.textContent]),
      );
  await eventually(read).toEqual(boats!.map((one) => [String(one.of_id), slipText(one.days_after_due)]));
  const figure = async (name: string): Promise<number> =>
    numberOf(await page.locator(`[data-figure=${name}] .figure-value`).locator('a, strong').textContent());
  expect(await figure('planned')).toBe(boats!.length);
  expect(await figure('ready')).toBe(most.awaiting_shipping);
  expect(await figure('expected')).toBe(most.ready_by_p50);
  expect(await figure('endangered')).toBe(most.at_risk + most.late);
  await page.locator('[data-figure=planned] .figure-value a').click();
  const count = page.locator('[data-count]');
  await eventually(() => count.getAttribute('data-count')).toBe(String(boats!.length));
}

function slipText(days: number | null): string {
  if (days === null) return '—';
  if (days === 0) return 'no próprio dia';
  const count = Math.abs(days);
  return `${count} ${count === 1 ? 'dia' : 'dias'} ${days > 0 ? 'depois' : 'antes'}`;
}

async function nowhere({ api }: Site, page: Page): Promise<void> {
  await page.goto(`${api.url}/expedicoes/2001-01-01`);
  await page.getByText('Nenhum barco em curso tem expedição prevista para seg, 1 jan 2001.').waitFor();
  await page.goto(`${api.url}/expedicoes/amanha`);
  await page.getByText('Um dia escreve-se 2023-05-19.').waitFor();
}
