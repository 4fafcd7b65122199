import type { Page } from 'playwright-core';
import { afterAll, describe, it } from 'vitest';
import { parseToken } from '../../src/http/keys/token.js';
import { makeCode } from '../../src/http/sessions/sessions.js';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site } from './browser.js';

afterAll(closeBrowser);

async function openPage({ api, open }: Site, search: string): Promise<Page> {
  const keyId = parseToken(await api.key('reader'))!.id;
  return await open(`/previsao${search}#entrar=${await makeCode(api.database.pool, { keyId })}`);
}

describe.skipIf(chromePath === null)('what comes next, in a real browser', () => {
  it('shows the output, the boats with their reasons, and opens them', async () => {
    const site = await newSite();
    const output = (await site.ask('/api/prodplan/output')).data!;
    const boats = (await site.ask('/api/prodplan/forecast')).data!;
    const page = await openPage(site, '');
    const told = () =>
      page
        .locator('[data-table=output] tbody tr')
        .evaluateAll((rows) =>
          rows.map((row) => [row.getAttribute('data-horizon'), row.querySelector('strong')!.textContent]),
        );
    await eventually(async () => (await told()).map(([days, n]) => [Number(days), numberOf(n)])).toEqual(
      output.map((one) => [one.horizon_days, Math.round(one.expected)]),
    );
    const rows = () =>
      page
        .locator('[data-table=forecast] tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [row.getAttribute('data-of'), row.getAttribute('data-reason')]),
        );
    const first = (list: typeof boats) => list.slice(0, 60).map((one) => [String(one.of_id), one.reason]);
    await eventually(rows).toEqual(first(boats));
    const { reason } = boats.at(-1)!;
    await page.getByLabel('Razão', { exact: true }).selectOption(reason);
    await eventually(rows).toEqual(first(boats.filter((one) => one.reason === reason)));
    const [some] = boats.filter((one) => one.reason === reason);
    await page.locator(`[data-table=forecast] tr[data-of="${some!.of_id}"] a`).click();
    await eventually(() => new URL(page.url()).pathname).toBe(`/barcos/${some!.of_id}`);
  });

  it('promises a day as the API does, or says why not', async () => {
    const site = await newSite();
    const { rows } = await site.api.database.pool.query(
      `SELECT o.produto_id FROM agg_order o JOIN (SELECT familia, count(*) AS n FROM agg_order WHERE state = 'DONE' GROUP BY 1 ORDER BY 2 DESC LIMIT 1) f USING (familia)
       WHERE o.state = 'DONE' GROUP BY 1 ORDER BY count(*) DESC LIMIT 1`,
    );
    const produto_id = Number(rows[0].produto_id);
    const answer = await site.ask('/api/prodplan/promise', `?produto_id=${produto_id}`);
    const page = await openPage(site, `?modelo=${produto_id}`);
    if (answer.data === null) {
      await eventually(() => page.getByText(answer.reason).count()).toBe(1);
      return;
    }
    const days = () =>
      page
        .locator('[data-table=promise] tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [row.getAttribute('data-quantile'), row.querySelector('td.n')!.textContent]),
        );
    await eventually(async () => (await days()).map(([share, n]) => [Number(share), numberOf(n)])).toEqual(
      answer.data.quantiles.map((one) => [one.quantile, one.days]),
    );
  });

  it('shows the age of what is in hand, and what a wanted lead time allows', async () => {
    const site = await newSite();
    const ageing = (await site.ask('/api/prodplan/ageing')).data!;
    const page = await openPage(site, '?dias=25');
    const rows = () =>
      page
        .locator('[data-table=ageing] tbody tr')
        .evaluateAll((all) => all.map((row) => [row.getAttribute('data-of'), row.getAttribute('data-band')]));
    await eventually(rows).toEqual(ageing.slice(0, 20).map((one) => [String(one.of_id), one.band]));
    const release = (await site.ask('/api/prodplan/release', '?wanted_days=25')).data!;
    const allowed = page.locator('[data-panel=release] [data-allowed]');
    await eventually(async () => Number(await allowed.getAttribute('data-allowed'))).toBe(
      release.wip_allowed,
    );
    const months = () =>
      page
        .locator('[data-table=release] tbody tr')
        .evaluateAll((all) =>
          all.map((row) => [
            row.getAttribute('data-month'),
            ...[...row.querySelectorAll('td')].slice(0, 2).map((cell) => cell.textContent),
          ]),
        );
    await eventually(async () =>
      (await months()).map(([month, created, finished]) => [month, numberOf(created!), numberOf(finished!)]),
    ).toEqual(release.months.map((one) => [one.month, one.created_orders, one.finished_orders]));
  });
});
