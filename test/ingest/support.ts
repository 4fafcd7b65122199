import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SheetResult } from '../../src/ingestion/result.js';
import { type Ingested, type IngestOptions, ingest } from '../../src/ingestion/run.js';
import type { Database } from '../../src/platform/database.js';
import { type SampleOptions, writeSample } from '../../src/sample/index.js';
import type { Step, TestDatabase, TestServer } from '../support/database.js';
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

/** A dump that was taken in with options of its own. */
export interface Taken {
  readonly dump: Dump;
  readonly asOf: string;
}

/**
 * A database of its own for one test, and the means to take dumps into it. Those that it shall hold from the beginning
 * have been taken in, one after the other, in another folder.
 */
export async function newPlant(server: TestServer, ...holding: readonly (Dump | Taken)[]): Promise<Plant> {
  const test = await server.createHolding(holding.map((one) => takenIn(isTaken(one) ? one : { dump: one })));
  onTestFinished(() => test.drop());
  return await plantOn(test);
}

/** The same on a database that holds an invented factory. */
export async function newSamplePlant(server: TestServer, sample: SampleOptions): Promise<Plant> {
  const test = await server.createHolding([sampleTakenIn(sample)]);
  onTestFinished(() => test.drop());
  return await plantOn(test);
}

async function plantOn(test: TestDatabase): Promise<Plant> {
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

function isTaken(one: Dump | Taken): one is Taken {
  return typeof one.asOf === 'string';
}

/** The step that takes a dump in. */
export function takenIn({ dump, ...options }: { readonly dump: Dump; readonly asOf?: string }): Step {
  return publishing(JSON.stringify([dump, options]), options, (path) => writeFile(path, dumpWorkbook(dump)));
}

/** The step that invents a factory of so many orders and takes it in. */
export function sampleTakenIn(sample: SampleOptions): Step {
  return publishing(JSON.stringify(sample), {}, (path) => writeSample(path, sample));
}

function publishing(
  what: string,
  options: Partial<IngestOptions>,
  write: (path: string) => Promise<unknown>,
): Step {
  const fill = async (database: Database): Promise<void> => {
    const { folder, remove } = await temporaryFolderOf();
    try {
      const path = join(folder, 'Folha_IA.xlsx');
      await write(path);
      await ingest({ ...settings(database, folder), path, ...options });
    } finally {
      await remove();
    }
  };
  return { what, fill };
}

function settings(database: Database, folder: string): Omit<IngestOptions, 'path'> {
  return { database, extractsFolder: join(folder, 'extracts'), timeZone: 'Europe/Lisbon' };
}

/** The counts of one sheet, without checksum, time and the way in which it was compared. */
export function countsOf(
  { result }: Ingested,
  sheet: string,
): Omit<SheetResult, 'sheet' | 'sha256' | 'seconds' | 'way' | 'same_by_hash'> {
  const {
    sheet: _,
    sha256: __,
    seconds: ___,
    way: ____,
    same_by_hash: _____,
    ...counts
  } = result.sheets.find((one) => one.sheet === sheet)!;
  return counts;
}
