// npm run bench:api: how long the API takes to answer at a steady rate of requests, at full size. See --help.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checker, paths } from './api/check.mjs';
import { deepPages } from './api/deep-pages.mjs';
import { factsOf } from './api/facts.mjs';
import { readOptions } from './api/options.mjs';
import { Plan } from './api/plan.mjs';
import { report } from './api/report.mjs';
import { startServer } from './api/server.mjs';
import { stagesOf } from './api/stages.mjs';
import { prodplan } from './lib/cli.mjs';
import { inHome, makeScratch, newHome, remove, removeAllHomes, serverVersion } from './lib/homes.mjs';
import { commit, machine } from './lib/machine.mjs';
import { bench } from './lib/paths.mjs';
import { installPeers, npmVersion } from './lib/peers.mjs';
import { followingDays, workbook } from './lib/workbooks.mjs';

/** Files of one day after the other that are taken in while readers ask. */
const mostDays = 15;

/** Far above what is sent, so that no call is refused. */
const callsPerMinute = 10_000_000;

const options = readOptions(process.argv.slice(2));
installPeers();
const { drive } = await import('./api/load.mjs');
const scratch = makeScratch(options.scratch);
let server = null;
let stopping = null;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping ??= cleanUp().finally(() => process.exit(1));
  });

try {
  const base = await workbook(options.orders);
  const days = [];
  if (options.stages.includes('ingest'))
    for (const day of followingDays(mostDays)) days.push(await workbook(options.orders, day));
  const home = options.home === null ? newHome(scratch) : keptHome(options.home);
  const measuredCommit = commit();
  // The first dump is what readers see; over the next one, which an earlier benchmark left, it must be forced.
  const first = (...flags) => prodplan(['ingest', base.path, ...flags], inHome(home));
  await (options.home === null ? first() : first().catch(() => first('--force')));
  const facts = await factsOf(home);
  server = await startServer(home, { scratch, callsPerMinute });
  const byName = paths();
  const deep = await deepPages(server.url, byName.get('prodplan.orders'));
  const plan = new Plan({ facts, seed: options.seed, paths: byName, deep, only: options.only });
  const context = { server, home, plan, drive, check: checker(), options, days, facts };
  const stages = stagesOf(context);
  await stages.warmUp();
  const results = {};
  const about = {
    ...context,
    results,
    base,
    machine: machine(),
    commit: measuredCommit,
    postgres: await serverVersion(home),
    autocannon: npmVersion('autocannon'),
    date: new Date().toISOString().slice(0, 10),
  };
  // Written after every stage: what was measured is not lost where a later one fails or is stopped.
  for (const name of options.stages) {
    results[name] = await stages[name]();
    if (options.write) writeFileSync(join(bench, 'API.md'), report(about));
  }
  console.log(report(about));
} catch (error) {
  console.error(stopping === null ? error.stack : 'Stopped.');
  process.exitCode = 1;
} finally {
  await (stopping ?? cleanUp());
}

async function cleanUp() {
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
