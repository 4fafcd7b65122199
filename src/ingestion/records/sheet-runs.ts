import type { ClientBase } from 'pg';
import { sheets } from '../../contract/index.js';
import type { ColumnCounts } from '../../source/cells/index.js';
import type { PartName } from '../../source/sheets/types.js';

/** How full the columns were of the file that core came from. */
export interface ColumnCountsRecord {
  readonly rows: number;
  readonly columns: Readonly<Record<string, Pick<ColumnCounts, 'cells' | 'bad' | 'values'>>>;
}

/** One row of `ingestion_sheet_runs`. */
export interface SheetRun {
  readonly sheet: string;
  readonly table_name: string;
  readonly present: boolean;
  readonly skipped: boolean;
  readonly sha256: string | null;
  readonly held_sha256: string | null;
  readonly held_run_id: number | null;
  readonly csv_bytes: number | null;
  readonly gzip_bytes: number | null;
  readonly rows: number;
  /** Where the rows stand in the file, in order: findings name a part by its place, from 1. Empty in old runs. */
  readonly parts: readonly (PartName & { readonly rows: number })[];
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly gone: number;
  readonly moved: number;
  readonly returned: number;
  readonly kept: number;
  readonly core_rows: number;
  readonly rederived: number;
  /** How its rows were compared with core; null in old runs, and where there was no file. */
  readonly way: 'whole' | 'difference' | 'same' | 'missing' | null;
  /** Rows that the ledger of the published dump has, so that they did not go to the database. */
  readonly same_by_hash: number;
  readonly issues: Readonly<Record<string, number>>;
  /** Null where an earlier version took the file in. */
  readonly column_counts: ColumnCountsRecord | null;
  readonly seconds: Readonly<Record<string, number>>;
}

const columns = [
  'sheet',
  'table_name',
  'present',
  'skipped',
  'sha256',
  'held_sha256',
  'held_run_id',
  'csv_bytes',
  'gzip_bytes',
  'rows',
  'parts',
  'inserted',
  'updated',
  'unchanged',
  'duplicates',
  'rejected',
  'gone',
  'moved',
  'returned',
  'kept',
  'core_rows',
  'rederived',
  'way',
  'same_by_hash',
  'issues',
  'column_counts',
  'seconds',
] as const satisfies readonly (keyof SheetRun)[];

/** Whether the run changed anything in the core table. */
export function hasChanged(run: SheetRun): boolean {
  return run.inserted + run.updated + run.gone + run.rederived > 0;
}

/** The sheets of a run, by sheet name. */
export async function readSheetRuns(
  client: Pick<ClientBase, 'query'>,
  runId: number,
): Promise<Map<string, SheetRun>> {
  const { rows } = await client.query<SheetRun>(
    `SELECT ${columns.join(', ')} FROM ingestion_sheet_runs WHERE run_id = $1`,
    [runId],
  );
  // In the contract's order, as everywhere.
  const place = (row: SheetRun): number => sheets.findIndex((sheet) => sheet.sheet === row.sheet);
  return new Map(rows.sort((a, b) => place(a) - place(b)).map((row) => [row.sheet, row]));
}

export async function writeSheetRun(client: ClientBase, runId: number, run: SheetRun): Promise<void> {
  await client.query(
    `INSERT INTO ingestion_sheet_runs (run_id, ${columns.join(', ')})
     VALUES ($1, ${columns.map((_, place) => `$${place + 2}`).join(', ')})`,
    // The driver writes a list as an array of PostgreSQL, not as JSON.
    [runId, ...columns.map((name) => (name === 'parts' ? JSON.stringify(run.parts) : run[name]))],
  );
}

/** {code: count} of the issues that this run has for a sheet. */
export async function countIssues(
  client: ClientBase,
  runId: number,
  sheet: string,
): Promise<Record<string, number>> {
  const { rows } = await client.query<{ code: string; count: number }>(
    'SELECT code, count(*)::int AS count FROM run_issues WHERE run_id = $1 AND sheet = $2 GROUP BY code ORDER BY code',
    [runId, sheet],
  );
  return Object.fromEntries(rows.map((row) => [row.code, row.count]));
}

/** A sheet that is the same as the one core holds has the same rejects and issues as the run that read it. */
export async function carryOverFindings(
  client: ClientBase,
  from: number,
  to: number,
  sheet: string,
): Promise<void> {
  await client.query(
    `INSERT INTO run_rejects (run_id, sheet, part, row_number, code, column_name, value, key, raw)
     SELECT $2, sheet, part, row_number, code, column_name, value, key, raw FROM run_rejects WHERE run_id = $1 AND sheet = $3`,
    [from, to, sheet],
  );
  await client.query(
    `INSERT INTO run_issues (run_id, sheet, part, row_number, code, column_name, value, key)
     SELECT $2, sheet, part, row_number, code, column_name, value, key FROM run_issues WHERE run_id = $1 AND sheet = $3`,
    [from, to, sheet],
  );
}

/** Rows of a core table at this moment. */
export async function countRows(client: Pick<ClientBase, 'query'>, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return rows[0]!.count;
}

/** A row that a run threw out: where it stands in the file, and what it holds. */
interface StoredReject {
  readonly part: number;
  readonly row_number: number;
  readonly raw: Record<string, string | null>;
}

/** The kept rejects of a run, by sheet, in the order of the rows. */
export async function readStoredRejects(
  client: Pick<ClientBase, 'query'>,
  runId: number,
): Promise<Map<string, StoredReject[]>> {
  const { rows } = await client.query<StoredReject & { sheet: string }>(
    `SELECT sheet, part, row_number, raw FROM run_rejects
     WHERE run_id = $1 ORDER BY sheet, part, row_number`,
    [runId],
  );
  const bySheet = new Map<string, typeof rows>();
  for (const row of rows) {
    const sheet = bySheet.get(row.sheet);
    if (sheet === undefined) bySheet.set(row.sheet, [row]);
    else sheet.push(row);
  }
  return bySheet;
}

/** Takes rejects out of a run's record, because they are judged again. */
export async function forgetRejects(
  client: ClientBase,
  runId: number,
  sheet: string,
  rows: readonly Pick<StoredReject, 'part' | 'row_number'>[],
): Promise<void> {
  await client.query(
    `DELETE FROM run_rejects WHERE run_id = $1 AND sheet = $2
     AND (part, row_number) IN (SELECT * FROM unnest($3::integer[], $4::integer[]))`,
    [runId, sheet, rows.map(({ part }) => part), rows.map(({ row_number }) => row_number)],
  );
}
