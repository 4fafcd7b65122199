// node bench/upkeep.mjs [--orders n] [--runs n] [--scratch dir]: the backfills of every phase and every defect, against
// one bare UPDATE of the same columns of the same rows in the same server. `npm run build` comes first.
import { parseArgs } from 'node:util';
import { defectRule, phaseRule } from '../dist/ingestion/rules/derived.js';
import { openDatabase } from '../dist/platform/database.js';
import { backfillDefectTimes, backfillPhaseColumns } from '../dist/upkeep/index.js';
import { prodplan } from './lib/cli.mjs';
import { grouped, ratio, seconds, table } from './lib/format.mjs';
import { inHome, makeScratch, newHome, remove, removeAllHomes, serverUrl } from './lib/homes.mjs';
import { commit, machine } from './lib/machine.mjs';
import { fullSize_orders } from './lib/options.mjs';
import { workbook } from './lib/workbooks.mjs';

const { values } = parseArgs({
  options: { orders: { type: 'string' }, runs: { type: 'string' }, scratch: { type: 'string' } },
});
const orders = Number(values.orders ?? fullSize_orders);
const runs = Number(values.runs ?? 5);

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
    name: 'defects',
    rule: () => defectRule,
    age: `ofch_rule_version = 0, ofch_event_time = '2001-01-01', ofch_event_time_origin = NULL`,
    backfill: backfillDefectTimes,
  },
];

const scratch = makeScratch(values.scratch);
try {
  const home = newHome(scratch);
  const base = await workbook(orders);
  await prodplan(['ingest', base.path], inHome(home));
  const database = await openDatabase(await serverUrl(home), 'embedded');
  const { rows } = await database.pool.query('SELECT as_of FROM publication');
  const lines = [];
  for (const one of cases) lines.push(await measureCase(database, one, one.rule(rows[0].as_of)));
  await database.close();
  const { cpu, cores, node } = machine();
  console.log(
    `${cpu}, ${cores} cores, Node ${node}, ${orders} orders, commit ${commit()}, medians of ${runs}\n`,
  );
  const header = ['case', 'rows', 'bare UPDATE', 'backfill', 'min – max', 'rows/s', 'ratio', 'nothing to do'];
  console.log(table(header, lines));
} finally {
  await removeAllHomes();
  remove(scratch);
}

async function measureCase(database, { name, age, backfill }, rule) {
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
    `${seconds(Math.min(...samples.ours))} – ${seconds(Math.max(...samples.ours))}`,
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

async function timed(work) {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

function median(list) {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
