import { randomBytes } from 'node:crypto';
import { askBackend, type BullQueue, newQueue, oneAfterTheOther, type QueueBackend } from './backend.js';
import { type JobRecord, type JobState, jobRecordOf, jobStates, publicId } from './job.js';

export interface Post {
  readonly name: string;
  readonly params: unknown;
  /** While a job with this key waits or runs, it is the answer to every post with the key. */
  readonly key: string;
  /** Jobs with a smaller number go first, whenever they were posted; 1 to 2 097 151. */
  readonly rank?: number;
  readonly delayMs?: number;
}

export interface Schedule {
  readonly id: string;
  readonly name: string;
  readonly params: unknown;
  /** As in cron: minute, hour, day, month, weekday. */
  readonly pattern: string;
  readonly timeZone: string;
}

export interface ScheduleRecord extends Schedule {
  readonly next_at: string | null;
}

export type Cancelled = 'removed' | 'asked' | 'ended' | 'unknown';

export type Depth = Readonly<Record<JobState, number>>;

/** How long ended jobs are remembered. */
const retainDone = { age: 7 * 86_400, count: 2_000 };
const retainFailed = { age: 30 * 86_400, count: 2_000 };

/** One queue, seen from those who post to it and look at it. */
export class JobQueue {
  readonly name: string;
  readonly #backend: QueueBackend;
  readonly #queue: BullQueue;

  constructor(backend: QueueBackend, name: string) {
    this.name = name;
    this.#backend = backend;
    this.#queue = newQueue(backend, name);
  }

  /** Posts a job, or finds the one that waits or runs under the same key. */
  async post({ name, params, key, rank, delayMs }: Post): Promise<{ id: string; isNew: boolean }> {
    return await this.#oneAfterTheOther(key, async () => {
      const known = await this.#queue.getDeduplicationJobId(key);
      const job = await this.#queue.add(
        name,
        { params },
        {
          ...jobOptions,
          jobId: newId(),
          deduplication: { id: key },
          ...(rank === undefined ? {} : { priority: rank }),
          ...(delayMs === undefined ? {} : { delay: delayMs }),
        },
      );
      return { id: publicId(this.name, job.id!), isNew: job.id !== known };
    });
  }

  async find(id: string): Promise<JobRecord | null> {
    // The state is read first: a job that ends between the two questions is then shown as still running, never as
    // ended without a time.
    const state = await this.#ask(() => this.#queue.getJobState(id));
    const job = await this.#ask(() => this.#queue.getJob(id));
    return job === undefined || state === 'unknown' ? null : jobRecordOf(this.name, job, ourState(state));
  }

  /** The newest jobs in these states, the youngest first. */
  async list(states: readonly JobState[], limit: number): Promise<JobRecord[]> {
    const found = await Promise.all(
      states.map(async (state) => {
        const jobs = await this.#ask(() =>
          this.#queue.getJobs(bullStates[state] as never, 0, limit - 1, false),
        );
        return jobs.filter((job) => job?.id).map((job) => jobRecordOf(this.name, job, state));
      }),
    );
    return found
      .flat()
      .sort((a, b) => (a.posted_at < b.posted_at ? 1 : -1))
      .slice(0, limit);
  }

  /** What waits is taken away; what runs is told to stop by the worker that runs it. */
  async cancel(id: string): Promise<Cancelled> {
    return await this.#ask(() => this.#cancel(id));
  }

  async #cancel(id: string): Promise<Cancelled> {
    const job = await this.#queue.getJob(id);
    if (job === undefined) return 'unknown';
    if (['completed', 'failed'].includes(await job.getState())) return 'ended';
    if (job.repeatJobKey === undefined && (await this.#queue.remove(id)) === 1) return 'removed';
    await job.updateData({ ...job.data, cancel: true });
    return 'asked';
  }

  async depth(): Promise<Depth> {
    const counts = await this.#ask(() =>
      this.#queue.getJobCounts(...(Object.values(bullStates).flat() as never[])),
    );
    return Object.fromEntries(
      jobStates.map((state) => [state, sum(bullStates[state].map((one) => counts[one] ?? 0))]),
    ) as Depth;
  }

  /** Makes the queue's schedules these, and touches none that is already so: a run that is due must not be lost. */
  async declareSchedules(wanted: readonly Schedule[]): Promise<void> {
    await this.#oneAfterTheOther('schedules', async () => {
      const kept = new Map((await this.schedules()).map((one) => [one.id, one]));
      for (const one of wanted) {
        if (!isSame(kept.get(one.id), one)) await this.#declareSchedule(one);
        kept.delete(one.id);
      }
      for (const id of kept.keys()) await this.#queue.removeJobScheduler(id);
    });
  }

  async schedules(): Promise<ScheduleRecord[]> {
    const found = await this.#ask(() => this.#queue.getJobSchedulers(0, -1, true));
    return found.map((one) => ({
      id: one.key,
      name: one.name,
      params: one.template?.data?.params ?? {},
      pattern: one.pattern ?? '',
      timeZone: one.tz ?? '',
      next_at: one.next === undefined ? null : new Date(one.next).toISOString(),
    }));
  }

  /**
   * Gives all jobs that are marked as running back to the queue. Only the leader of the queue may call it, because
   * only the leader knows that no worker runs them.
   */
  async takeBackActive(): Promise<string[]> {
    const active = await this.#ask(() => this.#queue.getActive());
    for (const job of active) await this.#ask(() => job.moveToWait('0'));
    return active.map((job) => publicId(this.name, job.id!));
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }

  /** Throws `REDIS_UNREACHABLE` where that is why there is no answer. */
  async #ask<T>(ask: () => Promise<T>): Promise<T> {
    return await askBackend(this.#backend, ask);
  }

  async #oneAfterTheOther<T>(key: string, work: () => Promise<T>): Promise<T> {
    return await this.#ask(() => oneAfterTheOther(this.#backend, `${this.name} ${key}`, work));
  }

  async #declareSchedule({ id, name, params, pattern, timeZone }: Schedule): Promise<void> {
    await this.#queue.upsertJobScheduler(
      id,
      { pattern, tz: timeZone },
      { name, data: { params }, opts: jobOptions },
    );
  }
}

/**
 * BullMQ repeats a failed try at once. So a try that fails for a reason that may pass waits before it reports the
 * failure.
 */
export const jobOptions = { attempts: 3, removeOnComplete: retainDone, removeOnFail: retainFailed } as const;

/** What BullMQ calls our states: a job with a rank is `prioritized`, not `waiting`. */
const bullStates: Readonly<Record<JobState, readonly string[]>> = {
  waiting: ['waiting', 'prioritized', 'paused'],
  delayed: ['delayed'],
  active: ['active'],
  completed: ['completed'],
  failed: ['failed'],
};

function ourState(state: string): JobState {
  return jobStates.find((one) => bullStates[one].includes(state)) ?? 'waiting';
}

/**
 * BullMQ counts its jobs with a sequence that a server at `wal_level = minimal` takes back when it crashes: a number is
 * then given twice, and the second job is silently dropped. So they get names that were never given before.
 */
function newId(): string {
  return `j${BigInt(`0x${randomBytes(6).toString('hex')}`).toString(36)}`;
}

function isSame(kept: Schedule | undefined, wanted: Schedule): boolean {
  return (
    kept !== undefined &&
    kept.name === wanted.name &&
    kept.pattern === wanted.pattern &&
    kept.timeZone === wanted.timeZone &&
    JSON.stringify(kept.params) === JSON.stringify(wanted.params)
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
