import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../lib/paths.mjs';
import { settled, slowPage, visitor } from './browser.mjs';

/** Every page of the menu, the longest list, one boat, one day, one run; and the walls. */
export function pathsOf({ boat, day, run }) {
  return [
    ...[
      '/',
      '/barcos',
      '/barcos?estado=OPEN&vista=mapa',
      `/barcos/${boat}`,
      '/expedicoes',
      `/expedicoes/${day}`,
    ],
    ...[
      '/fluxo',
      '/qualidade',
      '/materiais',
      '/competencias',
      '/dados',
      `/dados/cargas/${run}`,
      '/definicoes',
    ],
    ...['/ecra/producao', '/ecra/expedicao', '/ecra/qualidade'],
  ];
}

/** Each page opened by somebody who was never here, and again by the same: what is painted largest, and what is asked for. */
export async function openPages({ browser, url, facts, rounds }) {
  const results = [];
  for (const path of pathsOf(facts)) {
    const result = { path, cold: [], warm: [], requests: [], scripts: null };
    for (let round = 0; round < rounds; round++) await once({ browser, url }, path, result);
    results.push(result);
    console.error(`${path}: ${result.cold.map(Math.round)} / ${result.warm.map(Math.round)} ms`);
  }
  return results;
}

async function once({ browser, url }, path, result) {
  const context = await visitor(browser, url);
  const asked = [];
  context.on('request', (request) => asked.push(new URL(request.url()).pathname));
  for (const kept of [result.cold, result.warm]) {
    const page = await slowPage(context);
    await page.goto(path);
    await settled(page);
    kept.push(await page.evaluate('bench.lcp'));
    if (kept === result.cold) {
      result.scripts ??= kibOf(asked.filter((one) => one.endsWith('.js')));
      // The icon is the browser's own wish, and asked for once or twice as it likes.
      result.requests.push(asked.filter((one) => !one.includes('favicon')).length);
    }
    await page.close();
  }
  await context.close();
}

/** What these files weigh as a browser that takes gzip gets them. */
function kibOf(paths) {
  const bytes = [...new Set(paths)].map(
    (path) => gzipSync(readFileSync(join(root, 'dist/web', path))).length,
  );
  return bytes.reduce((sum, one) => sum + one, 0) / 1024;
}
