import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SheetResult } from '../../src/ingestion/result.js';
import { type Ingested, type IngestOptions, ingest } from '../../src/ingestion/run.js';
import type { Database } from '../../src/platform/database.js';
import type { TestDatabase, TestServer } from '../support/database.js';
import {
  type Dump,
  dumpWorkbook,
  temporaryFolder,
  temporaryFolderOf,
  type WorkbookOptions,
  writeWorkbook,
} from '../support/dump.js';

export interface Plant extends TestDatabase {
  /** Takes a dump in, as the command does. */
  ingest(dump: Dump, options?: Partial<IngestOptions>, workbook?: WorkbookOptions): Promise<Ingested>;
  ingestFile(path: string | readonly string[], options?: Partial<IngestOptions>): Promise<Ingested>;
}

/**
 * A database of its own for one test, and the means to take dumps into it. Those that it shall hold from the beginning
 * have been taken in, one after the other, in another folder.
 */
export async function newPlant(server: TestServer, ...holding: readonly Dump[]): Promise<Plant> {
  const test = await server.createHolding(
    holding.map((dump) => ({ what: JSON.stringify(dump), fill: (database) => takeIn(database, dump) })),
  );
  onTestFinished(() => test.drop());
  const folder = await temporaryFolder();
  const ingestFile = (
    path: string | readonly string[],
    options: Partial<IngestOptions> = {},
  ): Promise<Ingested> => ingest({ ...settings(test.database, folder), path, ...options });
  return {
    ...test,
    ingestFile,
    ingest: async (dump, options, workbook) =>
      ingestFile(await writeWorkbook(dumpWorkbook(dump, workbook)), options),
  };
}

async function takeIn(database: Database, dump: Dump): Promise<void> {
  const { folder, remove } = await temporaryFolderOf();
  try {
    const path = join(folder, 'Folha_IA.xlsx');
    await writeFile(path, dumpWorkbook(dump));
    await ingest({ ...settings(database, folder), path });
  } finally {
    await remove();
  }
}

function settings(database: Database, folder: string): Omit<IngestOptions, 'path'> {
  return { database, extractsFolder: join(folder, 'extracts'), timeZone: 'Europe/Lisbon' };
}

/** The counts of one sheet, without checksum and time. */
export function countsOf(
  { result }: Ingested,
  sheet: string,
): Omit<SheetResult, 'sheet' | 'sha256' | 'seconds'> {
  const { sheet: _, sha256: __, seconds: ___, ...counts } = result.sheets.find((one) => one.sheet === sheet)!;
  return counts;
}
