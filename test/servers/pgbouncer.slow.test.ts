import pg from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/platform/database.js';
import { runLockHolder } from '../../src/platform/locks/index.js';
import { firstServer } from '../support/database.js';
import { type BouncerOptions, bouncerBefore, canStartPgBouncer } from './pgbouncer.js';
import { emptyOn } from './support.js';
import { wholeWay } from './whole-way.js';

const refused: readonly BouncerOptions[] = [
  { mode: 'transaction' },
  { mode: 'transaction', size: 1 },
  { mode: 'transaction', size: 2, roundRobin: true },
  { mode: 'transaction', size: 3, roundRobin: true },
  { mode: 'statement' },
];

describe.skipIf(!canStartPgBouncer)('through PgBouncer', () => {
  it.each(refused)('%o is refused, every time, and leaves nothing behind', async (options) => {
    const { database, url } = await emptyOn(firstServer);
    const through = await bouncerBefore(url, options);
    for (let time = 0; time < 5; time++) {
      const error = await openDatabase(through, 'external').catch((thrown) => thrown);
      expect(error).toMatchObject({ kind: 'setup', code: 'POOLER_WITHOUT_SESSIONS' });
      expect(error.remedy).toContain('pool_mode = session');
    }
    expect(await runLockHolder(database.pool)).toBeNull();
    expect(await locksOf(database)).toBe(0);
    expect(await settingsThrough(through)).toEqual([]);
  });

  it('is refused as well while others keep its connections busy and warm', async () => {
    const { url } = await emptyOn(firstServer);
    const through = await bouncerBefore(url, { mode: 'transaction', size: 4 });
    const busy = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const client = new pg.Client({ connectionString: through });
        client.on('error', () => {});
        await client.connect();
        return client;
      }),
    );
    let over = false;
    const work = busy.map(async (client) => {
      while (!over) await client.query('SELECT pg_sleep(0.002)').catch(() => {});
    });
    onTestFinished(async () => {
      over = true;
      await Promise.all(work);
      await Promise.all(busy.map((client) => client.end()));
    });
    for (let time = 0; time < 10; time++)
      await expect(openDatabase(through, 'external')).rejects.toMatchObject({
        code: 'POOLER_WITHOUT_SESSIONS',
      });
  });

  it('in session mode everything works', async () => {
    const { url } = await emptyOn(firstServer);
    const plain = await wholeWay((await emptyOn(firstServer)).database);
    const through = await bouncerBefore(url, { mode: 'session', size: 40 });
    const database = await openDatabase(through, 'external');
    onTestFinished(() => database.close());
    expect(await wholeWay(database)).toEqual(plain);
    expect(await runLockHolder(database.pool)).toBeNull();
  });

  it('a user that it does not know, and options that it does not let pass, are told in words', async () => {
    const { url } = await emptyOn(firstServer);
    const through = new URL(await bouncerBefore(url, { mode: 'session' }));
    const stranger = new URL(through);
    stranger.username = 'ninguem';
    await expect(openDatabase(stranger.href, 'external')).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      remedy: expect.stringContaining('palavra-passe'),
    });
    through.searchParams.set('options', '-c work_mem=7MB');
    await expect(openDatabase(through.href, 'external')).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      remedy: expect.stringContaining('options'),
    });
  });
});

/** The advisory locks that anybody holds in this database; the server's other databases are other tests'. */
async function locksOf({ pool }: { pool: pg.Pool }): Promise<number> {
  const { rows } = await pool.query<{ locks: number }>(
    `SELECT count(*)::int AS locks FROM pg_locks WHERE locktype = 'advisory'
     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
  );
  return rows[0]!.locks;
}

/** What a pooler carries from one of its clients to the next by itself. */
const ofThePooler = ['client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings'];

/** The settings that somebody left on the connections which the pooler now gives to others. */
async function settingsThrough(through: string): Promise<string[]> {
  const others = Array.from({ length: 8 }, () => new pg.Client({ connectionString: through }));
  await Promise.all(others.map((client) => client.connect()));
  // All at once, and long enough for each to get a connection of its own, where there are as many.
  const asked = others.map((client) =>
    client.query<{ names: string[] | null }>(
      `SELECT (SELECT array_agg(name::text) FROM pg_settings WHERE source = 'session' AND name <> 'application_name')
       AS names, pg_sleep(0.2)`,
    ),
  );
  const told = (await Promise.all(asked)).flatMap(({ rows }) => rows[0]!.names ?? []);
  await Promise.all(others.map((client) => client.end()));
  return told.filter((name) => !ofThePooler.includes(name));
}
