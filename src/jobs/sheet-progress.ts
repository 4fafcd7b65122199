import type { Progress, Stage } from '../ingestion/progress.js';

/** What a job of ingestion tells of itself. */
export interface IngestProgress {
  readonly run_id: number | null;
  readonly stage: Stage | null;
  readonly sheets: Readonly<Record<string, { rows: number; read: boolean; merged: boolean }>>;
}

/** Gathers what a run tells and records it with the job, not more often than somebody can look. */
export class SheetProgressReporter {
  static readonly pauseMs = 500;
  readonly #record: (progress: IngestProgress) => Promise<void>;
  readonly #sheets: Record<string, { rows: number; read: boolean; merged: boolean }> = {};
  #runId: number | null = null;
  #stage: Stage | null = null;
  #recording: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | null = null;

  constructor(record: (progress: IngestProgress) => Promise<void>) {
    this.#record = record;
  }

  readonly onRun = (runId: number): void => {
    this.#runId = runId;
    this.#changed();
  };

  readonly onProgress = (progress: Progress): void => {
    if (progress.kind === 'stage') this.#stage = progress.stage;
    if (progress.kind === 'rows')
      this.#sheets[progress.sheet] = { rows: progress.rows, read: progress.done, merged: false };
    if (progress.kind === 'merged')
      this.#sheets[progress.sheet] = {
        ...(this.#sheets[progress.sheet] ?? { rows: 0, read: true }),
        merged: true,
      };
    this.#changed();
  };

  /** Records what has not been recorded yet. */
  async end(): Promise<void> {
    if (this.#timer !== null) this.#flush();
    await this.#recording;
  }

  #changed(): void {
    this.#timer ??= setTimeout(() => this.#flush(), SheetProgressReporter.pauseMs);
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const now: IngestProgress = {
      run_id: this.#runId,
      stage: this.#stage,
      sheets: structuredClone(this.#sheets),
    };
    // A run does not fail because nobody could be told how far it is.
    this.#recording = this.#recording.then(() => this.#record(now)).catch(() => {});
  }
}
