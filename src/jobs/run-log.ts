import type { Progress } from '../ingestion/progress.js';
import type { IngestResult } from '../ingestion/result.js';
import type { Log } from '../platform/logging.js';

/** Tells the log how a run goes; from its record on, every line bears its number. */
export class RunLog {
  #log: Log;

  constructor(log: Log) {
    this.#log = log;
  }

  readonly onRun = (runId: number): void => {
    this.#log = this.#log.child({ run_id: runId });
    this.#log.info('run begins');
  };

  readonly onProgress = (progress: Progress): void => {
    if (progress.kind === 'stage') this.#log.info({ stage: progress.stage }, 'stage begins');
    // The message of the warning is written for people and may name a file, so it is not logged.
    if (progress.kind === 'warning') this.#log.warn('run warns');
  };

  readonly end = ({ status, data_version }: IngestResult): void => {
    this.#log.info({ status, data_version }, 'run ends');
  };

  readonly fail = (error: unknown): void => {
    this.#log.warn({ err: error }, 'run failed');
  };
}
