import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SheetResult } from '../../src/ingestion/result.js';
import { type Ingested, type IngestOptions, ingest } from '../../src/ingestion/run.js';
import type { TestDatabase, TestServer } from '../support/database.js';
import {
  type Dump,
  dumpWorkbook,
  temporaryFolder,
  type WorkbookOptions,
  writeWorkbook,
} from '../support/dump.js';

export interface Plant extends TestDatabase {
  /** Takes a dump in, as the command does. */
  ingest(dump: Dump, options?: Partial<IngestOptions>, workbook?: WorkbookOptions): Promise<Ingested>;
  ingestFile(path: string, options?: Partial<IngestOptions>): Promise<Ingested>;
}

/** A database of its own for one test, and the means to take dumps into it. */
export async function newPlant(server: TestServer): Promise<Plant> {
  const test = await server.create();
  onTestFinished(() => test.drop());
  const folder = await temporaryFolder();
  const ingestFile = (path: string, options: Partial<IngestOptions> = {}): Promise<Ingested> =>
    ingest({
      database: test.database,
      path,
      extractsFolder: join(folder, 'extracts'),
      timeZone: 'Europe/Lisbon',
      ...options,
    });
  return {
    ...test,
    ingestFile,
    ingest: async (dump, options, workbook) =>
      ingestFile(await writeWorkbook(dumpWorkbook(dump, workbook)), options),
  };
}

/** The counts of one sheet, without checksum and time. */
export function countsOf(
  { result }: Ingested,
  sheet: string,
): Omit<SheetResult, 'sheet' | 'sha256' | 'seconds'> {
  const { sheet: _, sha256: __, seconds: ___, ...counts } = result.sheets.find((one) => one.sheet === sheet)!;
  return counts;
}
