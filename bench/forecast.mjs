// npm run bench:forecast: does the forecast cover what it says? The demonstration factory by several seeds, taken in at full
// size, its forecast tried on past days by the product itself, the shares that were covered added up. See --help.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refreshBacktest } from '../dist/maintenance/index.js';
import { openDatabase } from '../dist/platform/database.js';
import { ask, services } from '../dist/services/index.js';
import { readOptions } from './forecast/options.mjs';
import { openScores, outputScores } from './forecast/outlook-scores.mjs';
import { report } from './forecast/report.mjs';
import { prodplan } from './lib/cli.mjs';
import { inHome, makeScratch, newHome, remove, removeAllHomes, removeHome, serverUrl } from './lib/homes.mjs';
import { commit } from './lib/machine.mjs';
import { bench } from './lib/paths.mjs';

const options = readOptions(process.argv.slice(2));
const scratch = makeScratch(options.scratch);
let stopping = null;
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    stopping ??= cleanUp().finally(() => process.exit(1));
  });

try {
  const about = { ...options, commit: commit(), date: new Date().toISOString().slice(0, 10), tried: [] };
  for (const seed of options.seeds) about.tried.push({ seed, ...(await tried(seed)) });
  const text = report(about);
  if (options.write) writeFileSync(join(bench, 'FORECAST.md'), text);
  console.log(text);
} catch (error) {
  console.error(stopping === null ? error.stack : 'Stopped.');
  process.exitCode = 1;
} finally {
  await (stopping ?? cleanUp());
}

/** What the question of the backtest answers of the factory of this seed, all families together. */
async function tried(seed) {
  console.error(`seed ${seed} ...`);
  const file = join(scratch, `seed-${seed}.xlsx`);
  const home = newHome(scratch);
  await prodplan(['sample', file, '--orders', String(options.orders), '--seed', String(seed)]);
  await prodplan(['ingest', file], inHome(home));
  const database = await openDatabase(await serverUrl(home), 'embedded');
  try {
    await refreshBacktest({ database });
    const question = services.find(({ name }) => name === 'prodplan.risk_backtest');
    const { data, reason } = await ask(database.pool, question, {}, { maySeeNames: false });
    if (data === null) throw new Error(`seed ${seed}: ${reason}`);
    const whole = data.summary.filter(({ family }) => family === 'all');
    return { censorDays: data.censor_days, populations: whole, ...(await outlookOf(database.pool)) };
  } finally {
    await database.close();
    await removeHome(home);
    remove(file);
  }
}

/** What the weeks that the job tried came to: intervals, output and the order of finishing. */
async function outlookOf(pool) {
  const { rows: open } = await pool.query(openScores);
  const { rows: output } = await pool.query(outputScores);
  const { rows: order } = await pool.query(
    'SELECT count(*)::int AS cutoffs, avg(correlation) AS ours, avg(correlation_base) AS base FROM forecast_finish_order',
  );
  return { open, output, order: order[0] };
}

async function cleanUp() {
  await removeAllHomes();
  remove(scratch);
}
