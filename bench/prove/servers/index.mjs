import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { asOf, makePairs } from '../lib/files.mjs';
import { connected, newDatabase } from '../lib/places.mjs';
import { endsWithin, start } from '../lib/processes.mjs';
import { chancesOf } from '../lib/random.mjs';
import { stateOf } from '../lib/state.mjs';
import { hasPgbouncer, newRole, otherServer, pgbouncer, startVersion, versionsHere } from './machines.mjs';
import { alterations, drawSettings } from './settings.mjs';

/** A refusal is for somebody who waits for it. */
const refuseMs = 60_000;
const hangMs = 900_000;

/** What is odd about a server, and how often it is drawn. `works`: nothing may be refused. */
const kinds = [
  ['settings of the database', 26],
  ['settings of the role', 20],
  ['settings that forbid', 14],
  ['connection limit', 12],
  ['pgbouncer in session mode', 8],
  ['pgbouncer in transaction mode', 6],
  ['another encoding', 5],
  ['a role that may not create', 4],
  ['tables of others under our names', 4],
  ['no PostgreSQL', 3],
];
const mustWork = new Set(['settings of the database', 'settings of the role', 'pgbouncer in session mode']);
const mustRefuse = new Set([
  'pgbouncer in transaction mode',
  'another encoding',
  'a role that may not create',
  'tables of others under our names',
  'no PostgreSQL',
]);

/** Refused before anything is made. */
const leavesNothing = new Set([
  'another encoding',
  'a role that may not create',
  'tables of others under our names',
]);

export const servers = {
  name: 'servers',
  about: `PostgreSQL 15 to 18 (those whose npm packages there are for this machine), as databases, roles, poolers and owners have
set them. On each two dumps are taken in and checked (\`ingest\`, \`ingest\`, \`check\`). Either all of it works and core
and aggregates have the checksum of an untouched server, or it is refused with a code, without a stack trace, within
${refuseMs / 1000} s, and nothing is published by half. Where only settings are odd, a refusal counts as a failure too.`,
  run,
  rows,
};

async function run(context) {
  const { record, rest, only, scratch } = context;
  const files = (await makePairs()).small;
  const versions = versionsHere();
  if (versions.length < 4)
    record.note(`Only PostgreSQL ${versions.join(', ')}: the others have no package here.`);
  if (!hasPgbouncer) record.note('PgBouncer is not installed: its kinds were left out.');
  const machines = new Map();
  const machineOf = async (version) => {
    if (!machines.has(version)) machines.set(version, await startVersion(scratch, version));
    return machines.get(version);
  };
  const wanted = new Map();
  try {
    const one = (number) => tryCase({ ...context, files, versions, machineOf, wanted }, number);
    if (only !== null) await one(only);
    else while (rest()) await one(record.takeCase());
  } finally {
    for (const machine of machines.values()) await machine.stop();
  }
}

async function tryCase(context, number) {
  const { record, seed, commit, stopped, versions, machineOf, wanted } = context;
  const chances = chancesOf(seed, number);
  const version = chances.pick(versions);
  const kind = chances.weighted(kinds.filter(([name]) => hasPgbouncer || !name.startsWith('pgbouncer')));
  const machine = await machineOf(version);
  if (wanted.size === 0) await learn(context, await machineOf(18), wanted);
  const url = await newDatabase(machine.admin, machine.url, await templateOf(kind, machine, chances));
  const undo = [];
  try {
    const prepared = await prepare(kind, { machine, url, chances, undo, scratch: context.scratch });
    const what = `${kind}, PostgreSQL ${version}, ${prepared.says}`;
    const end = await wholeWay(context, prepared.url, url);
    if (stopped()) return;
    judge(record, { number, kind, what, end, wanted, commit });
    const left = leavesNothing.has(kind) ? await relationsIn(url) : [];
    const foreign = kind === 'tables of others under our names' ? 1 : 0;
    if (left.length > foreign)
      record.fail(number, 'something was left behind', `${what}: ${left.slice(0, 8).join(', ')}`, commit);
  } catch (error) {
    if (!stopped())
      record.fail(number, 'unexpected', `${kind}, PostgreSQL ${version}: ${error.stack}`, commit);
  } finally {
    for (const step of undo.toReversed())
      await step().catch((error) => record.note(`Tidying up: ${error.message}`));
    record.save();
  }
}

async function templateOf(kind, { admin }, chances) {
  if (kind !== 'another encoding') return 'template1';
  const name = `prove_template_${chances.whole(0, 2 ** 30)}`;
  const encoding = chances.pick(['LATIN1', 'SQL_ASCII', 'LATIN9', 'EUC_JP']);
  await admin.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING '${encoding}' LOCALE 'C'`);
  return name;
}

/** Makes the database odd. Answers which URL a user of it has, and what was done, in words. */
async function prepare(kind, { machine, url, chances, undo, scratch }) {
  const { admin, version } = machine;
  const database = new URL(url).pathname.slice(1);
  const drop = (what) => async () => void (await admin.query(what));
  undo.push(drop(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`));
  const inside = async (...statements) => {
    const client = await connected(url);
    try {
      for (const one of statements) await client.query(one);
    } finally {
      await client.end();
    }
  };
  const owner = async (limit) => {
    const made = await newRole(admin, url, { limit });
    undo.unshift(drop(`DROP ROLE ${made.role}`));
    await admin.query(`ALTER DATABASE ${database} OWNER TO ${made.role}`);
    return made;
  };
  const set = async (what, settings) => {
    await inside(
      'CREATE SCHEMA estranho',
      'CREATE TABLE estranho.modelos (produto_id text)',
      'GRANT USAGE ON SCHEMA estranho TO PUBLIC',
    );
    for (const statement of alterations(what, settings)) await admin.query(statement);
    return settings.map(([name, value]) => `${name} = ${value || "''"}`).join('; ');
  };
  switch (kind) {
    case 'settings of the database':
      return {
        url,
        says: await set(`DATABASE ${database}`, drawSettings(chances, { version, harshness: false })),
      };
    case 'settings of the role': {
      const { role, url: its } = await owner();
      return {
        url: its,
        says: await set(`ROLE ${role}`, drawSettings(chances, { version, harshness: false })),
      };
    }
    case 'settings that forbid':
      return {
        url,
        says: await set(`DATABASE ${database}`, drawSettings(chances, { version, harshness: true })),
      };
    case 'connection limit': {
      const limit = chances.whole(1, 16);
      return { url: (await owner(limit)).url, says: `CONNECTION LIMIT ${limit}` };
    }
    case 'pgbouncer in session mode':
    case 'pgbouncer in transaction mode': {
      const mode = kind.includes('session') ? 'session' : 'transaction';
      const options = chances.chance(0.5);
      const { stop, url: its } = await pgbouncer(scratch, url, { mode, options });
      undo.push(stop);
      return { url: its, says: options ? 'startup options ignored' : 'startup options refused' };
    }
    case 'another encoding':
      return { url, says: 'a database that is not UTF-8' };
    case 'a role that may not create': {
      const { role, url: its } = await newRole(admin, url);
      undo.unshift(drop(`DROP ROLE ${role}`));
      return { url: its, says: 'a role without rights' };
    }
    case 'tables of others under our names': {
      const name = chances.pick(['modelos', 'ordens_fabrico', 'ingestion_runs', 'publication', 'agg_order']);
      await inside(`CREATE TABLE public.${name} (nada integer)`);
      return { url, says: `a table ${name}` };
    }
    default: {
      const what = chances.pick(['http', 'ssh', 'closes', 'silent']);
      const { stop, url: its } = await otherServer(what);
      undo.push(stop);
      return { url: its, says: what };
    }
  }
}

/** Takes both files in and checks: {ended: [{code, said, ms}], states}. `url`: as the user has it, `own`: ours. */
async function wholeWay({ scratch, files }, url, own) {
  const home = join(scratch, 'odd');
  mkdirSync(home, { recursive: true, mode: 0o711 });
  const env = { PRODPLAN_HOME: home, DATABASE_URL: url };
  const states = [];
  for (const args of [
    ...files.map(({ path }) => ['ingest', path, '--as-of', asOf, '--json']),
    ['check', '--json'],
  ]) {
    const began = performance.now();
    const started = start(args, env);
    const end = await endsWithin(started, hangMs);
    const ms = performance.now() - began;
    if (args[0] === 'ingest') states.push(await published(own));
    if (end?.code !== 0)
      return {
        failed: {
          args: args[0],
          code: end?.code ?? null,
          said: `${started.said.out}\n${started.said.err}`,
          ms,
        },
        states,
      };
  }
  return { failed: null, states };
}

/** Tables, views and sequences, but for those of the system. */
async function relationsIn(url) {
  const client = await connected(url);
  try {
    const { rows: found } = await client.query(
      `SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname !~ '^pg_|^information_schema$' ORDER BY 1`,
    );
    return found.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function published(url) {
  const client = await connected(url);
  try {
    const state = await stateOf(client);
    return state?.run_id == null ? null : `${state.core} ${state.aggregates}`;
  } finally {
    await client.end();
  }
}

/** What an untouched server of today's version holds after each of the files. */
async function learn(context, machine, wanted) {
  const url = await newDatabase(machine.admin, machine.url);
  const { failed, states } = await wholeWay(context, url, url);
  if (failed !== null) throw new Error(`an untouched server fails: ${failed.said}`);
  for (const [place, state] of states.entries()) wanted.set(place, state);
  await machine.admin.query(`DROP DATABASE ${new URL(url).pathname.slice(1)} WITH (FORCE)`);
}

function judge(record, { number, kind, what, end: { failed, states }, wanted, commit }) {
  record.count('servers');
  record.count(`kind: ${kind}`);
  const fail = (fault, detail) => record.fail(number, fault, `${what}: ${detail}`, commit);
  const half = states.find(
    (state, place) => state !== null && ![...wanted.values()].slice(0, place + 1).includes(state),
  );
  if (half !== undefined) fail('wrong or half state', half);
  if (failed === null) {
    if (states.some((state, place) => state !== wanted.get(place)))
      fail('wrong or half state', 'what was published is not what it should be');
    record.count(`worked: ${kind}`);
    if (mustRefuse.has(kind)) fail('not refused', 'it went through');
    return;
  }
  if (failed.code === null) return fail('hang', `${failed.args} did not end within ${hangMs / 1000} s`);
  record.most('milliseconds to a refusal', Math.round(failed.ms));
  const code = /"code":"([A-Z_0-9]+)"/.exec(failed.said)?.[1] ?? null;
  if (code === null || code === 'UNEXPECTED')
    fail('refused without a code', failed.said.trim().slice(0, 600));
  else if (/^\s+at .*:\d+:\d+/m.test(failed.said)) fail('a stack trace', failed.said.trim().slice(0, 600));
  else if (mustWork.has(kind)) fail(`refused as ${code}`, failed.said.trim().slice(0, 600));
  if (failed.ms > refuseMs) fail('slow refusal', `${Math.round(failed.ms / 1000)} s`);
  record.count(`refused: ${kind} (${code})`);
}

function rows(record) {
  return [
    ['servers', record.counted('servers'), ''],
    ...record.countedUnder('worked: ').map(([kind, times]) => [`worked, the same data: ${kind}`, times, '']),
    ...record.countedUnder('refused: ').map(([kind, times]) => [`refused: ${kind}`, times, '']),
    [
      'longest time to a refusal, milliseconds',
      record.largest('milliseconds to a refusal') ?? 0,
      `below ${refuseMs}`,
    ],
  ];
}
