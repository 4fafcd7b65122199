import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createKey } from '../../../dist/http/keys/keys.js';
import { openDatabase } from '../../../dist/platform/database.js';
import { asOf, makePairs } from '../lib/files.mjs';
import { warmServer } from '../lib/places.mjs';
import { endsWithin, start, until } from '../lib/processes.mjs';
import { chancesOf } from '../lib/random.mjs';
import { Description } from './description.mjs';
import { drawRequest } from './requests.mjs';

const atOnce = 6;
/** The server itself gives up after a twentieth of it, where it gets the processor. */
const hangMs = 300_000;
const readyMs = 120_000;
const uploadEveryMs = 4_000;
const retainedFailures = 10;

export const http = {
  name: 'http',
  about: `\`prodplan serve\` is asked what its own description (\`/api/openapi.json\`) names: parameters, headers and bodies are drawn
from their schemas, now and then what they forbid, with keys of every role and of none, strange Hosts, Origins, Accepts,
methods and addresses, ${atOnce} calls at a time, while workbooks are posted and taken in. Every answer must be one that the description
names for that call, and its body must fit the schema; what the API does not have must be refused as a problem. No status
may be 500, and no call may last ${hangMs / 1000} s.`,
  run,
  rows,
};

async function run(context) {
  const { record, rest, only, scratch } = context;
  const warm = await warmServer(scratch);
  const place = await warm.place();
  const pairs = await makePairs();
  const serving = await serve(place, pairs.small);
  const agents = new Map();
  try {
    const tries = async () => {
      while (rest()) await tryCase(context, serving, agents, record.takeCase());
    };
    if (only !== null) await tryCase(context, serving, agents, only);
    else await Promise.all([uploads(context, serving), ...Array.from({ length: atOnce }, tries)]);
    const answers = await send(serving, agents, {
      method: 'GET',
      path: '/health/live',
      headers: {},
      body: null,
      address: '127.0.0.1',
    });
    if (answers.status !== 200 && !context.stopped())
      record.fail(
        0,
        'ended',
        `the server does not answer any more: ${serving.started.said.err.slice(-500)}`,
        context.commit,
      );
  } finally {
    for (const agent of agents.values()) agent.destroy();
    serving.started.child.kill('SIGTERM');
    await endsWithin(serving.started, 20_000);
    await place.remove().catch(() => {});
    await warm.stop();
  }
}

/** A server with a published dump, and what is known of it. */
async function serve(place, files) {
  const env = { ...place.env, PRODPLAN_CALLS_PER_MINUTE: '10000000' };
  const taken = start(['ingest', files[0].path, '--as-of', asOf, '--json'], env);
  const end = await endsWithin(taken, readyMs);
  if (end?.code !== 0) throw new Error(`the first dump was not taken in: ${taken.said.err}${taken.said.out}`);
  const started = start(['serve', '--port', '0', '--host', '127.0.0.1'], env);
  const address = () => /http:\/\/127\.0\.0\.1:\d+/.exec(started.said.out)?.[0];
  if (
    !(await until(() => address() !== undefined || !started.isAlive(), { patienceMs: readyMs })) ||
    address() === undefined
  )
    throw new Error(`the server did not start: ${started.said.err}`);
  const url = address();
  const description = new Description(await (await fetch(`${url}/api/openapi.json`)).json());
  return {
    started,
    url,
    description,
    facts: {
      ...(await factsOf(place, url)),
      workbooks: files.map(({ path }) => readFileSync(path)),
      asOf,
      url,
    },
  };
}

async function factsOf(place, url) {
  const database = await openDatabase(place.env.DATABASE_URL, 'external');
  try {
    const column = async (sql) => (await database.pool.query(sql)).rows.map(({ n }) => n);
    const keyOf = async (role) => (await createKey(database.pool, role, `prove ${role}`)).token;
    const token = readFileSync(join(place.env.PRODPLAN_HOME, 'api-token'), 'utf8').trim();
    const etag = (await fetch(`${url}/api/gates`)).headers.get('etag');
    return {
      orders: await column('SELECT of_id AS n FROM ordens_fabrico'),
      products: await column('SELECT DISTINCT produto_id AS n FROM modelos LIMIT 50'),
      runs: [1, 2, 3, 4, 5],
      jobs: ['1', '2', 'ingest-1', 'maintenance-1'],
      keys: { local: token, reader: await keyOf('reader'), hr: await keyOf('hr') },
      etag,
    };
  } finally {
    await database.close();
  }
}

/** Both files in turn, so that the data change while they are asked for. */
async function uploads({ rest, record }, { url, facts }) {
  for (let turn = 1; rest(); turn++) {
    const body = new FormData();
    body.set('as_of', asOf);
    body.set('file', new Blob([facts.workbooks[turn % 2]]), 'Folha_IA.xlsx');
    const headers = { authorization: `Bearer ${facts.keys.local}` };
    const answer = await fetch(`${url}/api/ingestion/runs`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(hangMs),
    }).catch(() => null);
    if (answer?.status === 202) {
      const { job_id } = await answer.json();
      if (!facts.jobs.includes(job_id)) facts.jobs.push(job_id);
      record.count('workbooks posted and taken up');
    } else await answer?.arrayBuffer();
    await until(() => !rest(), { patienceMs: uploadEveryMs, everyMs: 100 });
  }
}

async function tryCase({ record, seed, commit, stopped }, serving, agents, number) {
  const { description, facts } = serving;
  const drawn = drawRequest(description.calls, facts, chancesOf(seed, number));
  let answer;
  try {
    answer = await send(serving, agents, drawn);
  } catch (error) {
    if (!stopped())
      recordFailure(
        record,
        number,
        error.code === 'HANG' ? 'hang' : 'no answer',
        `${shown(drawn)}: ${error.message}`,
        commit,
      );
    return;
  }
  record.count('requests');
  record.count(`status ${answer.status}`);
  if (drawn.call !== null && answer.status < 300)
    record.count(`answered: ${drawn.call.operation.operationId}`);
  record.most('milliseconds', answer.ms);
  const fault = faultOf(description, drawn, answer);
  if (fault !== null)
    recordFailure(
      record,
      number,
      answer.status === 500 ? 'status 500' : fault.replace(/:.*/s, ''),
      `${shown(drawn)}: ${answer.status} ${fault} ${String(answer.body ?? '').slice(0, 300)}`,
      commit,
    );
}

function faultOf(description, drawn, answer) {
  if (answer.status === 500) return 'UNEXPECTED';
  // Node itself refuses what is no HTTP; the call is not known by then.
  if (drawn.call === null) return isPage(drawn, answer) ? null : description.faultOfRefusal(answer);
  return description.faultOf(drawn.call, answer);
}

/** Who asks for a page gets the one document of all pages, which says itself whether there is such a page. */
function isPage({ method, path, headers }, { status, type }) {
  const isAsked = ['GET', 'HEAD'].includes(method) && headers.accept === 'text/html';
  const isOther = /^\/+(api|assets|health|metrics)([/?]|$)/i.test(path);
  return isAsked && !isOther && status === 200 && type === 'text/html';
}

function recordFailure(record, number, what, detail, commit) {
  if (record.failures.filter((one) => one.what === what).length >= retainedFailures)
    return record.count(`more: ${what}`);
  record.fail(number, what, detail, commit);
}

function shown({ method, path, headers, body }) {
  const { authorization, ...rest } = headers;
  return `${method} ${path.slice(0, 300)} ${JSON.stringify({ ...rest, key: authorization !== undefined }).slice(0, 300)} ${body === null ? '' : JSON.stringify(body.toString('latin1').slice(0, 200))}`;
}

function send({ url }, agents, { method, path, headers, body, address }) {
  const { hostname, port } = new URL(url);
  if (!agents.has(address))
    agents.set(address, new Agent({ keepAlive: true, maxSockets: atOnce, localAddress: address }));
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({
      hostname,
      port,
      method,
      path,
      headers: { ...headers, ...(body === null ? {} : { 'content-length': body.length }) },
      agent: agents.get(address),
    });
    const patience = setTimeout(() => {
      sent.destroy(Object.assign(new Error(`no end within ${hangMs / 1000} s`), { code: 'HANG' }));
    }, hangMs);
    sent.on('error', (error) => {
      clearTimeout(patience);
      reject(error);
    });
    sent.on('response', (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        clearTimeout(patience);
        const type = (response.headers['content-type'] ?? '').split(';')[0];
        const bodiless = method === 'HEAD' || response.statusCode === 304;
        const packing = response.headers['content-encoding'];
        resolve({
          status: response.statusCode,
          type,
          body: bodiless ? null : unpacked(Buffer.concat(chunks), packing),
          ms: Math.round(performance.now() - began),
        });
      });
    });
    sent.end(body ?? undefined);
  });
}

/** What cannot be unpacked stays as it is: it will not fit its description. */
function unpacked(body, packing) {
  try {
    if (packing === 'gzip') return gunzipSync(body);
    return packing === 'br' ? brotliDecompressSync(body) : body;
  } catch {
    return body;
  }
}

function rows(record) {
  return [
    ['requests', record.counted('requests'), 'at least 20,000'],
    ['answers of 500', record.counted('status 500'), '0'],
    ['workbooks posted and taken up meanwhile', record.counted('workbooks posted and taken up'), ''],
    ['operations that answered with 2xx', record.countedUnder('answered: ').length, ''],
    ...record
      .countedUnder('status ')
      .sort()
      .map(([status, times]) => [`answers of ${status}`, times, ''])
      .filter(([what]) => what !== 'answers of 500'),
    ['longest answer, milliseconds', record.largest('milliseconds') ?? 0, `below ${hangMs}`],
    ...record
      .countedUnder('more: ')
      .map(([what, times]) => [`further failures of a kind, not kept: ${what}`, times, '']),
  ];
}
