import { observe } from '../platform/metrics.js';
import type { Stage } from './progress.js';
import { enterStage } from './records/runs.js';
import type { RunContext } from './run-context.js';

/** Records how long each stage took, and tells where the run is. */
export class StageTimes {
  readonly seconds: Record<string, number> = {};
  readonly #context: RunContext;
  #stage: Stage | null = null;
  #entered = performance.now();

  constructor(context: RunContext) {
    this.#context = context;
  }

  async enter(stage: Stage): Promise<void> {
    this.#close();
    this.#stage = stage;
    this.#context.onProgress({ kind: 'stage', stage, runId: this.#context.runId });
    await enterStage(this.#context.database.pool, this.#context.runId, stage, this.seconds);
  }

  /** The last stage ends where the run is published. */
  end(): void {
    this.#close();
  }

  #close(): void {
    const now = performance.now();
    if (this.#stage !== null) {
      this.seconds[this.#stage] = (now - this.#entered) / 1000;
      observe.stage(this.#stage, this.seconds[this.#stage]!);
    }
    this.#stage = null;
    this.#entered = now;
  }
}
