import type { CDPSession } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite } from './browser.js';

afterAll(closeBrowser);

const renewals = 10_000;
const mostBytes = 20 * 1024 * 1024;

/** Each answer once from the server; then the same again and again, each time of a newer state of the data. */
const newerEachTime = `(() => {
  const real = window.fetch.bind(window);
  const kept = new Map();
  let version = 1;
  window.renewals = 0;
  window.fetch = async (request, options) => {
    const url = typeof request === 'string' ? request : request.url;
    if (!/\\/api\\/(gates|prodplan|kpis|smartinventory|quality)/.test(url)) return await real(request, options);
    if (!kept.has(url)) kept.set(url, await (await real(request, options)).text());
    if (url.includes('/api/gates')) { version++; window.renewals++; }
    const body = kept.get(url).replace(/"data_version":\\d+/, '"data_version":' + version);
    return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
  };
})()`;

async function heapBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

describe.skipIf(chromePath === null)('a wallboard', () => {
  it(`that has renewed itself ${renewals} times is as light as at first`, async () => {
    const site = await newSite();
    const page = await site.open('/entrar', { viewport: { width: 1920, height: 1080 } });
    await page.clock.install();
    await page.addInitScript(newerEachTime);
    await page.goto(`${site.api.url}/ecra/producao`);
    await page.locator('[data-figure=wip]').waitFor();
    const cdp = await page.context().newCDPSession(page);
    const done = async (): Promise<number> => await page.evaluate('window.renewals');
    const until = async (count: number): Promise<void> => {
      while ((await done()) < count) await page.clock.runFor(60_000 * 50);
    };
    await until(200);
    const before = await heapBytes(cdp);
    await until(renewals);
    const after = await heapBytes(cdp);
    console.log(`heap after 200 renewals ${before}, after ${await done()} ${after} bytes`);
    expect(after - before).toBeLessThan(mostBytes);
    await eventually(() => page.locator('[data-figure=wip] strong').count()).toBe(1);
  });
});
