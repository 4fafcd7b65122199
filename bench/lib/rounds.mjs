import { seconds } from './format.mjs';
import { Samples } from './samples.mjs';

/**
 * Runs all steps in turn, one warm-up round and then the counted ones, so that a machine that slows down does so for
 * all. Another reader that fails is reported as failed; a failure of our own ends the benchmark.
 */
export async function runRounds(steps, { runs, peerRuns }, isStopped) {
  const samples = new Samples();
  for (let round = 0; round <= runs; round++) {
    for (const step of steps) {
      if (isStopped()) throw new Error('stopped');
      if (step.isPeer && (round > peerRuns || samples.failure(step.ids[0]) !== null)) continue;
      await runStep(step, round, runs, samples);
    }
  }
  return { samples };
}

async function runStep(step, round, runs, samples) {
  const warmUp = round === 0;
  try {
    for (const [id, sample] of await step.run({ warmUp })) {
      console.error(`${warmUp ? 'warm-up' : `${round}/${runs}`}  ${id}  ${seconds(sample.wallSeconds)}`);
      if (warmUp) samples.watch(id, sample.serverMb ?? null);
      else samples.add(id, sample);
    }
  } catch (error) {
    if (!step.isPeer) throw new Error(`${step.ids[0]}: ${error.message}`, { cause: error });
    console.error(`${step.ids[0]} failed: ${error.message}`);
    samples.fail(step.ids[0], error.message);
  }
}
