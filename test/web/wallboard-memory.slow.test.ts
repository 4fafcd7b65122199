import { afterAll, describe, expect, it } from 'vitest';
import { renewWallboard } from '../../bench/dashboard/renewals.mjs';
import { chromePath, closeBrowser, eventually, newSite } from './browser.js';

afterAll(closeBrowser);

const renewals = 10_000;
const mostBytes = 20 * 1024 * 1024;

describe.skipIf(chromePath === null)('a wallboard', () => {
  it(`that has renewed itself ${renewals} times is as light as at first`, async () => {
    const site = await newSite();
    const page = await site.open('/entrar', { viewport: { width: 1920, height: 1080 } });
    const { before, after, renewals: made } = await renewWallboard(page, renewals);
    console.log(`heap at first ${before}, after ${made} renewals ${after} bytes`);
    expect(made).toBeGreaterThanOrEqual(renewals);
    expect(after - before).toBeLessThan(mostBytes);
    await eventually(() => page.locator('[data-figure=wip] strong').count()).toBe(1);
  });
});
