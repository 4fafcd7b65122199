import type { ClientBase, Pool } from 'pg';
import type { Sheet } from '../../contract/index.js';
import { ledgerVersion } from './version.js';

/** What binds the chunks of a sheet to the dump that they are of. */
export interface LedgerHead {
  readonly sheet: string;
  /** Rows of core that the chunks are of: all of them. */
  readonly rows: number;
  /** Sum of the checksums of the chunks' hashes. */
  readonly checksum: number;
  readonly as_of: string;
}

/** The ledgers of a published run, by sheet, as far as this program can read them. */
export async function readHeads(
  client: Pick<Pool, 'query'>,
  publishedRunId: number,
): Promise<ReadonlyMap<string, LedgerHead>> {
  const { rows } = await client.query<LedgerHead>(
    'SELECT sheet, rows, checksum, as_of FROM ledger_sheet WHERE run_id = $1 AND version = $2',
    [publishedRunId, ledgerVersion],
  );
  return new Map(rows.map((one) => [one.sheet, one]));
}

/** Binds the chunks of a sheet to a run; returns the rows that they are of. */
export async function writeHead(
  client: ClientBase,
  runId: number,
  sheet: Pick<Sheet, 'sheet'>,
  asOf: string,
): Promise<number> {
  const { rows } = await client.query<{ rows: number }>(
    `INSERT INTO ledger_sheet (sheet, run_id, version, rows, checksum, as_of)
     SELECT $1, $2, $3, coalesce(sum(rows), 0), coalesce(sum(hashes_checksum), 0), $4 FROM ledger_chunk WHERE sheet = $1
     ON CONFLICT (sheet) DO UPDATE SET run_id = excluded.run_id, version = excluded.version, rows = excluded.rows,
       checksum = excluded.checksum, as_of = excluded.as_of
     RETURNING rows`,
    [sheet.sheet, runId, ledgerVersion, asOf],
  );
  return rows[0]!.rows;
}

/** Core has the very rows that it had: the ledger of the published run is that of this one, too. */
export async function rebindHead(
  client: ClientBase,
  sheet: Pick<Sheet, 'sheet'>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await client.query('UPDATE ledger_sheet SET run_id = $3 WHERE sheet = $1 AND run_id = $2', [
    sheet.sheet,
    from,
    to,
  ]);
}

/** The sheet has no ledger any more. */
export async function dropLedger(client: ClientBase, sheet: Pick<Sheet, 'sheet'>): Promise<void> {
  await client.query('DELETE FROM ledger_sheet WHERE sheet = $1', [sheet.sheet]);
  await client.query('DELETE FROM ledger_chunk WHERE sheet = $1', [sheet.sheet]);
}
