import type { JobRecord, JobState, ScheduleRecord } from '../platform/queue/index.js';
import type { Jobs, Posted } from './jobs.js';

export type { JobRecord, JobState, ScheduleRecord } from '../platform/queue/index.js';
export { jobStates } from '../platform/queue/index.js';
export { declaredJobs } from './declared.js';
export type { Job, JobContext } from './job.js';
export { Jobs, type Posted, unknownId } from './jobs.js';
export { type JobName, jobNames } from './names.js';
export type { IngestProgress } from './sheet-progress.js';
export { prepareFolder } from './watch/folder.js';
export { type WatchOptions, watchFolder } from './watch/watch.js';
export { type PostedWorkbook, postWorkbook, type WorkbookPost } from './workbooks/post.js';
export { type JobWorker, schedulesOf, startJobWorker, type WorkerOptions, workerNeed } from './worker.js';

/** Posts a job, or finds the one that waits or runs under the same key. Throws `UNKNOWN_JOB` and `BAD_PARAMS`. */
export function postJob(jobs: Jobs, name: string, params: unknown = {}): Promise<Posted> {
  return jobs.post(name, params);
}

/** The newest jobs first. */
export function listJobs(
  jobs: Jobs,
  wanted: { states?: readonly JobState[]; limit?: number } = {},
): Promise<JobRecord[]> {
  return jobs.list(wanted);
}

/** Throws `UNKNOWN_JOB_ID`. */
export function jobStatus(jobs: Jobs, id: string): Promise<JobRecord> {
  return jobs.status(id);
}

/** `removed`: it waited and is gone; `asked`: it runs, and its worker is told; `ended`: there was nothing to stop. */
export function cancelJob(jobs: Jobs, id: string): Promise<'removed' | 'asked' | 'ended'> {
  return jobs.cancel(id);
}

export function listSchedules(jobs: Jobs): Promise<ScheduleRecord[]> {
  return jobs.schedules();
}
