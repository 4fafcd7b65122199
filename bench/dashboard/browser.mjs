import { chromium } from 'playwright-core';
import { chromiumOptions } from '../../tools/chromium.mjs';
import { throttle } from './targets.mjs';

const patienceMs = 60_000;

export async function launch() {
  return await chromium.launch(chromiumOptions());
}

/** What is painted and how long events take, from the first moment of each page. */
const watch = `(() => {
  window.bench = { lcp: 0, events: [] };
  new PerformanceObserver((list) => { for (const one of list.getEntries()) bench.lcp = one.startTime; })
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => { for (const { interactionId, duration } of list.getEntries()) if (interactionId > 0) bench.events.push(duration); })
    .observe({ type: 'event', durationThreshold: 16, buffered: true });
})()`;

/** A browser that was never here: nothing of the pages is kept. */
export async function visitor(browser, url, size = { width: 1280, height: 900 }) {
  const context = await browser.newContext({ locale: 'pt-PT', viewport: size, baseURL: url });
  context.setDefaultTimeout(patienceMs);
  await context.addInitScript(watch);
  return context;
}

export async function slowPage(context) {
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
  return page;
}

/** Waits until nothing is on its way, and what is shown stays the same for a while. */
export async function settled(page) {
  let before = -1;
  const patience = Date.now() + patienceMs;
  for (;;) {
    if (Date.now() > patience) throw new Error(`${page.url()} does not come to rest`);
    const now = await page.evaluate(() =>
      document.body.innerText.includes('A carregar…')
        ? -1
        : document.querySelectorAll('.main *, .wallboard *').length,
    );
    if (now > 10 && now === before) return;
    before = now;
    await page.waitForTimeout(400);
  }
}
