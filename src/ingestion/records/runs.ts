import { hostname } from 'node:os';
import type { Pool } from 'pg';
import { ruleVersion } from '../../contract/factory/index.js';
import { contractVersion } from '../../contract/version.js';
import type { ProdplanError } from '../../platform/errors.js';
import type { AsOf } from '../../source/as-of.js';
import type { Drift } from '../../source/sheets/types.js';
import { diedOn } from './died.js';

/**
 * Run records are written over the pool, apart from the publishing session, so that they survive whatever happens
 * to it. Only the last word, that a run is published, belongs to the publishing transaction (`publish.ts`).
 */

/** What readers see now. */
export interface Published {
  readonly runId: number;
  readonly kind: NewRun['kind'];
  readonly dataVersion: number;
  readonly asOf: string;
  readonly asOfOrigin: 'flag' | 'workbook' | 'data';
  readonly workbookSha256: string;
  readonly requestedAsOf: string | null;
  readonly contractVersion: string;
  /** It was taken in under the present contract and rules. */
  readonly sameRules: boolean;
}

export async function readPublished(pool: Pool): Promise<Published | null> {
  const { rows } = await pool.query<Published>(
    `SELECT p.run_id AS "runId", r.kind, p.data_version AS "dataVersion", r.as_of AS "asOf", r.as_of_origin AS "asOfOrigin",
            r.workbook_sha256 AS "workbookSha256", r.requested_as_of AS "requestedAsOf",
            r.contract_version AS "contractVersion", r.contract_version = $1 AND r.rule_version = $2 AS "sameRules"
     FROM publication p JOIN ingestion_runs r USING (run_id)`,
    [contractVersion, ruleVersion],
  );
  return rows[0] ?? null;
}

/** What a run says of itself. */
export interface RunHead {
  readonly runId: number;
  readonly sourceRunId: number | null;
  readonly baseRunId: number | null;
  readonly sourceName: string;
  readonly workbookSha256: string | null;
  readonly workbookBytes: number | null;
  readonly requestedAsOf: string | null;
  readonly contractVersion: string;
  readonly asOf: string | null;
  readonly asOfOrigin: Published['asOfOrigin'] | null;
}

/** One run that is known to exist. */
export async function readRunHead(pool: Pool, runId: number): Promise<RunHead> {
  const { rows } = await pool.query<RunHead>(
    `SELECT run_id AS "runId", source_run_id AS "sourceRunId", base_run_id AS "baseRunId", source_name AS "sourceName",
            workbook_sha256 AS "workbookSha256", workbook_bytes AS "workbookBytes", requested_as_of AS "requestedAsOf",
            contract_version AS "contractVersion", as_of AS "asOf", as_of_origin AS "asOfOrigin"
     FROM ingestion_runs WHERE run_id = $1`,
    [runId],
  );
  return rows[0]!;
}

export interface NewRun {
  readonly kind: 'ingest' | 'replay' | 'rollback';
  /** The run whose rejects are judged again, or whose state is published again. */
  readonly sourceRunId?: number;
  /** The contract under which the state came about, where it is not the present one. */
  readonly contractVersion?: string;
  readonly sourceName: string;
  readonly workbookSha256: string | null;
  readonly workbookBytes: number | null;
  readonly requestedAsOf: string | null;
  readonly forced: boolean;
  readonly baseRunId: number | null;
}

export async function beginRun(pool: Pool, run: NewRun, fencingNumber: number): Promise<number> {
  const { rows } = await pool.query<{ run_id: number }>(
    `INSERT INTO ingestion_runs (status, stage, source_name, workbook_sha256, workbook_bytes, contract_version, rule_version,
       requested_as_of, forced, base_run_id, started_at, host, pid, kind, source_run_id, fencing_number)
     VALUES ('running', 'open', $1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), $9, $10, $11, $12, $13) RETURNING run_id`,
    [
      run.sourceName,
      run.workbookSha256,
      run.workbookBytes,
      run.contractVersion ?? contractVersion,
      ruleVersion,
      run.requestedAsOf,
      run.forced,
      run.baseRunId,
      hostname(),
      process.pid,
      run.kind,
      run.sourceRunId ?? null,
      fencingNumber,
    ],
  );
  return rows[0]!.run_id;
}

/** Records where the run is, and how long the stages before took: a run that fails has them too. */
export async function enterStage(
  pool: Pool,
  runId: number,
  stage: string,
  seconds: Readonly<Record<string, number>>,
): Promise<void> {
  await pool.query('UPDATE ingestion_runs SET stage = $2, seconds = $3 WHERE run_id = $1', [
    runId,
    stage,
    JSON.stringify(seconds),
  ]);
}

export async function recordDrift(pool: Pool, runId: number, drift: readonly Drift[]): Promise<void> {
  await pool.query('UPDATE ingestion_runs SET drift = $2 WHERE run_id = $1', [runId, JSON.stringify(drift)]);
}

/** How the file of a run differs from the contract. */
export async function readDrift(pool: Pool, runId: number): Promise<readonly Drift[]> {
  const { rows } = await pool.query<{ drift: readonly Drift[] }>(
    'SELECT drift FROM ingestion_runs WHERE run_id = $1',
    [runId],
  );
  return rows[0]!.drift;
}

/** Also a run that is refused or fails later has a moment. */
export async function recordAsOf(pool: Pool, runId: number, asOf: AsOf): Promise<void> {
  await pool.query('UPDATE ingestion_runs SET as_of = $2, as_of_origin = $3 WHERE run_id = $1', [
    runId,
    asOf.moment,
    asOf.origin,
  ]);
}

export async function endUnchanged(pool: Pool, runId: number, published: Published): Promise<void> {
  await pool.query(
    `UPDATE ingestion_runs SET status = 'unchanged', finished_at = clock_timestamp(), as_of = $2, as_of_origin = $3, data_version = $4
     WHERE run_id = $1`,
    [runId, published.asOf, published.asOfOrigin, published.dataVersion],
  );
}

/** False where the run has ended already: it is published. What another run wrote that took it for dead is corrected. */
export async function endFailed(pool: Pool, runId: number, error: ProdplanError): Promise<boolean> {
  const result = await pool.query(
    `UPDATE ingestion_runs SET status = 'failed', finished_at = clock_timestamp(),
       error_kind = $2, error_code = $3, error_message = $4, error_remedy = $5, error_message_en = $6, error_remedy_en = $7
     WHERE run_id = $1 AND (status = 'running' OR error_code = 'RUN_DIED')`,
    [runId, error.kind, error.code, error.message, error.remedy, ...error.failure.told('en')],
  );
  return result.rowCount === 1;
}

/**
 * Marks every run that is still recorded as running as failed. Only the holder of the lock may call it: because it has
 * the lock, all of these have died. Returns how many there were.
 */
export async function buryDeadRuns(pool: Pool): Promise<number> {
  const { kind, code, message, remedy, in_english } = diedOn();
  const result = await pool.query(
    `UPDATE ingestion_runs SET status = 'failed', finished_at = clock_timestamp(), error_kind = $4, error_code = $1,
       error_message = format($2, host, pid), error_remedy = $3, error_message_en = format($5, host, pid), error_remedy_en = $6
     WHERE status = 'running'`,
    [code, message, remedy, kind, in_english?.message, in_english?.remedy],
  );
  return result.rowCount ?? 0;
}
