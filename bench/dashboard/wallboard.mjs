import { visitor } from './browser.mjs';
import { renewWallboard } from './renewals.mjs';

/** How many megabytes the wallboard of production has grown by, after as many renewals. */
export async function renew({ browser, url, renewals }) {
  const context = await visitor(browser, url, { width: 1920, height: 1080 });
  const page = await context.newPage();
  await page.goto('/entrar');
  const { before, after } = await renewWallboard(page, renewals);
  await context.close();
  return { renewals, grownMb: (after - before) / 1e6, heapMb: after / 1e6 };
}
