import type pg from 'pg';
import { ruleVersion } from '../contract/factory/index.js';

/** How far a backfill has come; one row a job. */
export interface Checkpoint {
  readonly runId: number;
  readonly everyRow: boolean;
  readonly lastKey: readonly string[] | null;
  readonly total: number;
  readonly seen: number;
  readonly changed: number;
  readonly batches: number;
  readonly finished: boolean;
}

export async function readCheckpoint(session: pg.Client, job: string): Promise<Checkpoint | null> {
  const { rows } = await session.query<Checkpoint>(
    `SELECT run_id AS "runId", every_row AS "everyRow", last_key AS "lastKey", rows_total AS total, rows_seen AS seen,
            rows_changed AS changed, batches, finished_at IS NOT NULL AS finished
     FROM backfill_progress WHERE job = $1 AND rule_version = $2`,
    [job, ruleVersion],
  );
  return rows[0] ?? null;
}

/** A pass begins at the first row. */
export async function beginPass(
  session: pg.Client,
  job: string,
  pass: { readonly runId: number; readonly everyRow: boolean; readonly total: number },
): Promise<Checkpoint> {
  await session.query(
    `INSERT INTO backfill_progress (job, rule_version, run_id, every_row, rows_total, started_at, updated_at)
     VALUES ($1, $2, $3, $4, $5, clock_timestamp(), clock_timestamp())
     ON CONFLICT (job) DO UPDATE SET rule_version = excluded.rule_version, run_id = excluded.run_id,
       every_row = excluded.every_row, last_key = NULL, rows_total = excluded.rows_total, rows_seen = 0, rows_changed = 0,
       batches = 0, started_at = excluded.started_at, updated_at = excluded.updated_at, finished_at = NULL`,
    [job, ruleVersion, pass.runId, pass.everyRow, pass.total],
  );
  return { ...pass, lastKey: null, seen: 0, changed: 0, batches: 0, finished: false };
}

/** Within the transaction of the batch: what is done and how far it is are never apart. */
export async function recordCheckpoint(session: pg.Client, job: string, now: Checkpoint): Promise<void> {
  await session.query(
    `UPDATE backfill_progress SET last_key = $2, rows_seen = $3, rows_changed = $4, batches = $5, updated_at = clock_timestamp(),
       finished_at = CASE WHEN $6 THEN clock_timestamp() END
     WHERE job = $1`,
    [job, JSON.stringify(now.lastKey), now.seen, now.changed, now.batches, now.finished],
  );
}
