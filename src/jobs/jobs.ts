import type { Database } from '../platform/database.js';
import { jobFailure } from '../platform/errors/job.js';
import type { ProdplanError } from '../platform/errors.js';
import {
  type Cancelled,
  hasLeader,
  JobQueue,
  type JobRecord,
  type JobState,
  jobStates,
  type QueueBackend,
  queueBackend,
  queueExists,
  type ScheduleRecord,
} from '../platform/queue/index.js';
import { declaredJobs } from './declared.js';
import type { Job, QueueName } from './job.js';
import { type JobName, jobNames } from './names.js';
import { findPost, release } from './workbooks/stored.js';

export interface Posted {
  readonly id: string;
  /** False: such a job already waited or ran, and this is it. */
  readonly isNew: boolean;
}

export const queueNames: readonly QueueName[] = ['ingest', 'maintenance'];

/** The queues, for whoever posts jobs and looks at them. */
export class Jobs {
  readonly database: Database;
  readonly backend: QueueBackend;
  readonly #queues: Readonly<Record<QueueName, JobQueue>>;

  private constructor(database: Database, backend: QueueBackend) {
    this.database = database;
    this.backend = backend;
    this.#queues = {
      ingest: new JobQueue(backend, 'ingest'),
      maintenance: new JobQueue(backend, 'maintenance'),
    };
  }

  static async open(database: Database): Promise<Jobs> {
    return new Jobs(database, await queueBackend(database));
  }

  /** For whoever only looks: makes no queue. Null where there is none yet, and so no job either. */
  static async openToRead(database: Database): Promise<Jobs | null> {
    return (await queueExists(database)) ? await Jobs.open(database) : null;
  }

  /** Throws `UNKNOWN_JOB` and `BAD_PARAMS`. */
  async post(name: string, given: unknown = {}): Promise<Posted> {
    const job = declaredJob(name);
    const params = checkParams(job, given);
    const rank = job.rank?.(params);
    return await this.queue(job.queue).post({
      name: job.name,
      params,
      key: `${job.name} ${job.key?.(params) ?? JSON.stringify(params)}`,
      ...(rank === undefined ? {} : { rank }),
    });
  }

  /** The newest jobs first. */
  async list({
    states = jobStates,
    limit = 50,
  }: {
    states?: readonly JobState[];
    limit?: number;
  } = {}): Promise<JobRecord[]> {
    const found = await Promise.all(queueNames.map((name) => this.queue(name).list(states, limit)));
    return found
      .flat()
      .sort((a, b) => (a.posted_at < b.posted_at ? 1 : -1))
      .slice(0, limit);
  }

  /** Throws `UNKNOWN_JOB_ID`. */
  async status(id: string): Promise<JobRecord> {
    const { queue, bare } = this.#place(id);
    const job = await queue.find(bare);
    if (job === null) throw unknownId(id);
    return job;
  }

  /** Throws `UNKNOWN_JOB_ID`. */
  async cancel(id: string): Promise<Exclude<Cancelled, 'unknown'>> {
    const { queue, bare } = this.#place(id);
    const { params } = await this.status(id);
    const workbook = await this.#workbookOf(params);
    const cancelled = await queue.cancel(bare);
    if (cancelled === 'unknown') throw unknownId(id);
    // No job is going to fetch the workbook any more. Deleting it also shows the watcher that the job was cancelled
    // and not lost.
    if (cancelled === 'removed' && workbook !== null)
      await release(this.database, workbook.sha256, workbook.postedAt, () =>
        this.isWantedByOthers({ id, params }),
      );
    return cancelled;
  }

  /**
   * Whether another job than this one waits or runs for the workbook of its parameters: the same may be posted with several
   * options, and is kept until the last of them has ended.
   */
  async isWantedByOthers({
    id,
    params,
  }: {
    readonly id: string;
    readonly params: unknown;
  }): Promise<boolean> {
    const sha256 = workbookIn(params);
    if (sha256 === null) return false;
    const jobs = await this.queue('ingest').list(['waiting', 'delayed', 'active'], everyJob);
    return jobs.some((one) => one.id !== id && workbookIn(one.params) === sha256);
  }

  async #workbookOf(params: unknown): Promise<{ sha256: string; postedAt: string } | null> {
    const sha256 = workbookIn(params);
    if (sha256 === null) return null;
    const postedAt = await findPost(this.database, sha256);
    return postedAt === null ? null : { sha256, postedAt };
  }

  async schedules(): Promise<ScheduleRecord[]> {
    const found = await Promise.all(queueNames.map((name) => this.queue(name).schedules()));
    return found.flat();
  }

  /** How many jobs are in which state, over all queues; for metrics. */
  async depth(): Promise<Record<JobState, number>> {
    const depths = await Promise.all(queueNames.map((name) => this.queue(name).depth()));
    return Object.fromEntries(
      jobStates.map((state) => [state, depths.reduce((sum, one) => sum + one[state], 0)]),
    ) as Record<JobState, number>;
  }

  /** Whether a worker stands ready to take workbooks in. */
  async hasWorker(): Promise<boolean> {
    return await hasLeader(this.database, 'ingest');
  }

  queue(name: QueueName): JobQueue {
    return this.#queues[name];
  }

  async close(): Promise<void> {
    await Promise.all(
      queueNames.map((name) =>
        this.queue(name)
          .close()
          .catch(() => {}),
      ),
    );
    await this.backend.close().catch(() => {});
  }

  #place(id: string): { queue: JobQueue; bare: string } {
    const name = queueNames.find((one) => id.startsWith(`${one}-`));
    if (name === undefined) throw unknownId(id);
    return { queue: this.queue(name), bare: id.slice(name.length + 1) };
  }
}

const everyJob = 100_000;

function workbookIn(params: unknown): string | null {
  return (params as { workbook_sha256?: string } | null)?.workbook_sha256 ?? null;
}

export function declaredJob(name: string): Job {
  const known = jobNames.find((one) => one === name);
  if (known !== undefined) return declaredJobs[known];
  throw jobFailure('UNKNOWN_JOB', { name, known: jobNames });
}

function checkParams(job: Job, given: unknown): unknown {
  const parsed = job.params.safeParse(given);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []));
  const bad = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [] : [issue.path.join('.')]));
  throw jobFailure('BAD_PARAMS', { why: 'wrong', job: job.name, unknown, bad });
}

export function unknownId(id: string): ProdplanError {
  return jobFailure('UNKNOWN_JOB_ID', { id });
}

export type { JobName };
