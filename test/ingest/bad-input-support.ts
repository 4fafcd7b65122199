import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { type Ingested, type IngestOptions, ingest } from '../../src/ingestion/run.js';
import type { Database } from '../../src/platform/database.js';
import { writeSample } from '../../src/sample/index.js';
import { type Finished, prodplan } from '../support/cli.js';
import { coreChecksum } from '../support/core.js';
import { firstServer, type Step, type TestDatabase } from '../support/database.js';
import { type Dump, dumpWorkbook, smallDump, type WorkbookOptions } from '../support/dump.js';
import { takenIn } from './support.js';

/** A database that the command line is run against, for all tests of a suite. */
export interface CliPlant extends TestDatabase {
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  cli(...args: string[]): Promise<Finished>;
  /** Takes a dump in without the command line, which is quicker. */
  ingest(dump: Dump, options?: Partial<IngestOptions>, workbook?: WorkbookOptions): Promise<Ingested>;
  ingestFile(path: string, options?: Partial<IngestOptions>): Promise<Ingested>;
}

/** Made before the tests of the suite and taken away after them. `holding` is taken in first. */
export function sharedPlant(holding: () => Dump = smallDump): () => CliPlant {
  let plant: CliPlant;
  beforeAll(async () => {
    plant = await makePlant(await firstServer.createHolding([takenIn({ dump: holding() })]));
  });
  afterAll(() => remove(plant));
  return () => plant;
}

/** Two dumps of one invented factory, ten days apart. */
export interface Months {
  readonly first: string;
  readonly second: string;
}

/** For each test a plant in which the first of two dumps is published; the second is what competes, dies or stalls. */
export function plantBetween(orders: number): { plant: () => CliPlant; files: () => Months } {
  let folder: string;
  let files: Months;
  let plant: CliPlant;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
    files = { first: join(folder, 'março.xlsx'), second: join(folder, 'abril.xlsx') };
    await writeSample(files.first, { orders, seed: 3, asOf: '2023-04-20T18:00:00' });
    await writeSample(files.second, { orders, seed: 3, asOf: '2023-04-30T18:00:00' });
  });
  beforeEach(async () => {
    const published: Step = {
      what: `${orders} orders up to 2023-04-20`,
      fill: (database) => ingest({ ...settings(database, folder), path: files.first }),
    };
    plant = await makePlant(await firstServer.createHolding([published]));
  });
  afterEach(() => remove(plant));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return { plant: () => plant, files: () => files };
}

async function remove(plant: CliPlant): Promise<void> {
  await plant.drop();
  await rm(plant.home, { recursive: true, force: true });
}

function settings(database: Database, home: string): Omit<IngestOptions, 'path'> {
  return { database, extractsFolder: join(home, 'extracts'), timeZone: 'Europe/Lisbon' };
}

async function makePlant(test: TestDatabase): Promise<CliPlant> {
  const home = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  const env = { DATABASE_URL: test.url, PRODPLAN_HOME: home, NO_COLOR: '1' };
  const ingestFile = (path: string, options: Partial<IngestOptions> = {}): Promise<Ingested> =>
    ingest({ ...settings(test.database, home), path, ...options });
  return {
    ...test,
    home,
    env,
    cli: (...args) => prodplan(args, env),
    ingestFile,
    ingest: async (dump, options, workbook) => {
      const path = join(home, 'Folha_IA.xlsx');
      await writeFile(path, dumpWorkbook(dump, workbook));
      return await ingestFile(path, options);
    },
  };
}

export interface Refusal {
  readonly exitCode: number;
  readonly code: string;
  /** What the message must say: what is wrong, where, and what to do. */
  readonly says: readonly string[];
  readonly args?: readonly string[];
  /** False where the file is refused before a run begins. */
  readonly recorded?: boolean;
}

/**
 * A file that is refused: by exit code and message, with core and the data version as they were, the run recorded
 * as failed, and the next good run going through.
 */
export async function expectRefusal(plant: CliPlant, path: string, refusal: Refusal): Promise<Finished> {
  const { pool } = plant.database;
  const before = { core: await coreChecksum(pool), published: await published(plant) };
  const refused = await plant.cli('ingest', path, ...(refusal.args ?? []));
  expect(refused.exitCode, refused.stderr).toBe(refusal.exitCode);
  expect(refused.stdout).toBe('');
  const message = refused.stderr.slice(refused.stderr.indexOf('Erro:'));
  for (const part of [`(${refusal.code})`, 'O que fazer: ', ...refusal.says]) expect(message).toContain(part);
  expect({ core: await coreChecksum(pool), published: await published(plant) }).toEqual(before);
  if (refusal.recorded !== false) {
    expect(await lastRun(plant)).toMatchObject({ status: 'failed', error_code: refusal.code });
    expect(await leftovers(plant)).toEqual([]);
  }
  const next = await plant.ingest(smallDump(), { force: true });
  expect(next.result.status).toBe('completed');
  return refused;
}

export async function published({ database }: CliPlant): Promise<unknown> {
  return (await database.pool.query('SELECT run_id, data_version, as_of FROM publication')).rows[0];
}

export interface RunRow {
  readonly run_id: number;
  readonly status: string;
  readonly stage: string;
  readonly error_code: string | null;
  readonly error_message: string | null;
}

export async function lastRun({ database }: Pick<CliPlant, 'database'>): Promise<RunRow | undefined> {
  const { rows } = await database.pool.query<RunRow>(
    'SELECT run_id, status, stage, error_code, error_message FROM ingestion_runs ORDER BY run_id DESC LIMIT 1',
  );
  return rows[0];
}

/** Staging tables that nobody has cleared away. */
export async function leftovers({ database }: Pick<CliPlant, 'database'>): Promise<string[]> {
  const { rows } = await database.pool.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'staging' ORDER BY tablename`,
  );
  return rows.map((row) => row.name);
}
