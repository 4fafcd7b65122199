import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { extractsFolder } from '../ingestion/extract/folder.js';
import type { Config } from '../platform/config.js';
import { type ConnectionNeed, queueSessions, runSessions } from '../platform/connections.js';
import type { Database } from '../platform/database.js';
import type { Log } from '../platform/logging.js';
import { observe } from '../platform/metrics.js';
import {
  Consumer,
  type ConsumerOptions,
  type JobEnd,
  type JobInHand,
  type Schedule,
  seekLeadership,
} from '../platform/queue/index.js';
import { declaredJobs } from './declared.js';
import type { JobContext, QueueName } from './job.js';
import { declaredJob, Jobs, queueNames } from './jobs.js';
import { troubleTeller } from './trouble.js';
import { removeLeftCopies } from './workbooks/stored.js';

export interface WorkerOptions {
  readonly database: Database;
  readonly config: Config;
  readonly log: Log;
  /** The queues, where the process has opened them already: it closes them then. */
  readonly jobs?: Jobs;
  /** How many jobs of maintenance it does at once; of ingestion there is one in the whole system. */
  readonly concurrency?: number;
  /** How often it looks whether the queue still knows its schedules. */
  readonly schedulesMs?: number;
}

/** What a worker opens at once: for the queue, its leadership, a run, and a session for each job of maintenance. */
export function workerNeed({ concurrency = 1, watchers = 0 } = {}): ConnectionNeed {
  return { sessions: queueSessions + 1 + watchers + runSessions + concurrency };
}

export interface JobWorker {
  readonly jobs: Jobs;
  /** Takes no more jobs and gives back those that do not end in time. */
  stop(patienceMs: number): Promise<void>;
}

/** Works on the jobs of this database until it is stopped, beside any number of others. */
export async function startJobWorker(options: WorkerOptions): Promise<JobWorker> {
  const { database, config, log } = options;
  const jobs = options.jobs ?? (await Jobs.open(database));
  await declareSchedules(jobs, config.timeZone);
  observe.queue(() => jobs.depth());
  const settings = consumerSettings(options, jobs);
  const stopKeeping = restoreLostSchedules(options, jobs, settings.onTrouble);
  const maintenance = new Consumer(jobs.backend, 'maintenance', {
    ...settings,
    concurrency: options.concurrency ?? 1,
  });
  let patienceMs = 0;
  const leaveLeadership = seekLeadership(database, {
    key: 'ingest',
    onTrouble: settings.onTrouble,
    onElected: async () => {
      // The leader before is gone: what it had in hand comes first again.
      for (const id of await jobs.queue('ingest').takeBackActive())
        log.warn({ job_id: id }, 'job taken back');
      const left = await removeLeftCopies(extractsFolder(config));
      if (left > 0) log.warn({ copies: left }, 'copies of workbooks removed that a killed worker had left');
      log.info({ queue: 'ingest' }, 'leads');
      const ingest = new Consumer(jobs.backend, 'ingest', settings);
      return async (lost) => {
        if (lost) log.warn({ queue: 'ingest' }, 'leadership lost');
        await ingest.stop(lost ? 0 : patienceMs);
      };
    },
  });
  log.info({ backend: jobs.backend.name, worker: settings.worker }, 'worker started');
  return {
    jobs,
    stop: async (patience) => {
      patienceMs = patience;
      await Promise.all([stopKeeping(), leaveLeadership(), maintenance.stop(patience)]);
      if (options.jobs === undefined) await jobs.close();
      log.info('worker stopped');
    },
  };
}

function consumerSettings({ database, config, log }: WorkerOptions, jobs: Jobs): ConsumerOptions {
  return {
    worker: `${hostname()}:${process.pid}`,
    run: (hand) => runJob({ database, config, log }, jobs, hand),
    onEnd: (end) => tell(log, end),
    onTrouble: troubleTeller(log, 'queue in trouble'),
  };
}

async function runJob(
  shared: Pick<WorkerOptions, 'database' | 'config' | 'log'>,
  jobs: Jobs,
  hand: JobInHand,
): Promise<unknown> {
  const job = declaredJob(hand.name);
  const log = shared.log.child({ job_id: hand.id, job: hand.name });
  log.info('job begins');
  const context: JobContext = {
    ...shared,
    log,
    signal: hand.signal,
    checkpoint: hand.checkpoint,
    progress: hand.progress,
    isWantedByOthers: () => jobs.isWantedByOthers(hand),
    post: async (name, params) => {
      await jobs.post(name, params);
    },
  };
  return await job.run(context, job.params.parse(hand.params));
}

function tell(log: Log, { id, name, outcome, error, seconds }: JobEnd): void {
  observe.job(name, outcome, seconds);
  const fields = { job_id: id, job: name, outcome, seconds };
  if (outcome === 'failed' || outcome === 'retried') log.warn({ ...fields, err: error }, 'job failed');
  else log.info(fields, 'job ends');
}

async function declareSchedules(jobs: Jobs, timeZone: string): Promise<void> {
  for (const queue of queueNames) await jobs.queue(queue).declareSchedules(schedulesOf(queue, timeZone));
}

const schedulesMs = 60_000;

/**
 * A Redis that came back empty has forgotten them, and nothing would go by the clock any more. Only what is missing is
 * put back: workers of two versions side by side do not undo each other's.
 */
function restoreLostSchedules(
  { config, log, schedulesMs: everyMs = schedulesMs }: WorkerOptions,
  jobs: Jobs,
  onTrouble: (error: unknown) => void,
): () => Promise<void> {
  const restore = async (): Promise<void> => {
    const kept = new Set((await jobs.schedules()).map(({ id }) => id));
    if (queueNames.every((queue) => schedulesOf(queue, config.timeZone).every(({ id }) => kept.has(id))))
      return;
    await declareSchedules(jobs, config.timeZone);
    log.warn('schedules restored: the queue had lost them');
  };
  const stop = new AbortController();
  const { signal } = stop;
  const lookAgain = async (): Promise<void> => {
    // One look at a time: a server that is slow to answer is not asked by more and more.
    while (!signal.aborted) {
      await sleep(everyMs, undefined, { signal, ref: false }).catch(() => {});
      if (!signal.aborted) await restore().catch(onTrouble);
    }
  };
  const ended = lookAgain();
  // Its connections are to be given back before they are closed.
  return async () => {
    stop.abort();
    await ended;
  };
}

/** The schedules of a queue, as they are declared. */
export function schedulesOf(queue: QueueName, timeZone: string): Schedule[] {
  return Object.values(declaredJobs)
    .filter((job) => job.queue === queue && job.schedule !== undefined)
    .map((job) => ({
      id: job.name,
      name: job.name,
      params: job.params.parse({}),
      pattern: job.schedule!,
      timeZone,
    }));
}
