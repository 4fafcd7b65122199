import type { ClientBase } from 'pg';
import { type Sheet, sheets } from '../../contract/index.js';

type Queryable = Pick<ClientBase, 'query'>;

/** Where the rows of one sheet of the published workbook are now. */
export interface SheetAccount {
  readonly sheet: string;
  readonly table_name: string;
  readonly rows: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly gone: number;
  readonly kept: number;
  /** Rows that core should hold and holds. */
  readonly expected_core_rows: number;
  readonly core_rows: number;
  /** Rows kept as rejected by this run. */
  readonly rejects_kept: number;
  /** What does not add up, in words; empty where all is well. */
  readonly differences: readonly string[];
}

interface SheetRecord {
  readonly sheet: string;
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly gone: number;
  readonly kept: number;
  readonly core_rows: number;
  readonly rejects_kept: number;
  readonly changes_kept: number;
  readonly base_run_id: number | null;
  readonly kind: string;
}

/** Holds the published run's record against what the tables hold at this moment. */
export async function accountForRows(client: Queryable, runId: number): Promise<SheetAccount[]> {
  const { rows } = await client.query<SheetRecord>(
    `SELECT s.sheet, s.rows, s.inserted, s.updated, s.unchanged, s.duplicates, s.rejected, s.gone, s.kept, s.core_rows, r.base_run_id, r.kind,
       (SELECT count(*)::int FROM run_rejects j WHERE j.run_id = s.run_id AND j.sheet = s.sheet) AS rejects_kept,
       (SELECT count(*)::int FROM run_changes c WHERE c.run_id = s.run_id AND c.table_name = s.table_name) AS changes_kept
     FROM ingestion_sheet_runs s JOIN ingestion_runs r USING (run_id) WHERE s.run_id = $1`,
    [runId],
  );
  const accounts: SheetAccount[] = [];
  for (const sheet of sheets as readonly Sheet[]) {
    const record = rows.find((row) => row.sheet === sheet.sheet);
    if (record !== undefined) accounts.push(account(sheet, record, await countRows(client, sheet.table)));
  }
  return accounts;
}

async function countRows(client: Queryable, table: string): Promise<number> {
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  return rows[0]!.n;
}

function account(sheet: Sheet, record: SheetRecord, core_rows: number): SheetAccount {
  const accepted = record.inserted + record.updated + record.unchanged;
  const found = accepted + record.duplicates + record.rejected;
  const changes = record.inserted + record.updated + record.gone;
  const checks: [boolean, string][] = [
    [record.rows === found, `o ficheiro tem ${record.rows} linhas e a carga explica ${found}`],
    [core_rows === record.core_rows, `a tabela tem ${core_rows} linhas e a carga deixou ${record.core_rows}`],
    [
      accepted + record.kept === record.core_rows,
      `${accepted} aceites + ${record.kept} mantidas ≠ ${record.core_rows}`,
    ],
    [
      // A replay or a rollback also keeps the rejects of the rows that it did not touch.
      record.rejects_kept === record.rejected || record.kind !== 'ingest',
      `${record.rejected} rejeitadas, ${record.rejects_kept} guardadas`,
    ],
    [
      record.base_run_id === null || record.changes_kept === changes,
      `${changes} alterações, ${record.changes_kept} guardadas em run_changes`,
    ],
  ];
  return {
    sheet: sheet.sheet,
    table_name: sheet.table,
    rows: record.rows,
    accepted,
    duplicates: record.duplicates,
    rejected: record.rejected,
    gone: record.gone,
    kept: record.kept,
    expected_core_rows: record.core_rows,
    core_rows,
    rejects_kept: record.rejects_kept,
    differences: checks.filter(([holds]) => !holds).map(([, words]) => words),
  };
}
