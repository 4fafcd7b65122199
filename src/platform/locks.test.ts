import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oldestServer, servers, type TestDatabase } from '../../test/support/database.js';
import { acquireRunLock, runLockHolder } from './locks.js';

describe.each([...servers, ...(oldestServer === null ? [] : [oldestServer])])(
  'the lock of a run ($name)',
  (server) => {
    let subject: TestDatabase;
    beforeAll(async () => {
      subject = await server.create();
    });
    afterAll(async () => await subject.drop());

    test('the second one is refused and learns who has it', async () => {
      const { database } = subject;
      const first = await database.connect();
      const second = await database.connect();
      expect(await runLockHolder(database.pool)).toBeNull();
      const lock = await acquireRunLock(first, { wait: false, holder: 'run 1 (Olá)' });
      expect(lock).not.toBeNull();
      expect(await acquireRunLock(second, { wait: false, holder: 'run 2' })).toBeNull();
      const holder = await runLockHolder(database.pool);
      expect(holder?.holder).toMatch(/^run 1/);
      expect(holder?.since).toBeInstanceOf(Date);
      await lock?.release();
      expect(await runLockHolder(database.pool)).toBeNull();
      await Promise.all([first.end(), second.end()]);
    });

    test('who waits gets it when the holder dies', async () => {
      const { database } = subject;
      const first = await database.connect();
      const second = await database.connect();
      await acquireRunLock(first, { wait: false, holder: 'run 1' });
      const waiting = acquireRunLock(second, { wait: true, holder: 'run 2' });
      const holder = await runLockHolder(database.pool);
      await database.pool.query('select pg_terminate_backend($1)', [holder?.pid]);
      const lock = await waiting;
      expect((await runLockHolder(database.pool))?.holder).toBe('run 2');
      await lock?.release();
      await second.end();
    });
  },
);
