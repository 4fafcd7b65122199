import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { serial, smallDump } from '../support/dump.js';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site, siteOn } from './browser.js';

afterAll(closeBrowser);

describe.skipIf(chromePath === null)('flow, in a real browser', () => {
  it('shows what the API says, of all boats and of one family', async () => {
    const site = await newSite();
    const page = await site.open('/fluxo');
    await everything(site, page, '');
    await page.getByLabel('Família').selectOption('K1');
    await eventually(() => new URL(page.url()).search).toBe('?familia=K1');
    await everything(site, page, '?familia=K1');
    await links(site, page);
  });

  it('asks the deeper questions one at a time, and shows what the API says', async () => {
    const site = await newSite();
    const page = await site.open('/fluxo');
    await cumulativeFlow(site, page);
    for (const [view, shown] of [
      ['retrabalho', reworkCost],
      ['rota', conformance],
      ['correcoes', restatement],
    ] as const) {
      await page.getByLabel('Ver', { exact: true }).selectOption(view);
      await eventually(() => new URL(page.url()).searchParams.get('ver')).toBe(view);
      await shown(site, page);
    }
  });

  it('shows the days that a later file restated', async () => {
    const plant = await newPlant(firstServer);
    for (const [asOf, day] of [
      ['2023-04-20', '2023-04-18'],
      ['2023-04-21', '2023-04-17'],
    ] as const) {
      const dump = smallDump();
      dump.ordens_fabrico = dump.ordens_fabrico!.map((row) =>
        row.of_id === 1018 ? { ...row, of_data_acabamento: serial(day) } : row,
      );
      await plant.ingest(dump, { asOf: `${asOf}T10:00:00` });
    }
    const site = await siteOn(plant);
    const { data } = await site.ask('/api/prodplan/restatement');
    const page = await site.open('/fluxo?ver=correcoes');
    const expected = data!.days
      .filter(({ restatements }) => restatements > 0)
      .map((one) => [one.day, one.first_orders, one.last_orders, one.orders_change]);
    expect(expected).toEqual([
      ['2023-04-18', 1, 0, -1],
      ['2023-04-17', 1, 2, 1],
    ]);
    const read = async () =>
      (await rowsOf(page, 'restatement', 'data-day')).map(([day, first, last, change]) => [
        day,
        ...[first, last, change].map((text) => numberOf(String(text).replace('−', '-'))),
      ]);
    await eventually(read).toEqual(expected);
    await page.locator('[data-table=restatement] a').first().click();
    await eventually(() => new URL(page.url()).pathname).toBe('/dados/cargas/2');
  });
});

async function everything(site: Site, page: Page, query: string): Promise<void> {
  await figures(site, page, query);
  await bottlenecks(site, page, query);
  await leadTime(site, page, query);
  await waits(site, page, query);
  await standing(site, page, query);
}

/** Of each row its key and the numbers of its cells, their small print left out. */
async function rowsOf(page: Page, name: string, key: string): Promise<(string | number | null)[][]> {
  return await page.locator(`table[data-table=${name}] tbody tr`).evaluateAll(
    (rows, attribute) =>
      rows.map((row) => [
        row.getAttribute(attribute),
        ...[...row.querySelectorAll('td.n')].map((cell) =>
          [...cell.childNodes]
            .filter((one) => one.nodeName !== 'SMALL')
            .map((one) => one.textContent)
            .join(''),
        ),
      ]),
    key,
  );
}

async function figures({ ask }: Site, page: Page, query: string): Promise<void> {
  const { data } = await ask('/api/kpis/overview', query);
  const shown = async (name: string): Promise<number> =>
    numberOf(await page.locator(`[data-figure=${name}] .figure-value`).locator('a, strong').textContent());
  await eventually(() => shown('wip')).toBe(data!.wip_orders);
  expect(await shown('lead')).toBe(data!.lead_time_days_median);
  const context = await page.locator('[data-figure=pace] .figure-text').first().textContent();
  expect(
    context!
      .replaceAll(/[^\d ]/g, '')
      .split(' ')
      .filter(Boolean)
      .map(Number),
  ).toEqual([data!.finished_orders, data!.active_days]);
}

async function bottlenecks({ ask }: Site, page: Page, query: string): Promise<void> {
  const { data } = await ask('/api/prodplan/bottlenecks', query);
  const expected = data!.phases
    .filter(({ orders }) => orders > 0)
    .map((one) => [String(one.fase_id), one.orders, Math.round((one.days_to_clear ?? 0) * 10)]);
  const read = async () =>
    (await rowsOf(page, 'bottlenecks', 'data-phase')).map(([phase, orders, days]) => [
      phase,
      numberOf(String(orders)),
      days === '—' ? 0 : Math.round(Number(String(days).replace(',', '.')) * 10),
    ]);
  await eventually(read).toEqual(expected);
}

/** Tenths of days: lead time and its six parts, by family. */
async function leadTime({ ask }: Site, page: Page, query: string): Promise<void> {
  const { data } = await ask('/api/prodplan/lead_time', query);
  const tenths = (days: number): number => Math.round(days * 10);
  const expected = data!.map((one) => [
    one.name,
    ...[one.lead_days, one.before_days, one.work_days, one.process_days].map(tenths),
    ...[one.waiting_days, one.rework_days, one.after_days].map(tenths),
  ]);
  const read = async () =>
    (await rowsOf(page, 'lead-time', 'data-name')).map(([name, ...days]) => [
      name,
      ...days.map((one) => Math.round(Number(String(one).replace(',', '.')) * 10)),
    ]);
  await eventually(read).toEqual(expected);
}

async function waits({ ask }: Site, page: Page, query: string): Promise<void> {
  const { data } = await ask('/api/prodplan/waits', query);
  const told = (rows: NonNullable<typeof data>) =>
    rows.map((one) => [`${one.from_fase_id}/${one.to_fase_id}`, Math.round(one.total_days), one.waits]);
  const read = (name: string) => async () =>
    (await rowsOf(page, name, 'data-pair')).map(([pair, days, count]) => [
      pair,
      numberOf(String(days)),
      numberOf(String(count)),
    ]);
  await eventually(read('waits')).toEqual(told(data!.filter((one) => !one.to_is_automatic).slice(0, 12)));
  await eventually(read('process-waits')).toEqual(told(data!.filter((one) => one.to_is_automatic)));
}

async function standing({ ask }: Site, page: Page, query: string): Promise<void> {
  const { data } = await ask('/api/prodplan/schedule/current', query);
  const expected = data!.phases
    .filter(({ orders, zombies }) => orders + zombies > 0)
    .map((one) => [String(one.fase_id), one.orders, one.in_hand, one.late + one.at_risk, one.zombies]);
  const read = async () =>
    (await rowsOf(page, 'standing', 'data-phase')).map(([phase, orders, inHand, , , endangered, zombies]) => [
      phase,
      ...[orders, inHand, endangered, zombies].map((text) => numberOf(String(text))),
    ]);
  await eventually(read).toEqual(expected);
}

async function cumulativeFlow({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/prodplan/cumulative_flow');
  const expected = data!
    .slice(-13)
    .toReversed()
    .map((one) => [
      one.until_day,
      ...[one.created_total, one.started_total, one.demoulded_total, one.inspected_total, one.finished_total],
      one.created_total - one.finished_total,
    ]);
  const read = async () =>
    (await rowsOf(page, 'cumulative-flow', 'data-day')).map(([day, ...counts]) => [
      day,
      ...counts.map((text) => numberOf(String(text))),
    ]);
  await eventually(read).toEqual(expected);
  await eventually(() => page.locator('path.cumulative-line').count()).toBe(5);
}

async function reworkCost({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/prodplan/rework_cost');
  if (data === null) {
    await eventually(() => page.locator('[data-panel=rework-cost] .state').count()).toBe(1);
    return;
  }
  const expected = [data.total, data.same_model, ...data.families].map((one) => [
    one.name,
    one.orders_with_rework,
  ]);
  const read = async () =>
    (await rowsOf(page, 'rework-cost', 'data-name')).map(([name, orders]) => [
      name,
      numberOf(String(orders)),
    ]);
  await eventually(read).toEqual(expected);
}

async function conformance({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/prodplan/conformance');
  const kinds = async () =>
    (await rowsOf(page, 'deviations', 'data-kind')).map(([kind, orders, steps]) => [
      kind,
      numberOf(String(orders)),
      numberOf(String(steps)),
    ]);
  await eventually(kinds).toEqual(data!.kinds.map(({ kind, orders, steps }) => [kind, orders, steps]));
  const furthest = async () => (await rowsOf(page, 'furthest', 'data-of')).map(([of]) => Number(of));
  await eventually(furthest).toEqual(data!.boats.slice(0, 10).map(({ of_id }) => of_id));
}

/** Of a single file there is nothing to tell. */
async function restatement({ ask }: Site, page: Page): Promise<void> {
  const { data, reason } = (await ask('/api/prodplan/restatement')) as { data: null; reason: string };
  expect(data).toBeNull();
  await eventually(() => page.locator('[data-panel=restatement]').getByText(reason).count()).toBe(1);
}

/** A number leads to as many boats. */
async function links({ ask }: Site, page: Page): Promise<void> {
  const { data } = await ask('/api/prodplan/schedule/current', '?familia=K1');
  const row = data!.phases.find(({ orders }) => orders > 0)!;
  await page.locator(`table[data-table=standing] tr[data-phase="${row.fase_id}"] th a`).click();
  const count = page.locator('[data-count]');
  await eventually(() => count.getAttribute('data-count')).toBe(String(row.orders));
}
