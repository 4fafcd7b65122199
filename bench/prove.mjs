// npm run prove: tries to break what must never break, outside CI, and writes down what it tried. See --help.
import { makeScratch, remove } from './lib/homes.mjs';
import { commit } from './lib/machine.mjs';
import { http } from './prove/http/index.mjs';
import { kill } from './prove/kill/index.mjs';
import { killRunning } from './prove/lib/processes.mjs';
import { isOpen, Record } from './prove/lib/record.mjs';
import { mutate } from './prove/mutate/index.mjs';
import { readOptions } from './prove/options.mjs';
import { writeProof } from './prove/report.mjs';
import { servers } from './prove/servers/index.mjs';
import { shapes } from './prove/shapes/index.mjs';

const parts = [kill, mutate, shapes, http, servers];

const options = readOptions(
  process.argv.slice(2),
  parts.map(({ name }) => name),
);
const scratch = makeScratch(options.scratch);
const at = commit();
let stopped = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (!stopped) console.error('Stopping; what was done is kept.');
    stopped = true;
    killRunning();
  });
}

try {
  for (const part of parts.filter(({ name }) => options.parts.includes(name))) {
    if (!stopped)
      await (options.again ? tryAgain(part) : options.only === null ? tryNew(part) : tryOne(part));
  }
  if (options.write) writeProof(parts);
} finally {
  remove(scratch);
}

async function tryNew(part) {
  const release = Record.claim(part.name);
  const record = Record.open(part.name, options);
  const before = record.failures.length;
  const began = performance.now();
  const end = began + options.minutes * 60_000;
  console.error(`${part.name}: seed ${record.seed}, ${options.minutes} minutes`);
  try {
    await part.run(contextOf(record, { only: null, rest: () => !stopped && performance.now() < end }));
  } finally {
    // Without time nothing is tried: the page is only written anew.
    if (options.minutes > 0) record.ran({ seconds: (performance.now() - began) / 1000, commit: at });
    release();
    for (const [what, times] of part.rows(record)) console.error(`  ${what}: ${times}`);
  }
  if (record.failures.length > before) process.exitCode = 1;
}

/** Nothing is counted: a case that was picked says nothing about how often one fails. */
async function tryOne(part, number = options.only, seed = options.seed) {
  const record = Record.scratch(part.name, seed);
  await part.run(contextOf(record, { only: number, rest: () => !stopped }));
  const failed = record.failures.length > 0;
  console.error(`${part.name} --seed ${seed} --case ${number}: ${failed ? 'failed' : 'passed'}`);
  if (failed) process.exitCode = 1;
  return failed;
}

async function tryAgain(part) {
  const record = Record.read(part.name);
  for (const failure of record?.failures.filter(isOpen) ?? []) {
    if (stopped) return;
    const failed = await tryOne(part, failure.case, record.seed);
    if (!stopped) failure.again.push({ commit: at, failed });
    record.save();
  }
}

function contextOf(record, { only, rest }) {
  return {
    ...{ record, only, rest, scratch, commit: at },
    seed: record.seed,
    lanes: options.lanes,
    stopped: () => stopped,
  };
}
