import { jobFailure } from '../errors/job.js';
import { runFailure } from '../errors/run.js';
import { messageOf, type RecordedFailure, recordOf } from '../errors.js';
import { explained } from '../explain.js';
import type { BullJob } from './backend.js';

export const jobStates = ['waiting', 'delayed', 'active', 'completed', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

/** A job as anybody may see it. */
export interface JobRecord {
  /** `ingest-j4f2k9`: the queue and the job's name in it. */
  readonly id: string;
  readonly name: string;
  readonly state: JobState;
  readonly params: unknown;
  /** What the job told of itself last; null before that. */
  readonly progress: unknown;
  readonly result: unknown;
  readonly error: RecordedFailure | null;
  /** Somebody asked for it to be stopped, and it has not ended yet. */
  readonly cancelling: boolean;
  /** How often it was begun: more than once where a worker died or handed it back. */
  readonly starts: number;
  readonly worker: string | null;
  /** What posts it by the clock; null: a person or a program did. */
  readonly schedule: string | null;
  readonly posted_at: string;
  /** When it becomes due, where that is later than its post. */
  readonly due_at: string | null;
  readonly started_at: string | null;
  readonly finished_at: string | null;
}

export function jobRecordOf(queue: string, job: BullJob, state: JobState): JobRecord {
  const ended = state === 'completed' || state === 'failed';
  return {
    id: publicId(queue, job.id!),
    name: job.name,
    state,
    params: job.data.params,
    progress: job.progress === 0 ? null : job.progress,
    result: state === 'completed' ? (job.returnvalue ?? null) : null,
    error: state === 'failed' ? decodeError(job.failedReason) : null,
    cancelling: !ended && job.data.cancel === true,
    starts: job.attemptsStarted,
    worker: job.processedBy ?? null,
    schedule: job.repeatJobKey ?? null,
    posted_at: moment(job.timestamp),
    due_at: state === 'delayed' && job.delay > 0 ? moment(toSecond(job.timestamp + job.delay)) : null,
    started_at: job.processedOn === undefined ? null : moment(job.processedOn),
    finished_at: ended && job.finishedOn !== undefined ? moment(job.finishedOn) : null,
  };
}

export function publicId(queue: string, id: string): string {
  return `${queue}-${id}`;
}

/** The queue keeps one text of a failure; ours holds what a person needs of it. */
export function encodeError(error: unknown): string {
  const failure = explained(error) ?? runFailure('UNEXPECTED', { reason: messageOf(error), inRun: false });
  return JSON.stringify(recordOf(failure));
}

function decodeError(text = ''): RecordedFailure {
  try {
    return JSON.parse(text) as RecordedFailure;
  } catch {
    // BullMQ itself gave up.
    return recordOf(
      text.includes('stalled')
        ? jobFailure('WORKERS_DIED')
        : runFailure('UNEXPECTED', { reason: text, inRun: false }),
    );
  }
}

/** The queue keeps the delay, from a moment of its own: their sum is some milliseconds off. */
function toSecond(ms: number): number {
  return Math.round(ms / 1000) * 1000;
}

function moment(ms: number): string {
  return new Date(ms).toISOString();
}
