import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.js';
import { ensureMigrated, migrateDown, migrateUp, migrationStatus } from './migrate.js';

let subject: TestDatabase;
let folder: string;

beforeEach(async () => {
  subject = await testDatabase({ migrated: false });
  folder = mkdtempSync(join(tmpdir(), 'prodplan-migrations-'));
});
afterEach(async () => {
  await subject.drop();
  rmSync(folder, { recursive: true });
});

function put(name: string, up: string, down = 'select 1;'): void {
  writeFileSync(join(folder, `${name}.sql`), `-- Up Migration\n${up}\n-- Down Migration\n${down}\n`);
}

function putTwo(): void {
  put('0001_first', 'create table first (a int);', 'drop table first;');
  put('0002_second', 'create table second (a int);', 'drop table second;');
}

async function tables(): Promise<string[]> {
  const answer = await subject.database.pool.query(
    "select tablename from pg_tables where schemaname = 'public' order by 1",
  );
  return answer.rows.map((row) => row.tablename);
}

describe('migrations', () => {
  test('go up, tell how they stand, and go down again', async () => {
    putTwo();
    writeFileSync(join(folder, 'README.md'), 'not a migration');
    const { database } = subject;
    expect(await migrationStatus(database, folder)).toEqual([
      { name: '0001_first', appliedAt: null },
      { name: '0002_second', appliedAt: null },
    ]);
    expect(await migrateUp(database, folder)).toEqual(['0001_first', '0002_second']);
    expect(await tables()).toEqual(['first', 'schema_migrations', 'second']);
    const status = await migrationStatus(database, folder);
    expect(status[0]?.appliedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(await migrateUp(database, folder)).toEqual([]);
    expect(await migrateDown(database, 1, folder)).toEqual(['0002_second']);
    expect(await tables()).toEqual(['first', 'schema_migrations']);
  });

  test('the check of an up-to-date database is quick', async () => {
    putTwo();
    const { database } = subject;
    await ensureMigrated(database, folder);
    const times: number[] = [];
    for (let i = 0; i < 5; i++) {
      const begun = performance.now();
      await ensureMigrated(database, folder);
      times.push(performance.now() - begun);
    }
    expect(Math.min(...times)).toBeLessThan(10);
  });

  test('several processes at once are safe', async () => {
    putTwo();
    const { database } = subject;
    await Promise.all([1, 2, 3].map(() => ensureMigrated(database, folder)));
    expect((await migrationStatus(database, folder)).length).toBe(2);
  });

  test('one that fails leaves nothing behind and says what is wrong', async () => {
    put('0001_first', 'create table first (a int);');
    put('0002_second', 'create table second (a int); select nonsense;');
    const error = await migrateUp(subject.database, folder).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: 'system', code: 'MIGRATION_FAILED' });
    expect(error.message).toContain('nonsense');
    expect(await tables()).toEqual(['first', 'schema_migrations']);
    put('0002_second', 'create table second (a int);');
    await ensureMigrated(subject.database, folder);
    expect(await tables()).toEqual(['first', 'schema_migrations', 'second']);
  });

  test('a database that is newer than the code is refused', async () => {
    putTwo();
    await migrateUp(subject.database, folder);
    rmSync(join(folder, '0002_second.sql'));
    for (const work of [ensureMigrated, migrateUp]) {
      await expect(work(subject.database, folder)).rejects.toMatchObject({
        kind: 'usage',
        code: 'DATABASE_NEWER_THAN_CODE',
        message: expect.stringContaining('0002_second'),
      });
    }
    expect((await migrationStatus(subject.database, folder)).map(({ name }) => name)).toEqual([
      '0001_first',
      '0002_second',
    ]);
  });

  test('order, names and numbers are checked', async () => {
    put('0002_second', 'select 1;');
    await migrateUp(subject.database, folder);
    put('0001_first', 'select 1;');
    await expect(ensureMigrated(subject.database, folder)).rejects.toMatchObject({ code: 'BAD_MIGRATIONS' });
    put('0002_other', 'select 1;');
    await expect(migrationStatus(subject.database, folder)).rejects.toThrow(/mesmo número/);
    put('third', 'select 1;');
    await expect(migrationStatus(subject.database, folder)).rejects.toThrow(/0001_nome/);
  });
});

test('the migrations of this repository go up, down and up again', async () => {
  const { database } = subject;
  const names = await migrateUp(database);
  expect(await migrateDown(database, names.length)).toEqual(names.toReversed());
  expect(await migrateUp(database)).toEqual(names);
});
