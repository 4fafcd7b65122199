import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { chromiumOptions, chromePath as foundChromePath } from '../../tools/chromium.mjs';
import type { AnswerOf, Path } from '../../web/src/api/client.ts';
import { type Api, type ApiOptions, newApi } from '../http/support.js';
import { newSamplePlant, type Plant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';

/** A real Chromium. */
export const chromePath = foundChromePath();

if (chromePath === null)
  console.log('Chromium is not installed (PATH, CHROME_PATH): the tests in a browser are left out.');

let launched: Promise<Browser> | undefined;

async function browser(): Promise<Browser> {
  launched ??= chromium.launch(chromiumOptions());
  return await launched;
}

/** To be called after all tests of a file. */
export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = undefined;
}

export interface Site {
  readonly api: Api;
  /** Opens a page that must show no error: neither of its code, nor of the policy, nor of a file that is not there. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** What the API says, for the page to be held against. */
  ask<P extends Path>(path: P, query?: string): Promise<AnswerOf<P>>;
}

/** A server on an invented factory, and pages of it in a real browser. */
export async function newSite(orders = 500, options: Pick<ApiOptions, 'local'> = {}): Promise<Site> {
  const sample = { orders, seed: 3, asOf: '2023-04-30T18:00:00' };
  return await siteOn(await newSamplePlant(firstServer, sample), options);
}

/** The same on a factory that a test has made. */
export async function siteOn(plant: Plant, options: Pick<ApiOptions, 'local'> = {}): Promise<Site> {
  const api = await newApi({ ...options, plant });
  return {
    api,
    open: (path, options) => openPage(`${api.url}${path}`, options),
    ask: async (path, query = '') => (await (await api.get(`${path}${query}`)).json()) as never,
  };
}

const refusals =
  /ERR_CONNECTION_(REFUSED|RESET)|(401 \(Unauthorized|404 \(Not Found|409 \(Conflict|422 \(Unprocessable Entity|503 \(Service Unavailable)\)/;

async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await browser()).newContext({
    locale: 'pt-PT',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  onTestFinished(async () => {
    await context.close();
    // What the browser says of a server that a test took away, or that refuses, is no fault of the page.
    expect(trouble.filter((text) => !refusals.test(text))).toEqual([]);
  });
  await page.goto(url);
  return page;
}

/** Waits for what a busy machine may take long to show; a hang limit, as all of them. */
export const eventually: typeof expect.poll = (read, options) =>
  expect.poll(read, { timeout: 60_000, ...options });

/** Waits until a page shows all that it asked for: nothing is on its way any more, and nothing more comes. */
export async function settled(page: Page): Promise<void> {
  const [loading, marks] = [page.getByText('A carregar…'), page.locator('.main .mark-button')];
  let before = 0;
  const isStill = async (): Promise<boolean> => {
    const now = (await loading.count()) === 0 ? await marks.count() : 0;
    const same = now > 0 && now === before;
    before = now;
    return same;
  };
  await eventually(isStill, { interval: 400 }).toBe(true);
}

/** The digits of a text: 1 234 is 1234, in whatever language it is grouped. */
export function numberOf(text: string | null): number {
  return Number((text ?? '').replaceAll(/[^\d-]/g, '') || Number.NaN);
}
