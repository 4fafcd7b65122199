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
    const before = await settingsOf(database);
    for (let time = 0; time < 5; time++) {
      const error = await openDatabase(through, 'external').catch((thrown) => thrown);
      expect(error).toMatchObject({ kind: 'usage', code: 'POOLER_WITHOUT_SESSIONS' });
      expect(error.remedy).toContain('pool_mode = session');
    }
    expect(await runLockHolder(database.pool)).toBeNull();
    expect(await settingsOf(database)).toEqual(before);
  });

  it('is refused as well while others keep its connections busy and warm', async () => {
    const { url } = await emptyOn(firstServer);
    const through = await bouncerBefore(url, { mode: 'transaction', size: 4 });
    const { default: pg } = await import('pg');
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

/** Of a connection that the pooler gives to others: what we set for ourselves must be gone. */
async function settingsOf({ pool }: { pool: import('pg').Pool }): Promise<unknown> {
  const { rows } = await pool.query(
    "SELECT count(*)::int AS locks FROM pg_locks WHERE locktype = 'advisory'",
  );
  return rows;
}
