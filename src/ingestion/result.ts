import type { Pool } from 'pg';
import { readVanished } from '../evidence/index.js';
import type { SheetRun } from './records/sheet-runs.js';

/** The report of a run; `prodplan ingest --json` prints it as it is. */
export interface IngestResult {
  readonly status: 'completed' | 'unchanged' | 'failed';
  readonly run_id: number | null;
  readonly workbook_sha256: string | null;
  readonly as_of: string | null;
  readonly as_of_origin: 'flag' | 'workbook' | 'data' | null;
  readonly data_version: number | null;
  readonly sheets: readonly SheetResult[];
  /** Orders of the published file that this one lacks. */
  readonly vanished_orders: readonly string[];
  readonly seconds: Seconds;
}

export interface SheetResult {
  readonly sheet: string;
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly gone: number;
  readonly skipped: boolean;
  /** `whole`, `difference`: only rows that the ledger of the published dump lacks went to the database; `same`; `missing`. */
  readonly way: SheetRun['way'];
  /** Rows that did not, because the ledger has their hash. */
  readonly same_by_hash: number;
  readonly sha256: string | null;
  readonly seconds: number;
}

/**
 * Extract and load are one pass and overlap, and a sheet is typed and compared, the first part of its merge, while
 * others are still being read: their sum is more than the time that passed.
 */
export interface Seconds {
  readonly extract: number;
  readonly load: number;
  /** Of every sheet: from text to types, comparison with core, and the writing. */
  readonly merge: number;
  readonly derive: number;
  readonly total: number;
  /** By the clock, stage after stage; none where the file was the published one. */
  readonly stages: Readonly<Record<string, number>>;
}

interface RunHead {
  readonly status: IngestResult['status'];
  readonly workbook_sha256: string;
  readonly as_of: string;
  readonly as_of_origin: 'flag' | 'workbook' | 'data';
  readonly data_version: number;
  readonly seconds: Readonly<Record<string, number>>;
  readonly lasted: number;
}

/** The report of a run that has ended, from its record. */
export async function resultOfRun(
  pool: Pool,
  runId: number,
  sheets: readonly SheetRun[],
): Promise<IngestResult> {
  const { rows } = await pool.query<RunHead>(
    `SELECT status, workbook_sha256, as_of, as_of_origin, data_version, seconds,
            extract(epoch FROM finished_at - started_at)::float8 AS lasted
     FROM ingestion_runs WHERE run_id = $1`,
    [runId],
  );
  const { seconds, lasted, ...head } = rows[0]!;
  const unchanged = head.status === 'unchanged';
  const sum = (stage: string): number =>
    unchanged ? 0 : roundSeconds(sheets.reduce((all, one) => all + (one.seconds[stage] ?? 0), 0));
  return {
    status: head.status,
    run_id: runId,
    workbook_sha256: head.workbook_sha256,
    as_of: head.as_of,
    as_of_origin: head.as_of_origin,
    data_version: head.data_version,
    sheets: sheets.map((one) => (unchanged && one.present ? unchangedSheet(one) : describeSheet(one))),
    vanished_orders: unchanged ? [] : (await readVanished(pool, runId)).keys,
    seconds: {
      extract: sum('extract'),
      load: sum('load'),
      merge: roundSeconds(sum('prepare') + sum('merge')),
      derive: roundSeconds(seconds.derive ?? 0),
      total: roundSeconds(lasted),
      stages: Object.fromEntries(
        Object.entries(unchanged ? {} : seconds).map(([stage, passed]) => [stage, roundSeconds(passed)]),
      ),
    },
  };
}

function describeSheet(one: SheetRun): SheetResult {
  const { sheet, rows, inserted, updated, unchanged, duplicates, rejected, gone, skipped, sha256, way } = one;
  const { extract = 0, prepare = 0, merge = 0 } = one.seconds;
  const seconds = roundSeconds(extract + prepare + merge);
  const counts = { sheet, rows, inserted, updated, unchanged, duplicates, rejected, gone };
  return { ...counts, skipped, way, same_by_hash: one.same_by_hash, sha256, seconds };
}

/** The published run's sheet, as a run that had nothing to do reports it. */
function unchangedSheet(one: SheetRun): SheetResult {
  const unchanged = one.inserted + one.updated + one.unchanged;
  return {
    ...describeSheet(one),
    inserted: 0,
    updated: 0,
    unchanged,
    gone: 0,
    skipped: true,
    way: 'same',
    same_by_hash: 0,
    seconds: 0,
  };
}

/** To the millisecond. */
export function roundSeconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
