import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, numberOf } from './browser.js';

afterAll(closeBrowser);

describe.skipIf(chromePath === null)('one boat, in a real browser', () => {
  it('lists its error lines one by one, as many as the file has, each with its text', async () => {
    const site = await newSite();
    const { rows } = await site.api.database.pool.query<{ of_id: number; text: string; lines: number }>(
      `SELECT ofch_of_id AS of_id, ofch_descricao_erro AS text, count(*)::int AS lines FROM erros_ordem_fabrico
       WHERE ofch_of_id = (SELECT of_id FROM agg_order ORDER BY errors DESC, of_id LIMIT 1) GROUP BY 1, 2`,
    );
    const of = rows[0]!.of_id;
    const page = await site.open(`/barcos/${of}`);
    const read = async () => {
      const lines = await page
        .locator('[data-table=boat-errors] tbody tr')
        .evaluateAll((found) =>
          found.map((row) => [row.querySelector('th')!.textContent, row.lastElementChild!.textContent]),
        );
      const sums: Record<string, number> = {};
      for (const [text, lines_] of lines) sums[text!] = (sums[text!] ?? 0) + numberOf(lines_!);
      return sums;
    };
    await eventually(read).toEqual(Object.fromEntries(rows.map(({ text, lines }) => [text, lines])));
  });

  it('draws when it is expected to be finished, from the half to nine in ten', async () => {
    const site = await newSite();
    const risks = await site.ask('/api/prodplan/risk_queue', '?limit=200');
    const [boat] = risks.data!.filter(({ remaining_days_p80 }) => remaining_days_p80 !== null);
    const path = `/api/prodplan/orders/${boat!.of_id}` as '/api/prodplan/orders/{of_id}';
    const { data, support } = await site.ask(path);
    const order = data!;
    const page = await site.open(`/barcos/${boat!.of_id}`);
    const day = (text: string) => `${Number(text.slice(8, 10))} `;
    await eventually(() => page.locator('.timeline-legend [data-line=band]').textContent()).toContain(
      `metade até ${day(order.expected_finish_day!)}`,
    );
    const p90 = order.remaining_days_p90;
    if (p90 !== null) {
      const last = new Date(Date.parse(support.as_of.slice(0, 10)) + p90 * 86_400_000).toISOString();
      expect(await page.locator('.timeline-legend [data-line=band]').textContent()).toContain(
        `nove em dez até ${day(last)}`,
      );
    }
    const band = await page
      .locator('rect[data-line=band]')
      .first()
      .evaluate((one) => {
        const { x, width } = one.getBBox();
        const track = one.ownerSVGElement.getBoundingClientRect().width;
        return { x, right: x + width, track };
      });
    expect(band.x).toBeGreaterThan(0);
    expect(band.right).toBeLessThanOrEqual(band.track + 4);
  });
});
