import { settled, slowPage, visitor } from './browser.mjs';

/** What people do all day, one step each. `isFirst`: it opens a list for the first time on this page. */
export function interactionsOf({ boat }) {
  return [
    {
      name: 'Painel: open the evidence of a figure',
      at: '/',
      isFirst: true,
      act: (page) => page.locator('[data-figure=wip] .mark-button').click(),
    },
    {
      name: 'open the command box by its key',
      at: '/',
      isFirst: true,
      act: (page) => page.keyboard.press('/'),
    },
    {
      name: 'command box: type a letter',
      at: '/',
      before: async (page) => {
        await page.keyboard.press('/');
        await page.locator('dialog input[role=combobox]').waitFor();
      },
      act: (page) => page.keyboard.type('k'),
    },
    {
      name: 'go from Painel to Barcos',
      at: '/',
      act: (page) => page.locator('nav a[href^="/barcos"]').first().click(),
    },
    {
      name: 'Barcos: a group of states',
      at: '/barcos',
      act: (page) => page.locator('[data-group=OPEN]').click(),
    },
    {
      name: 'Barcos: sort by a column',
      at: '/barcos?estado=OPEN',
      act: (page) => page.locator('[data-table=boats] th a').nth(1).click(),
    },
    {
      name: 'Barcos: open a boat',
      at: '/barcos?estado=OPEN',
      act: (page) => page.locator('.boats-row[data-of] a').first().click(),
    },
    {
      name: 'Barcos: one down with the arrow',
      at: '/barcos?estado=OPEN',
      before: (page) => page.locator('.boats-row[data-of] a').first().focus(),
      act: (page) => page.keyboard.press('ArrowDown'),
    },
    {
      name: 'Barcos: as the factory map',
      at: '/barcos?estado=OPEN',
      act: (page) => page.getByText('Mapa da fábrica', { exact: true }).click(),
    },
    {
      name: 'Barcos: open the menu of exports',
      at: '/barcos?estado=OPEN',
      isFirst: true,
      act: (page) => page.locator('.main .export-button').first().click(),
    },
    {
      name: 'one boat: a phase of the timeline',
      at: `/barcos/${boat}`,
      act: (page) => page.locator('.mark-button').first().click(),
      isFirst: true,
    },
    {
      name: 'Qualidade: a cell of the heat table',
      at: '/qualidade',
      act: (page) => page.locator('[data-panel=heat] td a').first().click(),
    },
    {
      name: 'Qualidade: a bar of the Pareto',
      at: '/qualidade',
      act: (page) => page.locator('[data-panel=pareto] svg a').first().click(),
    },
    {
      name: 'Qualidade: a severity',
      at: '/qualidade',
      before: (page) => page.locator('.filters select').nth(2).focus(),
      act: (page) => page.keyboard.press('ArrowDown'),
    },
    {
      name: 'Fluxo: another period',
      at: '/fluxo',
      before: (page) => page.locator('.filters select').first().focus(),
      act: (page) => page.keyboard.press('ArrowDown'),
    },
    {
      name: 'Expedições: open a day',
      at: '/expedicoes',
      act: (page) => page.locator('[data-table=shipments] tbody a').first().click(),
    },
    {
      name: 'Definições: the dark theme',
      at: '/definicoes',
      act: (page) => page.getByRole('button', { name: 'Escuro' }).click(),
    },
  ];
}

/** The time from each input to the next picture, as the browser itself tells it (Event Timing: what INP is made of). */
export async function interact({ browser, url, facts, rounds }) {
  const results = [];
  for (const one of interactionsOf(facts)) {
    const times = [];
    const context = await visitor(browser, url);
    for (let round = 0; round < rounds; round++) {
      const page = await slowPage(context);
      times.push(await timeOf(page, one));
      await page.close();
    }
    await context.close();
    results.push({ name: one.name, isFirst: one.isFirst ?? false, times });
    console.error(`${one.name}: ${times}`);
  }
  return results;
}

async function timeOf(page, { at, before, act }) {
  await page.goto(at);
  await settled(page);
  await before?.(page);
  // What is done in idle moments is done by now: people do not click within half a second of the last picture.
  await page.waitForTimeout(500);
  await page.evaluate('bench.events = []');
  await act(page);
  await page.waitForTimeout(700);
  const events = await page.evaluate('bench.events');
  // The browser tells no event that took less than 16 ms.
  return events.length === 0 ? 16 : Math.max(...events);
}

const words = ['k1', 'lamin', 'viper', '13', 'acab', 'vanquish'];

/** From the key to the new number of boats on the screen, in the list of all of them. */
export async function filter({ browser, url, rounds }) {
  const context = await visitor(browser, url);
  const page = await slowPage(context);
  await page.goto('/barcos');
  await settled(page);
  const times = [];
  for (let round = 0; round < rounds; round++) {
    const box = page.locator('.main input[type=search], .main input[type=text]').first();
    await box.fill('');
    await page.waitForTimeout(800);
    await box.focus();
    await page.evaluate(answerTime);
    await page.keyboard.type(words[round % words.length][0]);
    times.push(await page.evaluate('bench.answered'));
  }
  await context.close();
  return times;
}

/** From the key's own moment to the picture after the count has changed. */
const answerTime = `(() => {
  const count = document.querySelector('[data-count]');
  let began = 0;
  document.addEventListener('keydown', (event) => { began = event.timeStamp; }, { once: true, capture: true });
  bench.answered = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    });
    observer.observe(count, { attributes: true, attributeFilter: ['data-count'] });
  });
})()`;
