// The backfills of every phase and every error line, against one bare UPDATE of the same columns of the same rows in the same
// server; and the refresh of the aggregates after a small change, against counting them whole. See --help.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../dist/aggregates/build-all.js';
import { recordKpiSnapshot } from '../dist/aggregates/snapshot.js';
import { errorRule, phaseRule } from '../dist/contract/factory/index.js';
import { backfillErrorTimes, backfillPhaseColumns } from '../dist/maintenance/index.js';
import { openDatabase } from '../dist/platform/database.js';
import { readArguments, whole } from './lib/arguments.mjs';
import { prodplan } from './lib/cli.mjs';
import { grouped, ratio, seconds, table } from './lib/format.mjs';
import {
  inHome,
  makeScratch,
  newHome,
  remove,
  removeAllHomes,
  serverUrl,
  serverVersion,
} from './lib/homes.mjs';
import { commit, machine } from './lib/machine.mjs';
import { fullSizeOrders } from './lib/options.mjs';
import { bench, work } from './lib/paths.mjs';
import { firstDump, workbook } from './lib/workbooks.mjs';

const halves = { backfills: measureBackfills, aggregates: measureAggregates };

const { orders, runs, scratchFolder, wanted, write, command } = readArguments({
  argv: process.argv.slice(2),
  command: 'npm run bench:maintenance',
  help: `npm run bench:maintenance -- [options]
  --orders <n>      orders in the workbook (default ${fullSizeOrders}, the whole factory)
  --runs <n>        counted rounds after one warm-up (default 3)
  --only <half>     ${Object.keys(halves).join(' or ')}: the other half is taken from when it was measured last
  --scratch <dir>   where the temporary databases stand (default: the system's temporary folder)
  --write           also write bench/MAINTENANCE.md`,
  options: {
    orders: { type: 'string', default: String(fullSizeOrders) },
    runs: { type: 'string', default: '3' },
    only: { type: 'string' },
    scratch: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
  make(values) {
    if (values.only !== undefined && halves[values.only] === undefined)
      throw new Error(`there is no half ${values.only}`);
    return {
      orders: whole(values.orders, 100, 100_000),
      runs: whole(values.runs, 1, 50),
      scratchFolder: values.scratch,
      wanted: values.only === undefined ? Object.keys(halves) : [values.only],
      write: values.write,
    };
  },
});
/** Found by trying: by then a hundredth of the full-size dump's rows are new or different. The report gives the share. */
const slightlyLater = '2023-05-14T18:00:00';
const target = 0.1;

/** What an older rule left: every derived column is another, so that every row must be written. */
const cases = [
  {
    name: 'phases',
    rule: (asOf) => phaseRule(asOf),
    age: `faseof_rule_version = 0, faseof_event_time = '2001-01-01', faseof_duration_seconds = NULL,
          faseof_is_open = NULL, faseof_is_done = NULL`,
    backfill: backfillPhaseColumns,
  },
  {
    name: 'error lines',
    rule: () => errorRule,
    age: `ofch_rule_version = 0, ofch_event_time = '2001-01-01', ofch_event_time_origin = NULL`,
    backfill: backfillErrorTimes,
  },
];

const scratch = makeScratch(scratchFolder);
try {
  for (const half of wanted) {
    const home = newHome(scratch);
    await prodplan(['ingest', (await workbook(orders)).path], inHome(home));
    const database = await openDatabase(await serverUrl(home), 'embedded');
    const result = await halves[half](database, home);
    await database.close();
    record(half, {
      ...result,
      postgres: await serverVersion(home),
      runs,
      orders,
      command,
      commit: commit(),
      day: today(),
    });
  }
  const page = report(recorded('backfills'), recorded('aggregates'));
  console.log(page);
  if (write) writeFileSync(join(bench, 'MAINTENANCE.md'), page);
} finally {
  await removeAllHomes();
  remove(scratch);
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

function record(half, result) {
  writeFileSync(join(work, `maintenance-${half}.json`), JSON.stringify(result));
}

function recorded(half) {
  const path = join(work, `maintenance-${half}.json`);
  if (!existsSync(path)) throw new Error(`${half} was never measured here: leave --only out`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

async function measureBackfills(database) {
  const { rows } = await database.pool.query('SELECT as_of FROM publication');
  const lines = [];
  for (const one of cases) lines.push(await measureBackfill(database, one, one.rule(rows[0].as_of)));
  return { lines };
}

async function measureBackfill(database, { name, age, backfill }, rule) {
  const { pool } = database;
  const count = Number((await pool.query(`SELECT count(*) FROM ${rule.table}`)).rows[0].count);
  const samples = { bare: [], ours: [], idle: [] };
  // The first round warms up.
  for (let round = 0; round <= runs; round++) {
    await prepare(pool, rule, age);
    const bare = await timed(() => pool.query(bareUpdate(rule)));
    await prepare(pool, rule, age);
    const ours = await timed(async () => {
      const result = await backfill({ database });
      if (result.status !== 'finished' || result.rows_seen !== count || result.rows_changed !== count)
        throw new Error(`${name}: ${JSON.stringify(result)}, ${count} rows`);
    });
    const idle = await timed(() => backfill({ database }));
    if (round > 0) {
      samples.bare.push(bare);
      samples.ours.push(ours);
      samples.idle.push(idle);
    }
  }
  const [bare, ours, idle] = [median(samples.bare), median(samples.ours), median(samples.idle)];
  return [
    name,
    grouped(count),
    seconds(bare),
    seconds(ours),
    range(samples.ours),
    grouped(Math.round(count / ours)),
    ratio(ours, bare),
    seconds(idle),
  ];
}

/** Neither old rows nor dirty pages of the one before. */
async function prepare(pool, { table }, age) {
  await pool.query(`UPDATE ${table} SET ${age}`);
  await pool.query(`VACUUM ANALYZE ${table}`);
  await pool.query('CHECKPOINT');
}

/** The rule as one statement, as somebody would type it: no batches, no comparison, nothing kept or measured. */
function bareUpdate(rule) {
  const set = (row) =>
    Object.entries(rule.columns(row))
      .map(([name, value]) => `${name} = ${value}`)
      .join(', ');
  if (rule.joins('t').trim() === '') return `UPDATE ${rule.table} t SET ${set('t')}`;
  return `UPDATE ${rule.table} c SET ${set('t')} FROM ${rule.table} t ${rule.joins('t')}
    WHERE c.ofch_of_id = t.ofch_of_id AND c.ofch_fingerprint = t.ofch_fingerprint`;
}

/** From one file to the next and back again: each way is a run of its own, with the refresh inside its publication. */
async function measureAggregates({ pool }, home) {
  const next = await workbook(orders, slightlyLater);
  await prodplan(['ingest', next.path], inHome(home));
  const { rows } = await pool.query(
    `SELECT count(*)::int AS changed, (SELECT sum(core_rows)::int FROM ingestion_sheet_runs WHERE run_id = p.run_id) AS rows
     FROM publication p JOIN run_changes c USING (run_id) GROUP BY p.run_id`,
  );
  const samples = { incremental: [], full: [] };
  for (let round = 0; round <= runs; round++) {
    await prodplan(['rollback'], inHome(home));
    const state = await pool.query('SELECT mode, seconds::float8 FROM agg_state');
    const { mode, seconds } = state.rows[0];
    if (mode !== 'incremental') throw new Error(`the refresh was ${mode}`);
    const full = await timeWhole(pool);
    if (round === 0) continue;
    samples.incremental.push(seconds);
    samples.full.push(full);
  }
  return { ...rows[0], ...samples };
}

/** What the first run does, and a run that changes more than a tenth; taken back afterwards. */
async function timeWhole(pool) {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const { rows } = await client.query('SELECT run_id AS "runId", as_of AS "asOf" FROM publication');
    return await timed(async () => {
      await buildAll(client, rows[0].asOf);
      await recordKpiSnapshot(client, rows[0]);
    });
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
}

function report(backfills, { changed, rows, incremental, full, ...how }) {
  const { cpu, cores, memoryGb, os, node } = machine();
  const share = median(incremental) / median(full);
  return `# Maintenance

- machine: ${cpu}, ${cores} cores, ${Math.round(memoryGb)} GB, ${os}
- Node ${node}, PostgreSQL ${how.postgres} (embedded)
- \`${how.command}\`; table vacuumed and checkpoint made before each backfill

## Backfills: every row differs

${measured(backfills)}

${table(['case', 'rows', 'bare UPDATE', 'backfill', 'min – max', 'rows/s', 'ratio', 'nothing to do'], backfills.lines)}

The bare UPDATE is one statement that sets the same columns to the same values. The backfill also compares, keeps a
checkpoint with every batch, measures the gates again, raises the data version and, for error lines, counts their days anew.
"Nothing to do" is a second call: it looks at every row and writes none.

## Aggregates: after a small change, and whole

${measured(how)}

${table(
  ['refresh', 'median', 'min – max', 'share of whole'],
  [
    ['incremental', seconds(median(incremental)), range(incremental), `${(100 * share).toFixed(1)} %`],
    ['whole', seconds(median(full)), range(full), '100 %'],
  ],
)}

The change: ${grouped(changed)} of ${grouped(rows)} rows (${((100 * changed) / rows).toFixed(1)} %), between ${firstDump} and ${slightlyLater}; from one to
the other and back again by \`rollback\`, each a run that refreshes inside its publication. Target: under ${100 * target} %: ${
    share < target ? 'met' : 'missed'
  }.
`;
}

function measured({ day, commit, orders, runs }) {
  return `${day}, commit ${commit}, \`prodplan sample --orders ${orders}\`; medians of ${runs} rounds after one warm-up.`;
}

function range(list) {
  return `${seconds(Math.min(...list))} – ${seconds(Math.max(...list))}`;
}

async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
