// The pictures that README.md and LEIA-ME.md show: pages over an invented factory, in a real Chromium.
// node tools/screenshots.mjs; the browser is the first of PATH, or CHROME_PATH.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumOptions } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const cli = join(root, 'bin/prodplan.mjs');
const folder = join(root, 'docs/pictures');
const address = /http:\/\/127\.0\.0\.1:\d+/;

/** Two days of work, one after the other: what changed between them is shown too. */
const days = ['2023-05-03', '2023-05-04'];

const pages = [
  { name: 'painel', path: '/' },
  { name: 'barcos-mapa', path: '/barcos?estado=OPEN&vista=mapa' },
  { name: 'qualidade', path: '/qualidade', theme: 'dark' },
  { name: 'ecra-producao', path: '/ecra/producao', size: { width: 1920, height: 1080 } },
];

/** A server on an invented factory, in a home that goes with it. */
async function withServer(work) {
  const home = mkdtempSync(join(tmpdir(), 'prodplan-pictures-'));
  // Started by root, the embedded server runs as another account, which must be able to pass.
  chmodSync(home, 0o711);
  const env = { ...process.env, PRODPLAN_HOME: join(home, 'home'), PRODPLAN_PORT: '0', NO_COLOR: '1' };
  delete env.DATABASE_URL;
  const run = (...args) => execFileSync(process.execPath, [cli, ...args], { env, stdio: 'inherit' });
  try {
    const workbook = join(home, 'Folha_IA.xlsx');
    for (const day of days) {
      rmSync(workbook, { force: true });
      run('sample', workbook, '--orders', '4000', '--as-of', `${day}T18:00:00`);
      run('ingest', workbook);
    }
    const server = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    try {
      await work(await addressOf(server));
    } finally {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      run('db', 'stop');
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** The address that the server prints when it answers. */
async function addressOf(server) {
  let printed = '';
  return await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
    const hear = (piece) => {
      printed += piece;
      const found = address.exec(printed);
      if (found !== null) resolve(found[0]);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
  });
}

async function picture(browser, base, { name, path, theme = 'light', size = { width: 1280, height: 800 } }) {
  const context = await browser.newContext({ locale: 'pt-PT', viewport: size, colorScheme: theme });
  const page = await context.newPage();
  await page.goto(base + path);
  await page.locator('.panel, .wallboard-figure').first().waitFor();
  // One answer may ask for the next: a while with none on its way is the end.
  await page.waitForTimeout(2000);
  await page.waitForFunction(() => !document.body.innerText.includes('A carregar…'));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
  await context.close();
}

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(chromiumOptions());
try {
  await withServer(async (base) => {
    for (const one of pages) await picture(browser, base, one);
  });
} finally {
  await browser.close();
}
