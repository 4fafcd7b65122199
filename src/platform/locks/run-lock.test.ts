import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { oldestServer, servers, type TestDatabase } from '../../../test/support/database.js';
import { mustBeNewest, newestFencingNumber, type RunLock, runLockHolder } from './index.js';
import { acquireRunLock, type LockWait } from './run-lock.js';

describe.each([...servers, ...(oldestServer === null ? [] : [oldestServer])])(
  'the lock of a run in the database ($name)',
  (server) => {
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
      expect(lock.waited_ms).toBeGreaterThanOrEqual(150);
      expect(waits).toEqual([{ outcome: 'taken', waited_ms: lock.waited_ms, backend: 'postgres' }]);
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
  },
);
