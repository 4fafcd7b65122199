import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { kept } from '../lib/record.mjs';

/** Processor time that no mutant takes a hundredth of; what does has hung. A busy machine does not change it. */
const hangMs = 30_000;
const lookMs = 500;
/** So many of a kind are kept; more say nothing new. */
const retainedFailures = 40;

export const mutate = {
  name: 'mutate',
  about: `Small workbooks, half of them as Excel writes them and half from the grammar of \`shapes\`, with one to three changes
each: of bytes, of elements and attributes, of archives; where XML is changed, sizes and checksums are made right again,
so that the mutant reaches the parser. Each is read by itself (fast path where it fits) and once more by the general
path alone, whole or cut into chunks, in a thread that is watched: a mutant that takes ${hangMs / 1000} s of processor time has hung. An error that is
none of the reader's own is a crash.`,
  run,
  rows,
};

async function run(context) {
  const { record, only, rest } = context;
  if (only !== null) return await watch(context, only);
  let next = record.nextCase;
  while (rest()) {
    next = await watch(context, next);
    record.skipTo(next);
    record.save();
  }
}

/** Runs one thread until the time is over or it hangs; answers which case comes next. */
async function watch({ record, seed, scratch, commit, only, rest }, first) {
  const shared = new SharedArrayBuffer(8);
  const state = new Int32Array(shared);
  state[0] = first;
  const workerData = { seed, first, only: only !== null, shared, scratch };
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: 1024 },
  });
  let next = first;
  let ended = false;
  const end = once(worker, 'exit').then(() => {
    ended = true;
  });
  worker.on('error', (error) => record.fail(state[0], 'crash', `the thread ended: ${error.stack}`, commit));
  worker.on('message', (message) => {
    if (message.failed !== undefined) return recordFailure(record, seed, message.failed, commit);
    for (const [name, times] of Object.entries(message.counts)) record.count(name, times);
    record.most('bytes held', message.largestBytes);
    next = message.next;
    record.skipTo(next);
  });
  let [seen, since] = [-1, usedMs()];
  while (!ended) {
    await Promise.race([end, sleep(lookMs)]);
    if (!rest()) Atomics.store(state, 1, 1);
    const now = Atomics.load(state, 0);
    if (now !== seen) [seen, since] = [now, usedMs()];
    if (ended || usedMs() - since < hangMs) continue;
    record.fail(seen, 'hang', `no end within ${hangMs / 1000} s`, commit);
    await worker.terminate();
    return seen + 1;
  }
  return Math.max(next, ended && state[0] >= next ? state[0] + 1 : next);
}

/** Of this process with all its threads. */
function usedMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function recordFailure(record, seed, { number, what, detail, mutant }, commit) {
  const before = record.failures.filter((one) => one.what === what).length;
  if (before >= retainedFailures) return record.count(`more: ${what}`);
  if (mutant !== null) {
    mkdirSync(kept, { recursive: true });
    writeFileSync(join(kept, `mutate-${seed}-${number}.bin`), mutant);
  }
  record.fail(number, what, detail, commit);
}

function rows(record) {
  const kinds = record.countedUnder('mutants, ');
  const all = kinds.reduce((sum, [, times]) => sum + times, 0);
  const reach = record.counted('reach a row');
  return [
    ['mutants, each read by both paths', all, 'at least 1,000,000'],
    ...kinds.map(([kind, times]) => [`of them: ${kind}`, times, '']),
    ['reach a row', reach, 'at least 30 %'],
    ['reach a row, % of all', all === 0 ? 0 : Math.floor((100 * reach) / all), 'at least 30'],
    ['reach the fast path', record.counted('reach the fast path'), ''],
    ['read to the end by both paths', record.counted('read by both paths'), ''],
    ...record.countedUnder('refused: ').map(([code, times]) => [`refused as ${code}`, times, '']),
    ...record
      .countedUnder('more: ')
      .map(([what, times]) => [`further failures of a kind, not kept: ${what}`, times, '']),
  ];
}
