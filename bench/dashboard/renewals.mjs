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
    const body = kept.get(url).replaceAll(/"data_version":\\d+/g, '"data_version":' + version);
    return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
  };
})()`;

/** So often before the first look: what a page needs once is there by then. */
const warmUp = 200;

/**
 * Renews the wallboard of production as often as that, on a page of a site's `/entrar`, its clock running as fast as it can. Tells
 * what it weighed after the first renewals and after the last.
 */
export async function renewWallboard(page, renewals) {
  await page.clock.install();
  await page.addInitScript(newerEachTime);
  await page.goto(new URL('/ecra/producao', page.url()).href);
  await page.locator('[data-figure=wip]').waitFor();
  const cdp = await page.context().newCDPSession(page);
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
  return { before, after: await heapBytes(), renewals: await page.evaluate('renewals') };
}
