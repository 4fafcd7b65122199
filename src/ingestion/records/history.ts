import type { Pool } from 'pg';
import { ProdplanError } from '../../platform/errors.js';
import { readSheetRuns, type SheetRun } from './sheet-runs.js';

/** A run as people ask for it. */
export interface RunRecord {
  readonly run_id: number;
  readonly kind: 'ingest' | 'replay' | 'rollback';
  readonly source_run_id: number | null;
  readonly status: 'running' | 'completed' | 'unchanged' | 'failed';
  readonly stage: string;
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
  readonly error_code: string | null;
  readonly error_message: string | null;
  readonly error_remedy: string | null;
}

const runRecord = `
  SELECT run_id, kind, source_run_id, status, stage, source_name, workbook_sha256, as_of, as_of_origin, forced, data_version,
    to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') AS started_at,
    extract(epoch FROM finished_at - started_at)::float8 AS lasted_seconds,
    coalesce((SELECT sum(s.rows) FROM ingestion_sheet_runs s WHERE s.run_id = r.run_id), 0)::int AS rows,
    host, error_code, error_message, error_remedy
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
  return rows;
}

/** One run with its sheets. Throws `NO_SUCH_RUN`. */
export async function readRun(
  pool: Pool,
  runId: number,
): Promise<RunRecord & { readonly sheets: SheetRun[] }> {
  const { rows } = await pool.query<RunRecord>(`${runRecord} WHERE run_id = $1`, [runId]);
  if (rows[0] === undefined) {
    throw new ProdplanError(
      'usage',
      'NO_SUCH_RUN',
      `Não existe a carga ${runId}.`,
      'Veja os números com «prodplan runs».',
    );
  }
  return { ...rows[0], sheets: [...(await readSheetRuns(pool, runId)).values()] };
}
