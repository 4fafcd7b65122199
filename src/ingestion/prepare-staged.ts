import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { Pool } from 'pg';
import type { CsvLines } from '../source/sheets/csv-lines.js';
import { csvFileName } from './extract/extract-workbook.js';
import { type SheetLedger, stageUnmet } from './ledger/index.js';
import { CopySink } from './load/copy-sink.js';
import { dropSheetStaging } from './load/staging.js';
import type { ExcludeContext } from './merge/context.js';
import { type Prepared, prepareDifference, prepareSheet } from './merge/prepare.js';

export interface StagedWith {
  readonly ledger: SheetLedger | null;
  readonly pool: Pool;
  /** Where the file of the sheet was written. */
  readonly folder: string;
}

/**
 * Prepares a staged sheet for the merge: from the rows that its ledger let through, or from all of them. Where the ledger does
 * not tell enough the sheet is staged again, whole, from its file.
 */
export async function prepareStaged(context: ExcludeContext, staged: StagedWith): Promise<Prepared> {
  const { ledger } = staged;
  if (ledger === null || !ledger.isSifting) return await prepareSheet(context);
  const prepared = await tryDifference(context, ledger, staged.pool);
  return prepared ?? (await prepareWhole(context, ledger, staged.folder));
}

async function tryDifference(
  context: ExcludeContext,
  { difference, key }: SheetLedger,
  pool: Pool,
): Promise<Prepared | null> {
  if (difference === null) return null;
  const { client, sheet, runId } = context;
  const { rows } = await client.query<{ rows: number }>(`SELECT count(*)::int AS rows FROM ${sheet.table}`);
  if (rows[0]!.rows !== difference.head.rows) return null;
  if (!(await stageUnmet(client, { pool, runId, sheet, key }, difference.left))) return null;
  // A handful of rows is found by index; whole sheets are compared by hash.
  await client.query('SET enable_nestloop = on');
  try {
    return await prepareDifference(context, { ...difference, coreRows: difference.head.rows });
  } finally {
    await client.query('SET enable_nestloop = off');
  }
}

/** Stages all rows of the sheet anew, from the file that was written while they were read, and prepares them. */
export async function prepareWhole(
  context: ExcludeContext,
  ledger: SheetLedger,
  folder: string,
): Promise<Prepared> {
  const began = performance.now();
  const { client, sheet, runId } = context;
  await dropSheetStaging(client, sheet, runId);
  const path = join(folder, csvFileName(sheet));
  const restagedRows = await restage(context, path, ledger.spoolAnew());
  const prepared = await prepareSheet(context);
  return { ...prepared, restagedRows, seconds: (performance.now() - began) / 1000 };
}

/** The rows go to the database and to the ledger. */
async function restage(
  { client, sheet, runId }: ExcludeContext,
  path: string,
  ledger: CsvLines,
): Promise<number> {
  const sink = await CopySink.open(client, sheet, runId);
  try {
    await pipeline(createReadStream(path), createGunzip({ chunkSize: 1 << 18 }), async (chunks) => {
      let isHeader = true;
      for await (const chunk of chunks as AsyncIterable<Buffer>) {
        // The header stands whole in the first piece: no header holds a line feed.
        const rows = isHeader ? chunk.subarray(chunk.indexOf('\n') + 1) : chunk;
        isHeader = false;
        ledger.push(rows);
        await sink.write(rows);
      }
    });
    ledger.end();
    await sink.finish();
    return sink.rows;
  } catch (error) {
    await sink.abandon(error);
    throw error;
  }
}
