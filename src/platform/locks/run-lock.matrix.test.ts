import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { firstServer, onEveryServer, type TestDatabase } from '../../../test/support/database.js';
import { testRedis } from '../../../test/support/redis.js';
import { connectRedis } from '../redis.js';
import { mustBeNewest, newestFencingNumber, type RunLock, runLockHolder } from './index.js';
import { acquireRunLock, type LockWait } from './run-lock.js';

onEveryServer('the lock of a run in the database', (server) => {
  let subject: TestDatabase;
  beforeAll(async () => {
    subject = await server.create();
  });
  afterAll(async () => await subject.drop());

  async function newSession(): Promise<pg.Client> {
    const session = await subject.database.connect();
    onTestFinished(async () => await session.end().catch(() => {}));
    return session;
  }

  const acquire = (session: pg.Client, name: string, wait = false): Promise<RunLock> =>
    acquireRunLock({ database: subject.database, session, name, wait });

  test('the second one is refused and learns who has it', async () => {
    const { pool } = subject.database;
    expect(await runLockHolder(pool)).toBeNull();
    const lock = await acquire(await newSession(), 'ingest');
    await lock.nameRun(17);
    const second = acquire(await newSession(), 'rollback');
    await expect(second).rejects.toMatchObject({
      kind: 'locked',
      code: 'LOCKED',
      message: expect.stringContaining(`«prodplan ingest carga 17 pid ${process.pid} em `),
    });
    await expect(second).rejects.toThrow(/desde \d{4}-\d\d-\d\dT/);
    expect((await runLockHolder(pool))?.holder).toMatch(/^prodplan ingest /);
    await lock.release();
    expect(await runLockHolder(pool)).toBeNull();
  });

  test('who waits gets it when the holder dies, with a higher number, and knows how long it waited', async () => {
    const { pool } = subject.database;
    const first = await acquire(await newSession(), 'ingest');
    const waits: LockWait[] = [];
    const second = await newSession();
    const waiting = acquireRunLock({
      database: subject.database,
      session: second,
      name: 'replay',
      wait: true,
      onWaited: (wait) => waits.push(wait),
    });
    await sleep(200);
    await pool.query('select pg_terminate_backend($1)', [(await runLockHolder(pool))?.pid]);
    const lock = await waiting;
    expect((await runLockHolder(pool))?.holder).toMatch(/^prodplan replay /);
    expect(lock.fencingNumber).toBeGreaterThan(first.fencingNumber);
    expect(lock.waitedMs).toBeGreaterThanOrEqual(150);
    expect(waits).toEqual([{ outcome: 'taken', waitedMs: lock.waitedMs, backend: 'postgres' }]);
    await lock.release();
  });

  test('only the newest number may publish, and nobody draws one while it does', async () => {
    const { pool } = subject.database;
    const [one, two] = [await newSession(), await newSession()];
    const first = await acquire(one, 'ingest');
    await one.query('BEGIN');
    await mustBeNewest(one, first.fencingNumber);
    let drawn = false;
    const later = pool.query('UPDATE run_fence SET number = number + 1').then(() => {
      drawn = true;
    });
    await sleep(300);
    expect(drawn).toBe(false);
    await one.query('COMMIT');
    await later;
    expect(await newestFencingNumber(pool)).toBe(first.fencingNumber + 1);
    await expect(mustBeNewest(one, first.fencingNumber)).rejects.toMatchObject({
      kind: 'locked',
      code: 'RUN_FENCED',
    });
    await first.release();
    expect((await acquire(two, 'ingest')).fencingNumber).toBe(first.fencingNumber + 2);
  });
});

describe.each(testRedis)('the lock of a run with Redis in front ($name)', (redis) => {
  let subject: TestDatabase;
  beforeAll(async () => {
    subject = await firstServer.create();
  });
  afterAll(async () => await subject.drop());

  test('many compete, some die, and Redis forgets now and then: never two at once, and numbers rise', async () => {
    const { database } = subject;
    const settings = { url: await redis.url(), leaseMs: 2_000 };
    const shared = { pool: database.pool, redis: settings };
    const forgetful = await connectRedis(settings.url);
    onTestFinished(() => forgetful.disconnect());
    let inside = 0;
    let most = 0;
    const numbers: number[] = [];
    const forget = async (): Promise<void> => {
      const keys = await forgetful.keys(`prodplan:{*/${await databaseOid()}}:run:*`);
      if (keys.length > 0) await forgetful.del(...keys);
    };
    const databaseOid = async (): Promise<string> =>
      (await database.pool.query('SELECT oid::text FROM pg_database WHERE datname = current_database()'))
        .rows[0].oid;

    const compete = async (turns: number): Promise<void> => {
      for (let turn = 0; turn < turns; turn += 1) {
        const session = await database.connect();
        const lock = await acquireRunLock({ database: shared, session, name: 'ingest', wait: true });
        inside += 1;
        most = Math.max(most, inside);
        numbers.push(lock.fencingNumber);
        await sleep(randomInt(30));
        if (randomInt(4) === 0) await forget();
        // Still inside, as others would see it, until the session is gone.
        inside -= 1;
        const dies = randomInt(3) === 0;
        if (dies) await database.pool.query('SELECT pg_terminate_backend($1)', [await pidOf(database.pool)]);
        else await session.end();
        await lock.release();
        await session.end().catch(() => {});
      }
    };
    await Promise.all(Array.from({ length: 6 }, () => compete(5)));
    expect(most).toBe(1);
    expect(numbers).toHaveLength(30);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(30);
  });
});

async function pidOf(pool: pg.Pool): Promise<number> {
  return (await runLockHolder(pool))!.pid;
}
