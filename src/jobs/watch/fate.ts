import { readIngested } from '../../ingestion/run.js';
import type { Database } from '../../platform/database.js';
import { jobFailure } from '../../platform/errors/job.js';
import { type RecordedFailure, recordOf } from '../../platform/errors.js';
import { runLockHolder } from '../../platform/locks/index.js';
import type { JobRecord } from '../../platform/queue/index.js';
import { findPost } from '../workbooks/stored.js';

/** The workbook of a watched folder, and the job that was posted for it. */
export interface PostedFile {
  readonly id: string;
  readonly workbook_sha256: string;
  /** The newest run when the job was posted. */
  readonly afterRun: number;
}

/**
 * What became of it when the queue does not know the job any more: as it ended, where it did; `running` where its run still goes on; `lost` where nobody is going to
 * do it, because the queue lost its data. The database tells: it keeps the runs, and the workbook until it is dealt with.
 */
export async function fateOf(
  database: Database,
  posted: PostedFile,
): Promise<JobRecord | 'running' | 'lost'> {
  const run = await findRun(database, posted);
  if (run?.status === 'running' && (await runLockHolder(database.pool)) !== null) return 'running';
  if ((await findPost(database, posted.workbook_sha256)) !== null) return 'lost';
  if (run === null || run.status === 'running') return jobRecordOf(posted, cancelled, null);
  if (run.status === 'failed') return jobRecordOf(posted, run.error, run);
  return jobRecordOf(posted, null, run, (await readIngested(database.pool, run.run_id)).result);
}

interface Run {
  readonly run_id: number;
  readonly status: 'running' | 'completed' | 'unchanged' | 'failed';
  readonly error: RecordedFailure;
  readonly started_at: Date;
  readonly finished_at: Date;
}

async function findRun({ pool }: Database, { workbook_sha256, afterRun }: PostedFile): Promise<Run | null> {
  const { rows } = await pool.query<Run>(
    `SELECT run_id, status, started_at, finished_at,
            jsonb_build_object('kind', error_kind, 'code', error_code, 'message', error_message, 'remedy', error_remedy,
              'in_english', CASE WHEN error_message_en IS NOT NULL THEN jsonb_build_object('message', error_message_en, 'remedy', error_remedy_en) END) AS error
     FROM ingestion_runs WHERE kind = 'ingest' AND workbook_sha256 = $1 AND run_id > $2 ORDER BY run_id DESC LIMIT 1`,
    [workbook_sha256, afterRun],
  );
  return rows[0] ?? null;
}

/** 0 where there is none yet. */
export async function newestRun({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ run: number }>(
    'SELECT coalesce(max(run_id), 0) AS run FROM ingestion_runs',
  );
  return rows[0]!.run;
}

/** One that was cancelled while it waited has left no trace, and its workbook is kept no longer. */
const cancelled = recordOf(jobFailure('CANCELLED', { begun: false }));

function jobRecordOf(
  { id, workbook_sha256 }: PostedFile,
  error: RecordedFailure | null,
  run: Run | null,
  result: unknown = null,
): JobRecord {
  const now = new Date();
  const [began, ended] = [run?.started_at ?? null, run?.finished_at ?? now].map(moment);
  return {
    id,
    name: 'ingest_workbook',
    state: error === null ? 'completed' : 'failed',
    params: { workbook_sha256 },
    progress: null,
    result,
    error,
    cancelling: false,
    starts: run === null ? 0 : 1,
    worker: null,
    schedule: null,
    posted_at: began ?? ended!,
    due_at: null,
    started_at: began ?? null,
    finished_at: ended ?? null,
  };
}

/** In whichever type the driver returns a moment. */
function moment(given: Date | string | null): string | null {
  return given === null ? null : new Date(given).toISOString();
}
