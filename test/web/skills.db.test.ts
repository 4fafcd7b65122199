import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/http/keys/role.js';
import { parseToken } from '../../src/http/keys/token.js';
import { makeCode } from '../../src/http/sessions/sessions.js';
import { chromePath, closeBrowser, eventually, newSite, numberOf, type Site } from './browser.js';

afterAll(closeBrowser);

async function openAs({ api, open }: Site, role: Role): Promise<Page> {
  const keyId = parseToken(await api.key(role))!.id;
  return await open(`/competencias#entrar=${await makeCode(api.database.pool, { keyId })}`);
}

const cells = (page: Page) =>
  page
    .locator('[data-table=skills] tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [
        row.getAttribute('data-phase'),
        ...[...row.querySelectorAll('td')].map((cell) => cell.textContent),
      ]),
    );

describe.skipIf(chromePath === null)('skills, in a real browser', () => {
  it('shows by phase what the API says, opens the boats, and names people to hr only', async () => {
    const site = await newSite();
    const { data } = await site.ask('/api/kpis/skill-coverage');
    const page = await openAs(site, 'reader');
    const numbers = async () => (await cells(page)).map((row) => row.slice(0, 5).map((one) => numberOf(one)));
    await eventually(numbers).toEqual(
      data!.map((one) => [
        ...[one.fase_id, one.qualified, one.qualified_active, one.worked, one.worked_unqualified],
      ]),
    );
    expect(data!.length).toBeGreaterThan(5);
    const lacking = data!.filter(({ fragile }) => fragile !== null);
    const carrying = async () => (await cells(page)).map((row) => numberOf(row[6]!));
    expect(await carrying()).toEqual(data!.map((one) => one.carrying));
    expect(await page.locator('.skills-lack').count()).toBe(lacking.length);
    const busy = data!.toSorted((a, b) => b.orders - a.orders)[0]!;
    const asHr = await openAs(site, 'hr');
    await eventually(() => asHr.getByRole('columnheader', { name: 'Quem, ao serviço' }).count()).toBe(1);
    expect(await page.getByRole('columnheader', { name: 'Quem, ao serviço' }).count()).toBe(0);
    const teams = (await site.ask('/api/kpis/team-size')).data!;
    const shown = page.locator('[data-table=teams] tbody tr');
    await eventually(() => shown.count()).toBe(teams.length);
    await eventually(() => asHr.locator('[data-table=bonus] tbody tr').count()).toBeGreaterThan(1);
    expect(await page.locator('[data-panel=bonus]').count()).toBe(0);
    await page.locator(`[data-table=skills] tr[data-phase="${busy.fase_id}"] a`).click();
    await eventually(() => new URL(page.url()).search).toContain(`fase=${busy.fase_id}`);
  });
});
