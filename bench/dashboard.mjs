// npm run bench:dashboard: how quick the dashboard is over the full-size factory, in a Chromium that is slowed down. See --help.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startServer } from './api/server.mjs';
import { launch } from './dashboard/browser.mjs';
import { filter, interact } from './dashboard/interactions.mjs';
import { readOptions } from './dashboard/options.mjs';
import { openPages } from './dashboard/pages.mjs';
import { report } from './dashboard/report.mjs';
import { scroll } from './dashboard/scroll.mjs';
import { countStreams } from './dashboard/tabs.mjs';
import { renew } from './dashboard/wallboard.mjs';
import { prodplan } from './lib/cli.mjs';
import { inHome, makeScratch, newHome, remove, removeAllHomes } from './lib/homes.mjs';
import { commit, machine } from './lib/machine.mjs';
import { bench } from './lib/paths.mjs';
import { nextDayDump, workbook } from './lib/workbooks.mjs';

const callsPerMinute = 10_000_000;

const options = readOptions(process.argv.slice(2));
const scratch = makeScratch(options.scratch);
const run = {
  pages: openPages,
  interactions: interact,
  filter,
  scroll,
  wallboard: renew,
  tabs: countStreams,
};
let server = null;
let browser = null;
let stopping = null;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping ??= cleanUp().finally(() => process.exit(1));
  });

try {
  const home = options.home === null ? newHome(scratch) : keptHome(options.home);
  await fill(home);
  server = await startServer(home, { scratch, callsPerMinute });
  await quiet(home);
  browser = await launch();
  const context = { ...options, browser, url: server.url, facts: await factsOf(server.url) };
  const results = {};
  for (const stage of options.stages) {
    console.error(`${stage} ...`);
    results[stage] = await run[stage](context);
  }
  const text = report({
    ...options,
    machine: machine(),
    commit: commit(),
    date: new Date().toISOString().slice(0, 10),
    chromium: browser.version(),
    results,
  });
  if (options.write) writeFileSync(join(bench, 'DASHBOARD.md'), text);
  console.log(text);
} catch (error) {
  console.error(stopping === null ? error.stack : 'Stopped.');
  process.exitCode = 1;
} finally {
  await (stopping ?? cleanUp());
}

/** Two files a day apart, so that there is something that changed; a kept home that has them is left as it is. */
async function fill(home) {
  await prodplan(['migrate'], inHome(home));
  const runs = JSON.parse(await prodplan(['runs', '--json'], inHome(home)));
  if (runs.filter(({ status }) => status === 'completed').length >= 2) return;
  for (const dump of [await workbook(options.orders), await workbook(options.orders, nextDayDump)])
    await prodplan(['ingest', dump.path], inHome(home));
}

/** What a publication leaves to do is done: it would change the state of the data under the pages. */
async function quiet(home) {
  for (;;) {
    const jobs = JSON.parse(await prodplan(['jobs', 'list', '--json'], inHome(home)));
    if (!jobs.some(({ state }) => state === 'waiting' || state === 'active')) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A boat that is at risk, the shipping day that most boats have, and the run that is published. */
async function factsOf(url) {
  const ask = async (path) => await (await fetch(url + path)).json();
  const { data: risks, support } = await ask('/api/prodplan/risk_queue?limit=1');
  const { data: days } = await ask('/api/prodplan/shipments');
  const day = days.toSorted((a, b) => b.orders - a.orders)[0].day;
  return { boat: risks[0].of_id, day, run: support.run_id };
}

async function cleanUp() {
  await browser?.close();
  await server?.stop();
  await removeAllHomes();
  remove(scratch);
}

/** A folder that is used again: the database in it stays, its server runs on. */
function keptHome(folder) {
  const home = resolve(folder);
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o711);
  return join(home, 'home');
}
