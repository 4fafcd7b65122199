import { setTimeout as sleep } from 'node:timers/promises';

/** Where a kill falls: in any moment of the whole, or in one stage of the run, however short that is. */
const wanted = [
  [null, 30],
  ['extract', 22],
  ['merge', 16],
  ['derive', 6],
  ['reconcile', 4],
  ['check', 8],
  ['aggregate', 9],
  ['publish', 5],
];
const order = ['open', 'extract', 'merge', 'derive', 'reconcile', 'check', 'aggregate', 'publish'];
const lookMs = 8;

/** `share`: how far into the stage, or into the whole, as it lasted the last time. */
export function drawMoment(chances) {
  return { stage: chances.weighted(wanted), share: chances.unit() };
}

/** How long each stage and the whole lasted when nobody disturbed them. */
export class Durations {
  #wholeMs = 2_000;
  #stages = {};

  learn(wholeMs, seconds) {
    this.#wholeMs = wholeMs;
    if (seconds !== null) this.#stages = seconds;
  }

  get wholeMs() {
    return this.#wholeMs;
  }

  stageMs(stage) {
    return (this.#stages[stage] ?? 0.05) * 1000;
  }
}

/** Waits for the moment, or for the end of the process that was to be killed in it. */
export async function waitFor({ stage, share }, { place, before, isAlive, durations }) {
  if (stage === null) return await pause(share * durations.wholeMs * 1.05, isAlive);
  for (;;) {
    if (!isAlive()) return;
    const run = await place.look();
    if (run !== null && run.run_id !== before?.run_id && order.indexOf(run.stage) >= order.indexOf(stage))
      break;
    await sleep(lookMs);
  }
  await pause(share * durations.stageMs(stage), isAlive);
}

async function pause(ms, isAlive) {
  for (const end = performance.now() + ms; performance.now() < end && isAlive(); )
    await sleep(Math.min(lookMs, Math.max(1, end - performance.now())));
}
