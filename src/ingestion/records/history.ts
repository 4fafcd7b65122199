import type { Pool } from 'pg';
import { runFailure } from '../../platform/errors/run.js';
import { newestFencingNumber, runLockHolder } from '../../platform/locks/index.js';
import type { Stage } from '../progress.js';
import { diedOn } from './died.js';
import { readSheetRuns, type SheetRun } from './sheet-runs.js';

/** A run as people ask for it. */
export interface RunRecord {
  readonly run_id: number;
  readonly kind: 'ingest' | 'replay' | 'rollback';
  readonly source_run_id: number | null;
  readonly status: 'running' | 'completed' | 'unchanged' | 'failed';
  readonly stage: Stage;
  readonly source_name: string;
  readonly workbook_sha256: string | null;
  readonly as_of: string | null;
  readonly as_of_origin: 'flag' | 'workbook' | 'data' | null;
  readonly forced: boolean;
  readonly data_version: number | null;
  /** UTC */
  readonly started_at: string;
  readonly lasted_seconds: number | null;
  readonly rows: number;
  readonly host: string;
  readonly pid: number;
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly error_remedy: string | null;
  readonly error_message_en: string | null;
  readonly error_remedy_en: string | null;
}

const runRecord = `
  SELECT run_id, kind, source_run_id, status, stage, source_name, workbook_sha256, as_of, as_of_origin, forced, data_version,
    to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS started_at,
    extract(epoch FROM finished_at - started_at)::float8 AS lasted_seconds,
    coalesce((SELECT sum(s.rows) FROM ingestion_sheet_runs s WHERE s.run_id = r.run_id), 0)::int AS rows,
    host, pid, error_code, error_message, error_remedy, error_message_en, error_remedy_en
  FROM ingestion_runs r`;

/** The newest runs first; with `before`, those before that one. */
export async function readRuns(
  pool: Pool,
  limit: number,
  before: number | null = null,
): Promise<RunRecord[]> {
  const { rows } = await pool.query<RunRecord>(
    `${runRecord} WHERE $2::bigint IS NULL OR run_id < $2 ORDER BY run_id DESC LIMIT $1`,
    [limit, before],
  );
  return await withDeadRunsTold(pool, rows);
}

/** One run with its sheets. Throws `NO_SUCH_RUN`. */
export async function readRun(
  pool: Pool,
  runId: number,
): Promise<RunRecord & { readonly sheets: SheetRun[] }> {
  const { rows } = await pool.query<RunRecord>(`${runRecord} WHERE run_id = $1`, [runId]);
  if (rows[0] === undefined) {
    throw runFailure('NO_SUCH_RUN', { run: runId });
  }
  const [record] = await withDeadRunsTold(pool, [rows[0]]);
  return { ...record!, sheets: [...(await readSheetRuns(pool, runId)).values()] };
}

/**
 * A run whose process or database died stays recorded as running. A live run holds the lock from before its record is
 * written until after it has ended, so a run that is recorded as running without holding the lock, at two looks in a
 * row, is dead. It is shown in the way in which the next run will record it.
 */
async function withDeadRunsTold(pool: Pool, found: RunRecord[]): Promise<RunRecord[]> {
  const running = found.filter(({ status }) => status === 'running').map(({ run_id }) => run_id);
  if (running.length === 0) return found;
  const dead = await withoutLock(pool, running);
  if (dead.length === 0) return found;
  const { rows } = await pool.query<RunRecord>(`${runRecord} WHERE run_id = ANY ($1)`, [dead]);
  const now = new Map(rows.map((one) => [one.run_id, one.status === 'running' ? asDead(one) : one]));
  return found.map((one) => now.get(one.run_id) ?? one);
}

/** Those that do not hold the lock: nobody does, or somebody who came later. A standby does not know who does. */
async function withoutLock(pool: Pool, running: readonly number[]): Promise<number[]> {
  const standby = await pool.query<{ yes: boolean }>('SELECT pg_is_in_recovery() AS yes');
  if (standby.rows[0]!.yes) return [];
  if ((await runLockHolder(pool)) === null) return [...running];
  const newest = await newestFencingNumber(pool);
  const { rows } = await pool.query<{ run_id: number }>(
    'SELECT run_id FROM ingestion_runs WHERE run_id = ANY ($1) AND fencing_number < $2',
    [running, newest],
  );
  return rows.map(({ run_id }) => run_id);
}

function asDead(run: RunRecord): RunRecord {
  const { code, message, remedy, in_english } = diedOn(run.host, String(run.pid));
  return {
    ...run,
    status: 'failed',
    error_code: code,
    error_message: message,
    error_remedy: remedy,
    error_message_en: in_english?.message ?? null,
    error_remedy_en: in_english?.remedy ?? null,
  };
}

/** The last run that took a workbook in with this moment asked for; null: none did. */
export async function lastRunOf(
  pool: Pick<Pool, 'query'>,
  workbookSha256: string,
  requestedAsOf: string | null,
): Promise<number | null> {
  const { rows } = await pool.query<{ run_id: number }>(
    `SELECT max(run_id)::int AS run_id FROM ingestion_runs
     WHERE workbook_sha256 = $1 AND requested_as_of IS NOT DISTINCT FROM $2::timestamp AND kind = 'ingest' AND status IN ('completed', 'unchanged')`,
    [workbookSha256, requestedAsOf],
  );
  return rows[0]!.run_id;
}
