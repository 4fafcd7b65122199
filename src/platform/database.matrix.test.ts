import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { onEveryServer, type TestDatabase, testDatabase } from '../../test/support/database.js';
import { connectDatabase, openDatabase } from './database.js';
import { checkVersion } from './postgres/server-check.js';

onEveryServer('a database', (server) => {
  let subject: TestDatabase;
  beforeAll(async () => {
    subject = await server.create();
  });
  afterAll(async () => await subject.drop());

  test('values keep what they are', async () => {
    const answer = await subject.database.pool.query(
      `select 9007199254740991::int8 as whole, 1.50::numeric as decimal, '2024-03-31 01:30:00'::timestamp as moment,
              '2024-03-31'::date as day, array[1, null]::int8[] as wholes,
              array['2024-03-31 01:30:00'::timestamp] as moments, count(*) as rows, null::int8 as nothing`,
    );
    expect(answer.rows[0]).toEqual({
      whole: 9007199254740991,
      decimal: '1.50',
      moment: '2024-03-31T01:30:00',
      day: '2024-03-31',
      wholes: [1, null],
      moments: ['2024-03-31T01:30:00'],
      rows: 1,
      nothing: null,
    });
  });

  test('a bigint that would lose digits is refused', async () => {
    await expect(subject.database.pool.query('select 9007199254740993::int8')).rejects.toThrow(
      /does not fit/,
    );
  });

  test('every session has our settings', async () => {
    const client = await subject.database.connect('olhar');
    for (const connection of [subject.database.pool, client]) {
      const answer = await connection.query(
        "select current_setting('jit') as jit, current_setting('timezone') as zone, current_setting('datestyle') as style",
      );
      expect(answer.rows[0]).toMatchObject({
        jit: 'off',
        zone: 'UTC',
        style: expect.stringMatching(/^ISO/),
      });
    }
    const name = await client.query("select current_setting('application_name') as name");
    expect(name.rows[0].name).toBe('olhar');
    await client.end();
  });

  test('connections that are cut do not end the process', async () => {
    const { pool, connect } = subject.database;
    const own = await connect();
    const lent = await pool.connect();
    const idle = await pool.connect();
    idle.release();
    const watcher = await connect('watcher');
    await watcher.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name <> 'watcher'",
    );
    await sleep(50);
    await expect(lent.query('select 1')).rejects.toThrow();
    await expect(own.query('select 1')).rejects.toThrow();
    lent.release(true);
    expect((await pool.query('select 1 as one')).rows[0].one).toBe(1);
    await watcher.end();
  });
});

describe('a server that cannot be used', () => {
  test('nobody listens there', async () => {
    const url = 'postgres://ana:segredo@127.0.0.1:1/fabrica';
    const error = await connectDatabase({
      home: '/',
      databaseUrl: url,
      redisUrl: null,
      lockSeconds: 0,
    }).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: 'unavailable', code: 'DATABASE_UNREACHABLE' });
    expect(error.message).toContain('127.0.0.1:1/fabrica');
    expect(error.message + error.remedy).not.toContain('segredo');
    expect(error.remedy).toContain('DATABASE_URL');
  });

  test('the password or the database is wrong', async () => {
    const { url, drop } = await testDatabase({ migrated: false });
    const password = new URL(url);
    password.password = 'err+ad%20a';
    const base = new URL(url);
    base.pathname = '/nenhuma';
    await expect(openDatabase(password.href, 'external')).rejects.toThrow(/palavra-passe/);
    await expect(openDatabase(base.href, 'external')).rejects.toThrow(/não existe/);
    await drop();
  });

  test('its version is too old or too new', () => {
    for (const version of [140_012, 190_000]) {
      expect(() => checkVersion(version)).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_POSTGRES' }));
    }
    expect(() => checkVersion(140_012)).toThrow(/14\.12.*15 a 18/);
    expect(() => checkVersion(150_018)).not.toThrow();
    expect(() => checkVersion(180_004)).not.toThrow();
  });
});

test('a password and options in the URL arrive as they are', async () => {
  const { database, url, drop } = await testDatabase({ migrated: false });
  await database.pool.query(`create role "olá+u" login password 'a+b c%d@e'`);
  const other = new URL(url);
  other.username = encodeURIComponent('olá+u');
  other.password = encodeURIComponent('a+b c%d@e');
  other.searchParams.set('options', '-c work_mem=7MB -c jit=on');
  const second = await openDatabase(other.href, 'external');
  const answer = await second.pool.query(
    "select current_user as who, current_setting('work_mem') as memory, current_setting('jit') as jit",
  );
  expect(answer.rows[0]).toEqual({ who: 'olá+u', memory: '7MB', jit: 'off' });
  await second.close();
  await database.pool.query('drop role "olá+u"');
  await drop();
});
