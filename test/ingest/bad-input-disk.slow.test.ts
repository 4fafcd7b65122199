import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, type TestContext } from 'vitest';
import { explainFailure } from '../../src/ingestion/failures.js';
import { writeSample } from '../../src/sample/index.js';
import { type Finished, prodplan } from '../support/cli.js';
import { coreChecksum } from '../support/core.js';
import { testDatabase } from '../support/database.js';
import { smallDump, temporaryFolder } from '../support/dump.js';
import { type CliPlant, lastRun, leftovers, published, sharedPlant } from './bad-input-support.js';

/** Mounts a very small disk on the folder; skips the test where that is not allowed. */
function smallDisk(context: TestContext, folder: string, options: string): void {
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    context.skip('this account may not mount a small disk');
  }
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
}

async function largerFile(): Promise<string> {
  const path = join(await temporaryFolder(), 'Folha_IA.xlsx');
  await writeSample(path, { orders: 200, seed: 1, asOf: '2023-04-30T18:00:00' });
  return path;
}

async function expectDiskFull(plant: CliPlant, path: string): Promise<void> {
  const { pool } = plant.database;
  const before = [await coreChecksum(pool), await published(plant)];
  const full = await plant.cli('ingest', path, '--force');
  expect(full, full.stderr).toMatchObject({ exitCode: 1, stdout: '' });
  expect(full.stderr).toContain('Não há espaço no disco');
  expect(full.stderr).toContain('(DISK_FULL)');
  expect(full.stderr).toContain('Os dados anteriores estão intactos. Liberte espaço no disco e repita.');
  expect([await coreChecksum(pool), await published(plant)]).toEqual(before);
  expect(await lastRun(plant)).toMatchObject({ status: 'failed', error_code: 'DISK_FULL' });
  expect(await leftovers(plant)).toEqual([]);
}

describe('a full disk', () => {
  const plant = sharedPlant();

  it('fails the run where the CSV.gz files find no place, whatever is left of it', async (context) => {
    const path = await largerFile();
    const folder = join(plant().home, 'extracts');
    smallDisk(context, folder, 'size=64k');
    await expectDiskFull(plant(), path);
    execFileSync('mount', ['-o', 'remount,size=16m', folder]);
    expect(await plant().cli('ingest', path, '--force')).toMatchObject({ exitCode: 0 });
  });

  it('fails the run where the server finds no place for its tables', async (context) => {
    const { pool } = plant().database;
    const path = await largerFile();
    const shown = await pool.query<{ folder: string; name: string }>(
      `SELECT current_setting('data_directory') AS folder, current_database() AS name`,
    );
    const { folder, name } = shown.rows[0]!;
    const owner = statSync(folder);
    const place = await temporaryFolder();
    chmodSync(place, 0o711);
    const disk = join(place, 'disk');
    smallDisk(context, disk, `size=256k,mode=0700,uid=${owner.uid},gid=${owner.gid}`);
    const tablespace = `${name}_small`;
    await pool.query(`CREATE TABLESPACE ${tablespace} LOCATION '${disk}'`);
    await pool.query(`ALTER DATABASE ${name} SET default_tablespace = ${tablespace}`);
    try {
      await expectDiskFull(plant(), path);
    } finally {
      await pool.query(`ALTER DATABASE ${name} RESET default_tablespace`);
      await pool.query(`DROP TABLESPACE ${tablespace}`);
    }
    expect(await plant().cli('ingest', path, '--force')).toMatchObject({ exitCode: 0 });
    await plant().ingest(smallDump(), { force: true });
  });
});

describe('a disk that is full for a command without a run', () => {
  const told = (finished: Finished): void => {
    expect(finished, finished.stderr).toMatchObject({ exitCode: 1, stdout: '' });
    expect(finished.stderr).toContain('Não há espaço no disco');
    expect(finished.stderr).toContain('(DISK_FULL)');
    expect(finished.stderr).toContain('Liberte espaço no disco e repita.');
    expect(finished.stderr).not.toMatch(/\n {4}at /);
  };
  const bare = (home: string) => ({ PRODPLAN_HOME: home, DATABASE_URL: '', NO_COLOR: '1' });

  it('sample and extract say so, leave nothing half-written, and work once there is room', async (context) => {
    const home = await temporaryFolder();
    const disk = join(home, 'disk');
    smallDisk(context, disk, 'size=64k');
    const commands = [
      ['sample', join(disk, 'Folha_IA.xlsx'), '--orders', '200'],
      ['extract', await largerFile(), '--out', join(disk, 'out')],
    ];
    for (const command of commands) {
      told(await prodplan(command, bare(home)));
      expect(readdirSync(disk, { recursive: true }).filter((name) => name !== 'out')).toEqual([]);
    }
    execFileSync('mount', ['-o', 'remount,size=16m', disk]);
    for (const command of commands)
      expect(await prodplan(command, bare(home))).toMatchObject({ exitCode: 0 });
  });

  it('a start that makes the database, or only starts it, says so, and the next one makes it good', async (context) => {
    const place = await temporaryFolder();
    chmodSync(place, 0o711);
    const disk = join(place, 'disk');
    smallDisk(context, disk, 'size=8m,mode=0711');
    const home = join(disk, 'home');
    const start = async () => await prodplan(['db', 'url'], bare(home));
    const stop = async () => await prodplan(['db', 'stop'], bare(home));
    onTestFinished(async () => void (await stop()));
    told(await start());
    const left = readdirSync(home, { recursive: true }).map(String);
    expect(left.filter((name) => /PG_VERSION|data\.new|initdb\.password/.test(name))).toEqual([]);
    execFileSync('mount', ['-o', 'remount,size=256m', disk]);
    expect(await start()).toMatchObject({ exitCode: 0 });
    expect(await stop()).toMatchObject({ exitCode: 0 });
    // Nothing more fits, not even the server's own log.
    const { bavail, bsize } = statfsSync(disk);
    const filler = join(disk, 'filler');
    writeFileSync(filler, Buffer.alloc(bavail * bsize));
    told(await start());
    rmSync(filler);
    expect(await start()).toMatchObject({ exitCode: 0 });
  });

  it('a first migration says so, and leaves no table', async (context) => {
    const { database, url, drop } = await testDatabase({ migrated: false });
    onTestFinished(drop);
    const { pool } = database;
    const shown = await pool.query<{ folder: string; name: string }>(
      `SELECT current_setting('data_directory') AS folder, current_database() AS name`,
    );
    const { folder, name } = shown.rows[0]!;
    const owner = statSync(folder);
    const place = await temporaryFolder();
    chmodSync(place, 0o711);
    const disk = join(place, 'disk');
    smallDisk(context, disk, `size=128k,mode=0700,uid=${owner.uid},gid=${owner.gid}`);
    await pool.query(`CREATE TABLESPACE ${name}_small LOCATION '${disk}'`);
    await pool.query(`ALTER DATABASE ${name} SET default_tablespace = ${name}_small`);
    const env = { ...bare(await temporaryFolder()), DATABASE_URL: url };
    try {
      told(await prodplan(['migrate'], env));
      const tables = await pool.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
      );
      expect(tables.rows.filter((one) => one.name !== 'schema_migrations')).toEqual([]);
    } finally {
      await pool.query(`ALTER DATABASE ${name} RESET default_tablespace`);
      await pool.query('DROP TABLE IF EXISTS public.schema_migrations');
      await pool.query(`DROP TABLESPACE ${name}_small`);
    }
    expect(await prodplan(['migrate'], env)).toMatchObject({ exitCode: 0 });
  });
});

describe('explainFailure', () => {
  const failed = (code: string, message = 'so it is'): unknown => Object.assign(new Error(message), { code });

  it.each([
    ['ENOSPC', 'DISK_FULL', 'unavailable'],
    ['EDQUOT', 'DISK_FULL', 'unavailable'],
    ['53100', 'DISK_FULL', 'unavailable'],
    ['53200', 'DATABASE_OUT_OF_MEMORY', 'unavailable'],
    ['57P01', 'DATABASE_LOST', 'unavailable'],
    ['08006', 'DATABASE_LOST', 'unavailable'],
    ['ECONNRESET', 'DATABASE_LOST', 'unavailable'],
    ['ETIMEDOUT', 'DATABASE_LOST', 'unavailable'],
    ['42P01', 'UNEXPECTED', 'system'],
  ])('takes %s for %s, and says that the data are intact', (code, told, kind) => {
    expect(explainFailure(failed(code), undefined)).toMatchObject({
      kind,
      code: told,
      message: expect.stringContaining('so it is'),
      remedy: expect.stringContaining('Os dados anteriores estão intactos'),
    });
  });

  it('takes whatever fails after an abort for the abort', () => {
    expect(explainFailure(failed('57014'), AbortSignal.abort())).toMatchObject({ code: 'STOPPED' });
    expect(explainFailure(failed('57014'), new AbortController().signal)).toMatchObject({
      code: 'UNEXPECTED',
    });
  });
});
