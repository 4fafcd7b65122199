import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runLockHolder } from '../../src/platform/locks/index.js';
import { type CliPlant, lastRun, leftovers, plantBetween } from '../ingest/bad-input-support.js';
import { expectToWait, type Started, start, startUntil, until } from '../ingest/running.js';
import { canStartRedis, freePort, ownRedis, testRedis } from '../support/redis.js';
import { drawNumber, expectNumbersRise, readersSee, withRedis } from './support.js';

const { plant, files } = plantBetween(300);

const ingest = (on: CliPlant, ...more: string[]): Started =>
  start(['ingest', files().second, '--json', ...more], on.env);

async function runOf(
  child: Started['child'],
): Promise<{ run_id: number; status: string; error_code: string }> {
  const { rows } = await plant().database.pool.query(
    'SELECT run_id, status, error_code FROM ingestion_runs WHERE pid = $1 ORDER BY run_id DESC LIMIT 1',
    [child.pid],
  );
  return rows[0];
}

/** The refused answer of `ingest --json`. */
const errorOf = (ended: { stdout: string }): { code: string; message: string; remedy: string } =>
  JSON.parse(ended.stdout).error;

describe.each(testRedis)('runs on several machines with one Redis ($name)', (server) => {
  let url: string;
  const machines = async (lockSeconds: number): Promise<CliPlant> => {
    url = await server.url();
    return withRedis(plant(), url, lockSeconds);
  };

  it('two compete: the second is told who has it, or waits', async () => {
    const hosts = await machines(30);
    const first = await startUntil(hosts, 'merge', ['ingest', files().second, '--json']);
    const refused = await ingest(hosts).finished;
    expect(refused, refused.stderr).toMatchObject({ exitCode: 5, stderr: '' });
    const { run_id } = await runOf(first.child);
    expect(errorOf(refused)).toMatchObject({ code: 'LOCKED' });
    expect(errorOf(refused).message).toContain(
      `«prodplan ingest carga ${run_id} pid ${first.child.pid} em ${hostname()}», desde 20`,
    );
    const second = ingest(hosts, '--wait');
    await expectToWait(hosts, second);
    await first.release();
    const [one, two] = [await first.finished, await second.finished];
    expect([one.exitCode, two.exitCode], one.stdout + two.stdout).toEqual([0, 0]);
    expect(JSON.parse(one.stdout).status).toBe('completed');
    expect(JSON.parse(two.stdout).status).toBe('unchanged');
    await expectNumbersRise(hosts);
  });

  it('who waits can be stopped', async () => {
    const hosts = await machines(30);
    const first = await startUntil(hosts, 'merge', ['ingest', files().second, '--json']);
    const second = ingest(hosts, '--wait');
    await expectToWait(hosts, second);
    second.child.kill('SIGINT');
    expect(errorOf(await second.finished)).toMatchObject({ code: 'STOPPED' });
    await first.release();
    expect(await first.finished).toMatchObject({ exitCode: 0 });
  });

  it.each(['copy', 'merge', 'publish'] as const)(
    'kill -9 of the holder at %s: the next one does not wait for the lease to lapse',
    async (moment) => {
      const before = await readersSee(plant());
      const hosts = await machines(600);
      const first = await startUntil(hosts, moment, ['ingest', files().second, '--json']);
      const { run_id } = await runOf(first.child);
      first.child.kill('SIGKILL');
      await first.finished;
      await until('the end of the dead session', async () => {
        return (await runLockHolder(plant().database.pool)) === null;
      });
      await first.release();
      expect(await readersSee(plant())).toEqual(before);
      const next = await ingest(hosts).finished;
      expect(next, next.stdout).toMatchObject({ exitCode: 0 });
      expect(await leftovers(plant())).toEqual([]);
      const { rows } = await plant().database.pool.query(
        'SELECT status, error_code FROM ingestion_runs WHERE run_id = $1',
        [run_id],
      );
      expect(rows).toEqual([{ status: 'failed', error_code: 'RUN_DIED' }]);
      await expectNumbersRise(hosts);
    },
  );

  it.each(['copy', 'publish'] as const)(
    'a holder that stalls at %s past its time and wakes up when another has published is refused',
    async (moment) => {
      const hosts = await machines(1);
      const stalled = await startUntil(hosts, moment, ['ingest', files().second, '--json']);
      stalled.child.kill('SIGSTOP');
      await stalled.release();
      const other = ingest(hosts, '--wait');
      const done = await other.finished;
      expect(done, done.stdout + done.stderr).toMatchObject({ exitCode: 0 });
      expect(JSON.parse(done.stdout).status).toBe('completed');
      const after = await readersSee(plant());
      stalled.child.kill('SIGCONT');
      const woken = await stalled.finished;
      expect(woken, woken.stdout).toMatchObject({ exitCode: 5, stderr: '' });
      expect(errorOf(woken).code).toBe('RUN_FENCED');
      expect(await readersSee(plant())).toEqual(after);
      expect(await runOf(stalled.child)).toMatchObject({ status: 'failed', error_code: 'RUN_FENCED' });
      expect(await leftovers(plant())).toEqual([]);
      await expectNumbersRise(hosts);
    },
  );

  it('a holder that stalls past its time and wakes up when nobody has begun goes on and publishes', async () => {
    const hosts = await machines(1);
    const stalled = await startUntil(hosts, 'copy', ['ingest', files().second, '--json']);
    await sleep(2_500);
    // Who does not wait is refused, and does not end the stalled one.
    const refused = await ingest(hosts).finished;
    expect(errorOf(refused)).toMatchObject({ code: 'LOCKED' });
    expect(errorOf(refused).message).toContain(`pid ${stalled.child.pid} em`);
    stalled.child.kill('SIGCONT');
    await stalled.release();
    const woken = await stalled.finished;
    expect(woken, woken.stdout).toMatchObject({ exitCode: 0 });
    expect(JSON.parse(woken.stdout).status).toBe('completed');
  });

  it('a stalled holder whose database has no lease behind it is never ended by others', async () => {
    // It was started without REDIS_URL: its silence in Redis means nothing.
    const stalled = await startUntil(plant(), 'copy', ['ingest', files().second, '--json']);
    const hosts = await machines(1);
    const other = ingest(hosts, '--wait');
    await expectToWait(hosts, other, { forMs: 3_500 });
    expect((await runLockHolder(plant().database.pool))?.holder).toContain(`pid ${stalled.child.pid} `);
    stalled.child.kill('SIGCONT');
    await stalled.release();
    const [one, two] = [await stalled.finished, await other.finished];
    expect([one.exitCode, two.exitCode], one.stdout + two.stdout).toEqual([0, 0]);
  });
});

describe.skipIf(!canStartRedis)('a Redis that goes away', () => {
  it('restarts empty in mid-run: the run goes on, the database keeps others out, numbers still rise', async () => {
    const redis = await ownRedis();
    const hosts = withRedis(plant(), redis.url, 3);
    const first = await startUntil(hosts, 'merge', ['ingest', files().second, '--json']);
    await redis.kill();
    await redis.start();
    // Whichever of the two finds the empty Redis first: the newcomer is refused by one lock or the other.
    const refused = await ingest(hosts).finished;
    expect(refused, refused.stdout).toMatchObject({ exitCode: 5 });
    expect(errorOf(refused).message).toContain(`pid ${first.child.pid} em`);
    // A newcomer that waits has the lease now and then; the holder lives, and is not ended for it.
    const waiting = ingest(hosts, '--wait');
    await expectToWait(hosts, waiting, { forMs: 7_500 });
    expect(first.child.exitCode).toBeNull();
    await first.release();
    const [one, two] = [await first.finished, await waiting.finished];
    expect([one.exitCode, two.exitCode], one.stdout + two.stdout).toEqual([0, 0]);
    expect(JSON.parse(one.stdout).status).toBe('completed');
    expect(JSON.parse(two.stdout).status).toBe('unchanged');
    await expectNumbersRise(hosts);
  });

  it('does not come back: the run ends well; the next one is refused, and says why', async () => {
    const redis = await ownRedis();
    const hosts = withRedis(plant(), redis.url, 1);
    const first = await startUntil(hosts, 'merge', ['ingest', files().second]);
    await redis.kill();
    await until('it has lost its lease', async () => first.said().includes('A reserva em Redis perdeu-se'));
    await first.release();
    const ended = await first.finished;
    expect(ended, ended.stderr).toMatchObject({ exitCode: 0 });
    expect(ended.stderr).toContain('A reserva em Redis perdeu-se');
    const next = await ingest(hosts).finished;
    expect(errorOf(next)).toMatchObject({ code: 'REDIS_UNREACHABLE' });
  });

  it('goes away while one waits, and is back in time: the waiting goes on', async () => {
    const redis = await ownRedis();
    const hosts = withRedis(plant(), redis.url, 20);
    const first = await startUntil(hosts, 'merge', ['ingest', files().second, '--json']);
    const waiting = ingest(hosts, '--wait');
    await expectToWait(hosts, waiting);
    await redis.kill();
    await sleep(1_500);
    await redis.start();
    await expectToWait(hosts, waiting);
    await first.release();
    const [one, two] = [await first.finished, await waiting.finished];
    expect([one.exitCode, two.exitCode], one.stdout + two.stdout).toEqual([0, 0]);
  });

  it('goes away while one waits, for longer than a lease lasts: the waiting ends, and says why', async () => {
    const redis = await ownRedis();
    const hosts = withRedis(plant(), redis.url, 2);
    const first = await startUntil(hosts, 'merge', ['ingest', files().second, '--json']);
    const waiting = ingest(hosts, '--wait');
    await expectToWait(hosts, waiting);
    await redis.kill();
    const ended = await waiting.finished;
    expect(ended, ended.stdout).toMatchObject({ exitCode: 1, stderr: '' });
    expect(errorOf(ended)).toMatchObject({ code: 'REDIS_UNREACHABLE' });
    await first.release();
    expect(await first.finished).toMatchObject({ exitCode: 0 });
  });
});

describe('a Redis that is not there', () => {
  it('is said at once, without its password and without a run; nothing falls back to no lock', async () => {
    const before = await readersSee(plant());
    const run = await lastRun(plant());
    const url = `redis://ana:segredo@127.0.0.1:${await freePort()}`;
    const hosts = withRedis(plant(), url, 30);
    const ends = [
      ['ingest', files().second],
      ['ingest', files().second, '--wait'],
      ['rollback', '--wait'],
    ].map((args) => start(args, hosts.env).finished);
    for (const refused of await Promise.all(ends)) {
      expect(refused, refused.stdout).toMatchObject({ exitCode: 1, stdout: '' });
      expect(refused.stderr).toContain('(REDIS_UNREACHABLE)');
      expect(refused.stderr).toContain('REDIS_URL');
      expect(refused.stderr).not.toContain('segredo');
    }
    expect(await readersSee(plant())).toEqual(before);
    expect(await lastRun(plant())).toEqual(run);
    // What only reads needs no Redis.
    expect(await start(['runs', '--json'], hosts.env).finished).toMatchObject({ exitCode: 0 });
  });
});

describe('without Redis', () => {
  it('a stalled holder keeps the lock: others are told of it or wait; it wakes up and publishes', async () => {
    const stalled = await startUntil(plant(), 'copy', ['ingest', files().second, '--json']);
    const refused = await ingest(plant()).finished;
    expect(refused, refused.stdout).toMatchObject({ exitCode: 5 });
    expect(errorOf(refused).message).toContain(`pid ${stalled.child.pid} em`);
    const waiting = ingest(plant(), '--wait');
    await expectToWait(plant(), waiting);
    stalled.child.kill('SIGCONT');
    await stalled.release();
    const [one, two] = [await stalled.finished, await waiting.finished];
    expect([one.exitCode, two.exitCode], one.stdout + two.stdout).toEqual([0, 0]);
    expect(JSON.parse(one.stdout).status).toBe('completed');
  });

  it('a stalled holder that another has overtaken all the same is refused by its number', async () => {
    const before = await readersSee(plant());
    const stalled = await startUntil(plant(), 'copy', ['ingest', files().second, '--json']);
    await drawNumber(plant());
    stalled.child.kill('SIGCONT');
    await stalled.release();
    const woken = await stalled.finished;
    expect(woken, woken.stdout).toMatchObject({ exitCode: 5, stderr: '' });
    expect(errorOf(woken).code).toBe('RUN_FENCED');
    expect(await readersSee(plant())).toEqual(before);
    expect(await leftovers(plant())).toEqual([]);
  });

  it('a number that is asked for while a run publishes is given after its COMMIT', async () => {
    const run = await startUntil(plant(), 'publish', ['ingest', files().second, '--json']);
    const drawn = drawNumber(plant());
    await run.release();
    expect(await run.finished).toMatchObject({ exitCode: 0 });
    await drawn;
  });
});
