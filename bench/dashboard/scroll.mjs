import { settled, slowPage, visitor } from './browser.mjs';

const wheelTurns = 150;
const wheelPixels = 240;
const jumps = 30;

/** The frames of the list of all boats while the wheel turns, and while somebody drags its bar from place to place. */
export async function scroll({ browser, url }) {
  const context = await visitor(browser, url);
  const page = await slowPage(context);
  await page.goto('/barcos');
  await settled(page);
  await page.locator('.boats-row[data-of]').first().hover();
  await page.evaluate(watchFrames);
  for (let turn = 0; turn < wheelTurns; turn++) {
    await page.mouse.wheel(0, wheelPixels);
    await page.waitForTimeout(16);
  }
  const wheel = await page.evaluate('bench.frames.splice(0)');
  await page.evaluate(jump, jumps);
  const dragged = await page.evaluate('bench.frames.splice(0)');
  await context.close();
  return { wheel: wheel.slice(2), dragged: dragged.slice(2) };
}

const watchFrames = `(() => {
  bench.frames = [];
  let last = performance.now();
  const next = (now) => { bench.frames.push(now - last); last = now; requestAnimationFrame(next); };
  requestAnimationFrame(next);
})()`;

async function jump(times) {
  const row = document.querySelector('.boats-row[data-of]');
  let box = row.parentElement;
  while (box.scrollHeight <= box.clientHeight * 2) box = box.parentElement;
  for (let n = 1; n <= times; n++) {
    box.scrollTop = ((n * 37) % times) * (box.scrollHeight / times);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
