import { visitor } from './browser.mjs';

const warmUp = 200;

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

/** How many megabytes the wallboard of production has grown by, after as many renewals. Its clock runs as fast as it can. */
export async function renew({ browser, url, renewals }) {
  const context = await visitor(browser, url, { width: 1920, height: 1080 });
  const page = await context.newPage();
  await page.goto('/entrar');
  await page.clock.install();
  await page.addInitScript(newerEachTime);
  await page.goto('/ecra/producao');
  await page.locator('[data-figure=wip]').waitFor();
  const cdp = await context.newCDPSession(page);
  const heapBytes = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    return (await cdp.send('Runtime.getHeapUsage')).usedSize;
  };
  const until = async (count) => {
    while ((await page.evaluate('renewals')) < count) await page.clock.runFor(60_000 * 50);
  };
  await until(warmUp);
  const before = await heapBytes();
  await until(renewals);
  const after = await heapBytes();
  await context.close();
  return { renewals, grownMb: (after - before) / 1e6, heapMb: after / 1e6 };
}
