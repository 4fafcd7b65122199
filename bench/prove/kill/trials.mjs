import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { jobStatus, postWorkbook } from '../../../dist/jobs/index.js';
import { asOf } from '../lib/files.mjs';
import { endsWithin, start, until } from '../lib/processes.mjs';
import { drawMoment, waitFor } from './moments.mjs';

/** Nothing takes that long, also on a machine that leaves us a twentieth of a core; what does has hung. */
export const hangMs = 900_000;

/** A failure of the product; anything else that is thrown is the campaign's own. */
export class Failed extends Error {
  constructor(what, detail) {
    super(`${what}: ${detail}`);
    this.what = what;
    this.detail = detail;
  }
}

const hashes = new Map();

function sha256Of({ path }) {
  if (!hashes.has(path)) hashes.set(path, createHash('sha256').update(readFileSync(path)).digest('hex'));
  return hashes.get(path);
}

const ingestOf = (file) => ['ingest', file.path, '--as-of', asOf, '--json'];

/** Takes a file in undisturbed; the state that it gives is what every later one is held against. */
export async function complete(context, place, file) {
  const began = performance.now();
  const started = start(ingestOf(file), place.env);
  const end = await endsWithin(started, hangMs);
  if (end === null) throw new Failed('hang', 'an undisturbed run after a kill did not end');
  if (end.code !== 0)
    throw new Failed('next run failed', `exit ${end.code}: ${started.said.err || started.said.out}`);
  const wholeMs = performance.now() - began;
  const state = mustHold(place, await place.state(), [file]);
  context.durations.learn(wholeMs, (await place.lastRun()).seconds);
  context.record.most('seconds of a run after a kill', wholeMs / 1000);
  context.record.count('undisturbed runs after kills');
  return state;
}

/** The state must be that of one of the files (null: of no dump), and of the one that it says it is. */
function mustHold(place, state, files) {
  if (state === null || state.run_id === null) {
    if (files.includes(null)) return null;
    throw new Failed('state lost', 'nothing is published any more');
  }
  const file = files.find((one) => one !== null && sha256Of(one) === state.workbook);
  if (file === undefined) throw new Failed('wrong state', JSON.stringify(state));
  const sums = `${state.core} ${state.aggregates}`;
  const known = place.states.get(state.workbook) ?? sums;
  if (known !== sums) throw new Failed('half state', `${JSON.stringify(state)}, it should be ${known}`);
  if (state.status !== 'completed') throw new Failed('wrong state', `published, but ${state.status}`);
  place.states.set(state.workbook, sums);
  return file;
}

/** Kills, and says of what kind the kill was. `strike` kills and answers whether what it killed was alive. */
async function killAt(context, place, { what, file, before, moment, isAlive, strike }) {
  const { record, durations } = context;
  await waitFor(moment, { place, before, isAlive, durations });
  if (!(await strike())) {
    record.count(`ended before the kill, ${what}`);
    return false;
  }
  const run = await place.lastRun();
  const isNew = run !== null && run.run_id !== before?.run_id;
  const between = isNew && run.status !== 'completed' && run.staged;
  const size = file.rows >= 100_000 ? 'large' : 'small';
  record.count(`kills, ${what}`);
  record.count(`kills, ${between ? `between staging and commit, ${size}` : 'elsewhere'}`);
  const stage = !isNew ? 'before the run' : run.status === 'completed' ? 'after the commit' : run.stage;
  record.count(`stage: ${stage}`);
  return true;
}

/** The command `ingest`, killed up to eight times before it may end. */
export async function ingestTrial(context, place, { file, old, chances }) {
  let current = old;
  for (let kills = chances.whole(1, 8); kills > 0 && current === old; kills--) {
    const before = await place.lastRun();
    const started = start(ingestOf(file), place.env);
    const strike = async () => {
      started.child.kill('SIGKILL');
      return (await started.ended).signal === 'SIGKILL';
    };
    const moment = drawMoment(chances);
    await killAt(context, place, {
      what: old === null ? 'ingest, first dump' : 'ingest',
      ...{ file, before, moment, strike, isAlive: started.isAlive },
    });
    current = mustHold(place, await place.state(), [old, file]);
  }
  return await complete(context, place, file);
}

/** `worker` and `serve` with a workbook in the queue; also killed when they have nothing more to do. */
export async function queueTrial(context, place, { file, old, chances, command }) {
  const { jobs } = await place.jobs();
  const { id } = await postWorkbook(jobs, { path: file.path, asOf });
  const args = command === 'serve' ? ['serve', '--port', '0'] : ['worker'];
  const begin = () => {
    const started = start(args, place.env);
    return {
      ...started,
      strike: async () => {
        started.child.kill('SIGKILL');
        return (await started.ended).signal === 'SIGKILL';
      },
    };
  };
  let current = old;
  for (let kills = chances.whole(1, 3); kills > 0 && current === old; kills--) {
    const before = await place.lastRun();
    const started = begin();
    await killAt(context, place, { what: command, file, before, moment: drawMoment(chances), ...started });
    current = mustHold(place, await place.state(), [old, file]);
  }
  const last = begin();
  const began = performance.now();
  const ended = async () =>
    !last.isAlive() || ['completed', 'failed'].includes((await jobStatus(jobs, id)).state);
  const inTime = await until(ended, { patienceMs: hangMs, everyMs: 50 });
  const answers = command !== 'serve' || (await isReady(last));
  const wasAlive = last.isAlive();
  if (await last.strike()) {
    context.record.count(`kills, ${command} with nothing to do`);
    context.record.count('kills, elsewhere');
    context.record.count('stage: nothing to do');
  }
  const job = await jobStatus(jobs, id);
  if (!wasAlive) throw new Failed('ended', `${command} after a kill: ${last.said.err}`);
  if (!inTime)
    throw new Failed('hang', `${command} after a kill did not take the job up: ${JSON.stringify(job)}`);
  if (job.state !== 'completed') throw new Failed('job failed', JSON.stringify(job));
  if (!answers) throw new Failed('hang', `serve after a kill is not ready: ${last.said.err}`);
  context.record.most('seconds until a job was done after a kill', (performance.now() - began) / 1000);
  context.record.count('undisturbed runs after kills');
  return mustHold(place, await place.state(), [file]);
}

/** Its address stands in its first words. */
async function isReady({ said }) {
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said.out)?.[0];
  if (url === undefined) return false;
  const patienceMs = 30_000;
  return await until(
    async () => {
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(10_000) }).catch(
        () => null,
      );
      return answer?.status === 200;
    },
    { patienceMs, everyMs: 100 },
  );
}

/** The embedded server killed under a run, in half of the trials together with it. */
export async function serverTrial(context, place, { file, old, chances }) {
  const before = await place.lastRun();
  const started = start(ingestOf(file), place.env);
  const both = chances.chance(0.5);
  const strike = async () => {
    const pid = place.serverPid();
    if (pid === null || !started.isAlive()) return false;
    await killServer(place, pid);
    if (both) started.child.kill('SIGKILL');
    const end = await endsWithin(started, hangMs);
    if (end === null) throw new Failed('hang', 'a run whose server was killed did not end');
    return true;
  };
  const moment = drawMoment(chances);
  const what = both ? 'server together with its run' : 'server under a run';
  await killAt(context, place, { what, file, before, moment, strike, isAlive: started.isAlive });
  await started.ended;
  mustHold(place, await place.state(), [old, file]);
  return await complete(context, place, file);
}

/** The system takes a moment to end it; until then it would still be found running. */
async function killServer(place, pid) {
  process.kill(pid, 'SIGKILL');
  if (!(await until(() => place.serverPid() !== pid, { patienceMs: wordsMs, everyMs: 2 }))) {
    throw new Error(`the server ${pid} outlived SIGKILL`);
  }
}

const wordsMs = 15_000;

/** The embedded server killed under `worker` or `serve`: they go on by themselves, or they have ended with a word. */
export async function serverUnderTrial(context, place, { file, chances, command }) {
  const args = command === 'serve' ? ['serve', '--port', '0'] : ['worker'];
  await place.state();
  const started = start(args, place.env);
  await until(() => !started.isAlive(), { patienceMs: chances.unit() * 4_000 });
  const pid = place.serverPid();
  if (pid !== null && started.isAlive()) {
    await killServer(place, pid);
    context.record.count(`kills, server under ${command}`);
    context.record.count('kills, elsewhere');
    context.record.count(`stage: ${command} without a run`);
  }
  const { jobs, close } = await place.jobs();
  try {
    const { id } = await postWorkbook(jobs, { path: file.path, asOf });
    const done = async () => ['completed', 'failed'].includes((await jobStatus(jobs, id)).state);
    await until(async () => !started.isAlive() || (await done()), { patienceMs: hangMs, everyMs: 100 });
    if (started.isAlive()) {
      if (!(await done())) throw new Failed('hang', `${command} takes no job after its server was killed`);
      started.child.kill('SIGINT');
      const end = await endsWithin(started, wordsMs);
      if (end === null) throw new Failed('hang', `${command} is deaf to SIGINT after its server was killed`);
    } else if (started.said.err.trim() === '') {
      throw new Failed('ended', `${command} ended without a word after its server was killed`);
    }
  } finally {
    if (started.isAlive()) started.child.kill('SIGKILL');
    await started.ended;
    await close();
  }
  return await complete(context, place, file);
}
