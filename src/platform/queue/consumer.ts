import { setTimeout as sleep } from 'node:timers/promises';
import { UnrecoverableError, WaitingError } from 'bullmq';
import { jobFailure } from '../errors/job.js';
import type { FailureKind } from '../errors/kinds.js';
import { ProdplanError } from '../errors.js';
import {
  type BullJob,
  type BullQueue,
  type BullWorker,
  newQueue,
  newWorker,
  type QueueBackend,
} from './backend.js';
import { encodeError, publicId } from './job.js';

/** What a job in hand may use. */
export interface JobInHand {
  readonly id: string;
  readonly name: string;
  readonly params: unknown;
  /** What an earlier start of this job told last; null where there was none. */
  readonly checkpoint: unknown;
  /** Somebody wants the job stopped, or this worker is to end. */
  readonly signal: AbortSignal;
  /** Kept with the job: whoever looks sees it, and the next start of the job is given it. */
  progress(checkpoint: unknown): Promise<void>;
}

export interface ConsumerOptions {
  readonly concurrency?: number;
  /** A worker that has given no sign of life for so long is taken for dead, and its jobs go to others. */
  readonly missedAfterMs?: number;
  /** What this worker is called in the records of its jobs. */
  readonly worker: string;
  run(job: JobInHand): Promise<unknown>;
  readonly onEnd?: (end: JobEnd) => void;
  /** The queue itself is in trouble: its server is away, a lock was lost. */
  readonly onTrouble: (error: unknown) => void;
}

export interface JobEnd {
  readonly id: string;
  readonly name: string;
  readonly outcome: 'completed' | 'failed' | 'retried' | 'cancelled' | 'handed_back';
  readonly error: unknown;
  readonly seconds: number;
}

const missedAfterMs = 15_000;
const cancelLookMs = 1_000;
/** How long a try that failed for a passing reason waits before it says so. */
const retryMs = 5_000;
/** If so many workers have died while they ran a job, the job itself is taken for the cause. */
const mostDeaths = 5;

const handBack = Symbol('hand back');
const cancelled = Symbol('cancelled');

interface InHand {
  readonly job: BullJob;
  readonly token: string;
  readonly controller: AbortController;
}

/** Takes the jobs of one queue and runs them, until it is stopped. */
export class Consumer {
  readonly #queueName: string;
  readonly #options: ConsumerOptions;
  readonly #worker: BullWorker;
  readonly #queue: BullQueue;
  readonly #inHand = new Map<string, InHand>();
  readonly #cancelTimer: NodeJS.Timeout;
  #stopping = false;

  constructor(backend: QueueBackend, queueName: string, options: ConsumerOptions) {
    this.#queueName = queueName;
    this.#options = options;
    this.#queue = newQueue(backend, queueName);
    const lockMs = options.missedAfterMs ?? missedAfterMs;
    this.#worker = newWorker(backend, queueName, (job, token) => this.#process(job, token), {
      name: options.worker,
      concurrency: options.concurrency ?? 1,
      lockDuration: lockMs,
      lockRenewTime: lockMs / 3,
      stalledInterval: lockMs / 3,
      maxStalledCount: mostDeaths,
      runRetryDelay: 2_000,
    });
    this.#worker.on('error', (error) => options.onTrouble(error));
    this.#cancelTimer = setInterval(() => void this.#lookForCancels(), cancelLookMs);
  }

  /**
   * Takes no more jobs, tells those in hand to stop, and gives back to the queue whatever has not ended by itself. It
   * answers after `patienceMs` at the latest; what still runs then runs on until the process ends.
   */
  async stop(patienceMs: number): Promise<void> {
    this.#stopping = true;
    clearInterval(this.#cancelTimer);
    for (const { controller } of this.#inHand.values()) controller.abort(handBack);
    const ended = this.#worker.close();
    await Promise.race([ended, sleep(patienceMs, undefined, { ref: false })]);
    for (const { job, token } of this.#inHand.values()) await job.moveToWait(token).catch(() => {});
    await Promise.race([this.#worker.close(), sleep(500)]);
    await this.#queue.close();
  }

  async #process(job: BullJob, token: string): Promise<unknown> {
    const controller = new AbortController();
    const id = job.id!;
    this.#inHand.set(id, { job, token, controller });
    if (this.#stopping) controller.abort(handBack);
    if (job.data.cancel) controller.abort(cancelled);
    const began = performance.now();
    const tell = (outcome: JobEnd['outcome'], error: unknown = null): void => {
      const seconds = (performance.now() - began) / 1000;
      this.#options.onEnd?.({ id: publicId(this.#queueName, id), name: job.name, outcome, error, seconds });
    };
    try {
      const result = await this.#run(job, controller.signal);
      tell('completed');
      return result;
    } catch (error) {
      return await this.#fail(job, token, controller.signal, error, tell);
    } finally {
      this.#inHand.delete(id);
    }
  }

  async #run(job: BullJob, signal: AbortSignal): Promise<unknown> {
    signal.throwIfAborted();
    return await this.#options.run({
      id: publicId(this.#queueName, job.id!),
      name: job.name,
      params: job.data.params,
      checkpoint: job.progress === 0 ? null : job.progress,
      signal,
      progress: (checkpoint) => job.updateProgress(checkpoint as object),
    });
  }

  /** What BullMQ is told of a job that threw: it waits again, is tried again, or has failed for good. */
  async #fail(
    job: BullJob,
    token: string,
    signal: AbortSignal,
    error: unknown,
    tell: (outcome: JobEnd['outcome'], error?: unknown) => void,
  ): Promise<never> {
    if (signal.reason === handBack) {
      await job.moveToWait(token);
      tell('handed_back');
      throw new WaitingError();
    }
    if (signal.reason === cancelled) {
      tell('cancelled');
      throw new UnrecoverableError(encodeError(jobFailure('CANCELLED', { begun: true })));
    }
    const last = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    if (!isPassing(error) || last) {
      tell('failed', error);
      throw new UnrecoverableError(encodeError(error));
    }
    tell('retried', error);
    await sleep(retryMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return await this.#fail(job, token, signal, error, tell);
    throw new Error(encodeError(error));
  }

  async #lookForCancels(): Promise<void> {
    for (const [id, { controller }] of this.#inHand) {
      const job = await this.#queue.getJob(id).catch(() => undefined);
      if (job?.data.cancel === true) controller.abort(cancelled);
    }
  }
}

const passing: readonly FailureKind[] = ['system', 'unavailable', 'locked'];

/**
 * A job is tried again only if the failure may pass: a server that was away may be back, and a standby may be
 * promoted. A wrong file stays wrong.
 */
function isPassing(error: unknown): boolean {
  if (!(error instanceof ProdplanError)) return true;
  return passing.includes(error.kind) || error.code === 'READ_ONLY_SERVER';
}
