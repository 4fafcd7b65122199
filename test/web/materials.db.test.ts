import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, numberOf } from './browser.js';

afterAll(closeBrowser);

/** Of each row the attribute that names it, and the numbers of its cells in tenths; nothing is null. */
async function rowsOf(page: Page, name: string, key: string): Promise<(string | number | null)[][]> {
  const rows = await page
    .locator(`table[data-table=${name}] tbody tr`)
    .evaluateAll(
      (found, attribute) =>
        found.map((row) => [
          row.getAttribute(attribute),
          ...[...row.querySelectorAll('td')].map((cell) => cell.textContent),
        ]),
      key,
    );
  return rows.map(([first, ...cells]) => [first ?? null, ...cells.map((text) => tenths(text ?? ''))]);
}

function tenths(text: string): number | null {
  if (text === '—') return null;
  return numberOf(text.includes(',') ? text : `${text},0`);
}

/** As Intl rounds: 63.65 is 63.7 there, whatever its nearest double. */
const rounded = (value: number, digits: number): number =>
  Number(new Intl.NumberFormat('en', { maximumFractionDigits: digits, useGrouping: false }).format(value));
const ten = (value: number | null): number | null =>
  value === null ? null : Math.round(10 * rounded(value, 1));
/** Of what is shown without decimals. */
const whole = (value: number): number => 10 * rounded(value, 0);

describe.skipIf(chromePath === null)('materials, in a real browser', () => {
  it('shows mass and gelcoat as the API does, what is not known apart', async () => {
    const { ask, open } = await newSite();
    const page = await open('/materiais');
    const { data: mass } = await ask('/api/smartinventory/wip_mass');
    const shown = async () =>
      numberOf(await page.locator('[data-figure=mass] .figure-value strong').textContent());
    await eventually(shown).toBe(rounded(mass!.total.measured_kg + mass!.total.model_kg, 0));
    await eventually(() => rowsOf(page, 'mass', 'data-phase')).toEqual(
      mass!.phases.map((one) => [
        String(one.fase_id),
        whole(one.orders),
        whole(one.measured_kg + one.model_kg),
        whole(one.measured_orders),
        whole(one.measured_kg),
        whole(one.model_kg),
        whole(one.unknown_orders),
      ]),
    );
    const path = '/api/smartinventory/gelcoat_theoretical_usage';
    const { data: months } = await ask(path, '?by=month&sort=-month&from=2022-04-01&limit=12');
    const { data: models } = await ask(path, '?by=product&open_only=true&sort=-kg&limit=12');
    for (const [name, rows] of [
      ['gelcoat-months', months!],
      ['gelcoat-models', models!],
    ] as const) {
      await eventually(() => rowsOf(page, name, 'data-key'), { message: name }).toEqual(
        rows.map((one) => [
          name === 'gelcoat-months' ? one.month : String(one.produto_id),
          whole(one.orders),
          ten(one.deck_kg),
          ten(one.hull_kg),
          whole(one.orders_unknown),
        ]),
      );
    }
    expect(months!.length).toBe(12);
  });
});
