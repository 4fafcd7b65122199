import type { z } from 'zod';
import type { Config } from '../platform/config.js';
import type { Database } from '../platform/database.js';
import { runFailure } from '../platform/errors/run.js';
import type { Log } from '../platform/logging.js';
import type { JobName } from './names.js';

/** What a handler is given. */
export interface JobContext {
  readonly database: Database;
  readonly config: Config;
  /** The job is cancelled, or its worker is to end: stop at the next checkpoint and throw. */
  readonly signal: AbortSignal;
  readonly log: Log;
  /** What this job told last before its worker died or handed it back; null where it begins. */
  readonly checkpoint: unknown;
  /** Kept with the job, for whoever looks and for its next start. */
  progress(checkpoint: unknown): Promise<void>;
  /** Whether another job for the same workbook waits or runs. */
  isWantedByOthers(): Promise<boolean>;
  /** Posts another job. */
  post(name: JobName, params?: unknown): Promise<void>;
}

/** Jobs of the first queue run one at a time in the whole system, in the order of their rank. */
export type QueueName = 'ingest' | 'maintenance';

/** A job as it is declared: what it is called, what it may be given, when it runs by itself, and what it does. */
export interface Job<Params = unknown> {
  readonly name: JobName;
  /** For people, in Portuguese. */
  readonly about: string;
  readonly queue: QueueName;
  readonly params: z.ZodType<Params>;
  /** Jobs with the same key are one while one of them waits or runs; without it: the same name and parameters. */
  key?(params: Params): string;
  /** The smaller goes first. */
  rank?(params: Params): number;
  /** As in cron, in the factory's time zone. */
  readonly schedule?: string;
  run(context: JobContext, params: Params): Promise<unknown>;
}

/** Retains a declaration and forgets the type of its parameters; whoever runs it checks them against the schema first. */
export function declareJob<Params>(job: Job<Params>): Job {
  return job as unknown as Job;
}

/**
 * Work that was told to stop says so in its result. The queue takes every job that returns for ended, so this throws.
 */
export function mustHaveEnded<T extends { readonly status: string }>(result: T): T {
  if (result.status !== 'stopped') return result;
  throw runFailure('STOPPED', { what: 'job' });
}
