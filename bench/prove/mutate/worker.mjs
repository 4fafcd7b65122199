import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { chancesOf } from '../lib/random.mjs';
import { makeBases } from './bases.mjs';
import { readMutant } from './outcomes.mjs';

// Tries cases one after the other until it is told to stop. The number of the case in hand stands in shared memory, so
// that whoever watches knows which one it was if this thread never comes back.
const { seed, first, only, shared, scratch } = workerData;
const [inHand, stop] = [0, 1];
const state = new Int32Array(shared);
const reportEvery = 2_000;
const mostBytes = 1 << 30;

const bases = makeBases();
const file = join(scratch, 'mutant.xlsx');
let counts = {};
let largestBytes = 0;
let number = first;

do {
  Atomics.store(state, inHand, number);
  const read = await readMutant(bases, chancesOf(seed, number), file);
  judge(number, read);
  number++;
  if (number % reportEvery === 0) report();
} while (!only && Atomics.load(state, stop) === 0);
report();

function judge(of, { kind, mutant, byItself, general, fast }) {
  count(`mutants, ${kind}`);
  const reachesRow = kind !== 'texts' && byItself.rows.length > 0;
  if (reachesRow) count('reach a row');
  if (fast > 0) count('reach the fast path');
  const failed = (what, detail) => parentPort.postMessage({ failed: { number: of, what, detail, mutant } });
  for (const one of [byItself, general])
    if (one.crash !== undefined) failed('crash', `${kind}: ${one.crash}`);
  if (byItself.crash !== undefined || general.crash !== undefined) return;
  const [isRead, isReadGenerally] = [byItself.code === undefined, general.code === undefined];
  if (isRead && isReadGenerally) {
    count('read by both paths');
    const at = byItself.rows.findIndex((row, place) => row !== general.rows[place]);
    if (at >= 0 || byItself.rows.length !== general.rows.length)
      failed('difference between the paths', `${kind}: ${byItself.rows.at(at)} / ${general.rows.at(at)}`);
  } else if (isRead !== isReadGenerally) {
    failed(
      'one path reads what the other refuses',
      `${kind}: ${byItself.code ?? 'read'} / general ${general.code ?? 'read'}`,
    );
  } else {
    count(`refused: ${byItself.code}`);
  }
}

function count(name) {
  counts[name] = (counts[name] ?? 0) + 1;
}

function report() {
  const { heapUsed, external } = process.memoryUsage();
  largestBytes = Math.max(largestBytes, heapUsed + external);
  if (largestBytes > mostBytes) {
    parentPort.postMessage({
      failed: { number, what: 'memory', detail: `${largestBytes} bytes are held`, mutant: null },
    });
    largestBytes = 0;
  }
  parentPort.postMessage({ counts, next: number, largestBytes });
  counts = {};
}
