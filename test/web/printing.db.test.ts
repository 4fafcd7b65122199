import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { chromePath, closeBrowser, eventually, newSite, type Site, settled } from './browser.js';

afterAll(closeBrowser);

const hasPoppler = installed('pdftotext') && installed('pdfinfo');
if (!hasPoppler) console.log('poppler (pdftotext, pdfinfo) is not installed: what is printed is not tried.');

function installed(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

interface Paper {
  readonly text: string;
  readonly pages: number;
  readonly size: string;
}

async function printed(page: Page): Promise<Paper> {
  const folder = mkdtempSync(join(tmpdir(), 'prodplan-test-'));
  try {
    const path = join(folder, 'page.pdf');
    writeFileSync(path, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    const told = (name: string): string => new RegExp(`^${name}: +(.*)$`, 'm').exec(info)![1]!;
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    return { text: text.replaceAll(/\s+/g, ' '), pages: Number(told('Pages')), size: told('Page size') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(chromePath === null || !hasPoppler)('on paper', () => {
  it('each page is A4 on its side, with its evidence at the end and nothing that only a screen can use', async () => {
    const site = await newSite(520);
    const page = await site.open('/', { colorScheme: 'dark' });
    for (const [path, title] of [
      ['/', 'Painel'],
      ['/fluxo', 'Fluxo'],
      ['/qualidade', 'Qualidade'],
      ['/expedicoes', 'Expedições'],
      ['/materiais', 'Materiais'],
      ['/dados', 'Dados'],
    ] as const) {
      await page.goto(`${site.api.url}${path}`);
      await settled(page);
      const { text, size } = await printed(page);
      expect(size, path).toMatch(/^84[12](\.\d+)? x 59[456](\.\d+)? pts \(A4\)/);
      expect(text).toContain(title);
      expect(text).toContain('Em que assentam os números');
      expect(text).toContain('Linhas usadas:');
      expect(text).not.toContain('Saltar para o conteúdo');
      expect(text).not.toContain('Tema');
      const marks = await page.locator('.main [data-footnote]').count();
      expect(text, path).toContain(` ${marks}. `);
    }
    await evidenceOf(site, page);
    await wholeList(site, page);
    await light(page);
  });
});

async function evidenceOf({ ask, api }: Site, page: Page): Promise<void> {
  await page.goto(`${api.url}/expedicoes`);
  await page.locator('[data-panel=shipments] .mark-button').waitFor();
  const { support } = await ask('/api/prodplan/shipments');
  const { text } = await printed(page);
  const plain = (one: string): string => one.replaceAll(/\s+/g, ' ');
  expect(text).toContain(plain(support.method));
  for (const { reason, rows } of support.rows_excluded) expect(text).toContain(plain(`${reason}: ${rows}`));
  expect(text).toContain(`${api.url}/expedicoes`);
}

/** The rows that the screen does not hold, too. */
async function wholeList({ ask, api }: Site, page: Page): Promise<void> {
  await page.goto(`${api.url}/barcos?estado=OPEN`);
  const count = Number(await page.locator('[data-count]').getAttribute('data-count'));
  const shown = await page.locator('tbody tr[data-of]').count();
  expect(shown).toBeLessThan(count);
  const { text, pages } = await printed(page);
  const open = await ask(
    '/api/prodplan/orders',
    '?state=CREATED,IN_PROGRESS,AWAITING_SHIPPING&is_zombie=false&limit=1000&sort=-of_id',
  );
  expect(open.data).toHaveLength(count);
  for (const { of_id } of open.data!.slice(0, 500)) expect(text).toContain(` ${of_id} `);
  expect(pages).toBeLessThan(2 + count / 8);
  // The screen has its own rows back.
  await eventually(() => page.locator('tbody tr[data-of]').count()).toBe(shown);
  await page.goto(`${api.url}/barcos`);
  await page.locator('[data-count]').waitFor();
  const all = Number(await page.locator('[data-count]').getAttribute('data-count'));
  const cut = (await printed(page)).text.includes('Impressos os primeiros 500 de');
  expect([all, cut]).toEqual([520, true]);
}

async function light(page: Page): Promise<void> {
  const colours = async () =>
    await page.evaluate(
      '[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]',
    );
  const dark = await colours();
  await page.emulateMedia({ media: 'print' });
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(22, 33, 44)']);
  await page.emulateMedia({ media: 'screen' });
  expect(await colours()).toEqual(dark);
  expect(dark).not.toEqual(['rgb(255, 255, 255)', 'rgb(22, 33, 44)']);
}
