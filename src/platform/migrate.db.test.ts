import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/support/database.js';
import { ensureMigrated, migrateDown, migrateUp, migrationStatus, mustBeMigrated } from './migrate.js';

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
    expect(await tables()).toEqual([]);
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
        kind: 'setup',
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

test('tables of somebody else under our names are told as that, and nothing of ours is left behind', async () => {
  const { pool } = subject.database;
  await pool.query('CREATE TABLE modelos (nome text); CREATE VIEW publication AS SELECT 1 AS um');
  for (const work of [ensureMigrated, migrateUp]) {
    const error = await work(subject.database).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: 'setup', code: 'FOREIGN_TABLES' });
    expect(error.message).toContain('modelos, publication');
    expect(error.remedy).toContain('CREATE DATABASE');
  }
  // As a program in Ruby or Go keeps it, and as another one that uses the same tool.
  await pool.query('DROP TABLE modelos; DROP VIEW publication');
  for (const columns of ['version bigint, dirty boolean', 'id int, name text, run_on timestamp']) {
    await pool.query(
      `CREATE TABLE schema_migrations (${columns}); INSERT INTO schema_migrations DEFAULT VALUES`,
    );
    await pool.query(`UPDATE schema_migrations SET name = '1700000000000_init'`).catch(() => {});
    await expect(migrateUp(subject.database)).rejects.toMatchObject({ code: 'FOREIGN_TABLES' });
    expect(await tables()).toEqual(['schema_migrations']);
    await pool.query('DROP TABLE schema_migrations');
  }
  // As another program with a queue has it.
  await pool.query('CREATE SCHEMA fila; CREATE TABLE fila.job (id int)');
  await expect(migrateUp(subject.database)).rejects.toMatchObject({
    code: 'FOREIGN_TABLES',
    message: expect.stringContaining('fila.job'),
  });
  await pool.query('DROP SCHEMA fila CASCADE');
  // One that comes in between, and one under a name that only a later migration takes: a function this time.
  await pool.query(
    'CREATE FUNCTION pseudonimo(funcionario_id integer) RETURNS text LANGUAGE sql AS $$ SELECT 1::text $$',
  );
  await expect(migrateUp(subject.database)).rejects.toMatchObject({
    code: 'FOREIGN_TABLES',
    message: expect.stringContaining('pseudonimo'),
  });
  expect(await tables()).toEqual([]);
  const { rows } = await pool.query("SELECT to_regnamespace('staging') AS staging");
  expect(rows).toEqual([{ staging: null }]);
});

test('whoever only reads changes nothing, and is told which command makes the tables', async () => {
  putTwo();
  await expect(mustBeMigrated(subject.database, folder)).rejects.toMatchObject({
    kind: 'setup',
    code: 'NOT_MIGRATED',
    remedy: expect.stringContaining('prodplan migrate'),
  });
  expect(await tables()).toEqual([]);
  await migrateUp(subject.database, folder);
  await mustBeMigrated(subject.database, folder);
  put('0003_third', 'create table third (a int);');
  await expect(mustBeMigrated(subject.database, folder)).rejects.toMatchObject({
    code: 'NOT_MIGRATED',
    message: expect.stringContaining('0003_third'),
  });
  expect(await tables()).toEqual(['first', 'schema_migrations', 'second']);
});
