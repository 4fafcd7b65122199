import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { compile, type Running, runCode } from '../../../test/support/child-process.js';
import { firstServer, givenServer, testDatabase } from '../../../test/support/database.js';
import { removeHome } from '../../../test/support/homes.js';
import { canStartRedis, ownRedis, testRedis } from '../../../test/support/redis.js';
import { type Database, openDatabase } from '../database.js';
import { startEmbedded, statusEmbedded } from '../postgres/embedded.js';
import { JobQueue, type JobRecord, queueBackend, queueSchema } from './index.js';

interface Server {
  readonly name: string;
  /** The database of one test, with the Redis that its queues live in. */
  place(): Promise<Database>;
}

let compiled: string;

beforeAll(() => {
  compiled = compile('src/platform');
});
afterAll(() => rmSync(compiled, { recursive: true }));

async function newDatabase(create = testDatabase): Promise<Database> {
  const one = await create();
  onTestFinished(() => one.drop());
  return one.database;
}

const places: readonly Server[] = [
  ...[firstServer, givenServer]
    .filter((one) => one !== null)
    .map(({ name, create }) => ({
      name: `PostgreSQL: ${name}`,
      place: () => newDatabase(create),
    })),
  ...testRedis.map(({ name, url }) => ({
    name: `Redis: ${name}`,
    place: async () => withRedis(await newDatabase(), await url()),
  })),
];

function withRedis(database: Database, url: string): Database {
  return { ...database, redis: { url, leaseMs: 30_000 } };
}

async function newQueue(database: Database): Promise<JobQueue> {
  const queue = new JobQueue(await queueBackend(database), 'prova');
  onTestFinished(() => queue.close());
  await database.pool.query('CREATE TABLE IF NOT EXISTS prova (n serial, job text, worker int, event text)');
  return queue;
}

/**
 * A worker in a process of its own. A job goes through `steps`, each of 100 ms and kept as a checkpoint, and writes down
 * that it began, was told to stop, or ended; `fail` makes it throw what stays wrong, `deaf` makes it heed no signal.
 */
function startWorker(
  { url, redis }: Database,
  { concurrency = 1, missedAfterMs = 15_000 } = {},
): Running & { kill(): Promise<void> } {
  const code = `
    import { setTimeout as sleep } from 'node:timers/promises';
    import { openDatabase } from './src/platform/database.js';
    import { jobFailure } from './src/platform/errors/job.js';
    import { Consumer, queueBackend } from './src/platform/queue/index.js';
    const database = await openDatabase(${JSON.stringify(url)}, 'external', { redis: ${JSON.stringify(redis)} });
    const note = (job, event) => database.pool.query('INSERT INTO prova (job, worker, event) VALUES ($1, $2, $3)', [job, process.pid, event]);
    const backend = await queueBackend(database);
    const consumer = new Consumer(backend, 'prova', { worker: 'w' + process.pid, concurrency: ${concurrency}, missedAfterMs: ${missedAfterMs}, onTrouble: () => {},
      run: async ({ id, params, checkpoint, signal, progress }) => {
        await note(id, 'from ' + (checkpoint?.step ?? 0));
        if (params.fail) throw jobFailure('WORKBOOK_GONE');
        for (let step = checkpoint?.step ?? 0; step < (params.steps ?? 0); step++) {
          await sleep(100);
          if (signal.aborted && !params.deaf) { await note(id, 'stopped'); throw new Error('stopped'); }
          await progress({ step: step + 1 });
        }
        await note(id, 'done');
        return { by: process.pid };
      } });
    process.on('SIGTERM', async () => { await consumer.stop(1000); await database.close(); process.exit(0); });
    console.log('ready');
  `;
  const running = runCode(compiled, code);
  const kill = async (): Promise<void> => {
    running.child.kill('SIGKILL');
    await running.ended;
  };
  onTestFinished(kill);
  return { ...running, kill };
}

interface Note {
  readonly job: string;
  readonly worker: number;
  readonly event: string;
}

async function notes({ pool }: Database): Promise<Note[]> {
  return (await pool.query<Note>('SELECT job, worker, event FROM prova ORDER BY n')).rows;
}

/** Asks until the answer is one; no test depends on how long that takes. */
async function until<T>(ask: () => Promise<T | null | undefined | false>, seconds = 90): Promise<T> {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`It did not happen within ${seconds} s.`);
    await sleep(50);
  }
}

function ended(queue: JobQueue, id: string): Promise<JobRecord> {
  return until(async () => {
    const job = await queue.find(bare(id));
    return job !== null && ['completed', 'failed'].includes(job.state) && job;
  });
}

function bare(id: string): string {
  return id.slice('prova-'.length);
}

describe.each(places)('$name', ({ place }) => {
  test('a worker is killed (kill -9) in a job: another one goes on from the checkpoint', async () => {
    const here = await place();
    const queue = await newQueue(here);
    const { id } = await queue.post({ name: 'passos', params: { steps: 40 }, key: 'a' });
    const first = startWorker(here, { missedAfterMs: 6_000 });
    await until(async () => {
      const progress = (await queue.find(bare(id)))?.progress as { step: number } | null;
      return (progress?.step ?? 0) >= 5;
    });
    await first.kill();
    startWorker(here, { missedAfterMs: 6_000 });
    const job = await ended(queue, id);
    expect(job).toMatchObject({ state: 'completed', starts: 2 });
    const events = (await notes(here)).map((note) => note.event);
    expect(events).toHaveLength(3);
    expect(Number(events[1]!.slice('from '.length))).toBeGreaterThanOrEqual(5);
    expect(events[2]).toBe('done');
  });

  test('two workers: every job is run once, and both work', async () => {
    const here = await place();
    const queue = await newQueue(here);
    startWorker(here);
    startWorker(here);
    const posts = Array.from({ length: 40 }, (_, n) => ({ name: 'x', params: { steps: 1 }, key: `k${n}` }));
    const ids = await Promise.all(posts.map(async (post) => (await queue.post(post)).id));
    for (const id of ids) expect((await ended(queue, id)).state).toBe('completed');
    const done = async () => (await notes(here)).filter((note) => note.event === 'done');
    const workers = async () => new Set((await done()).map((note) => note.worker)).size;
    // On a busy machine the second worker may start when the first has done all of them: there is more to do then.
    for (let more = 0; more < 200 && (await workers()) < 2; more++) {
      const { id } = await queue.post({ name: 'x', params: { steps: 1 }, key: `mais ${more}` });
      expect((await ended(queue, id)).state).toBe('completed');
      ids.push(id);
    }
    expect((await done()).map((note) => note.job).sort()).toEqual([...ids].sort());
    expect(await workers()).toBe(2);
  });

  test('one job of a key while it waits or runs, whoever posts; a failed one can be posted again', async () => {
    const here = await place();
    const queues = [await newQueue(here), await newQueue(here), await newQueue(here)];
    for (let round = 0; round < 10; round++) {
      const posts = Array.from({ length: 12 }, (_, n) =>
        queues[n % 3]!.post({ name: 'x', params: { fail: true }, key: `igual ${round}` }),
      );
      const answers = await Promise.all(posts);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(answers.filter(({ isNew }) => isNew)).toHaveLength(1);
    }
    const [queue] = queues as [JobQueue];
    expect(await queue.depth()).toMatchObject({ waiting: 10, active: 0 });
    startWorker(here);
    const { id } = await queue.post({ name: 'x', params: { fail: true }, key: 'igual 9' });
    expect(await ended(queue, id)).toMatchObject({
      state: 'failed',
      starts: 1,
      error: {
        kind: 'input',
        code: 'WORKBOOK_GONE',
        message: expect.stringContaining('já não está guardado'),
        remedy: 'Entregue o ficheiro outra vez.',
      },
    });
    const again = await queue.post({ name: 'x', params: {}, key: 'igual 9' });
    expect(again).toMatchObject({ isNew: true });
    expect(again.id).not.toBe(id);
    expect((await ended(queue, again.id)).state).toBe('completed');
  });

  test('a delayed job is not begun before its time', async () => {
    const here = await place();
    const queue = await newQueue(here);
    startWorker(here);
    const posted = Date.now();
    const { id } = await queue.post({ name: 'x', params: {}, key: 'd', delayMs: 3_000 });
    expect(await queue.find(bare(id))).toMatchObject({ state: 'delayed' });
    const job = await ended(queue, id);
    expect(Date.parse(job.started_at!) - posted).toBeGreaterThanOrEqual(2_999);
    expect(job.state).toBe('completed');
  });

  test('a repeated job: every moment once, with two workers that both keep the schedule', async () => {
    const here = await place();
    const queues = [await newQueue(here), await newQueue(here)];
    const schedule = {
      id: 'cada-segundo',
      name: 'x',
      params: { a: 1 },
      pattern: '* * * * * *',
      timeZone: 'Europe/Lisbon',
    };
    startWorker(here);
    startWorker(here);
    await Promise.all([...queues, ...queues].map((queue) => queue.declareSchedules([schedule])));
    const [queue] = queues as [JobQueue];
    expect(await queue.schedules()).toMatchObject([schedule]);
    const done = await until(async () => {
      await queue.declareSchedules([schedule]);
      const jobs = (await queue.list(['completed'], 100)).filter((job) => job.schedule === 'cada-segundo');
      return jobs.length >= 5 && jobs;
    });
    const moments = done.map((job) => job.id.split(':').at(-1));
    expect(new Set(moments).size).toBe(moments.length);
    const runs = (await notes(here)).filter((note) => note.event === 'done').map((note) => note.job);
    expect(new Set(runs).size).toBe(runs.length);
    await queue.declareSchedules([]);
    expect(await queue.schedules()).toEqual([]);
  });

  test('a schedule whose moment passed while nobody worked is run once by the first worker', async () => {
    const here = await place();
    const queue = await newQueue(here);
    const schedule = {
      id: 's',
      name: 'x',
      params: {},
      pattern: '*/2 * * * * *',
      timeZone: 'Europe/Lisbon',
    };
    await queue.declareSchedules([schedule]);
    const due = (await queue.schedules())[0]!.next_at!;
    await sleep(Math.max(0, Date.parse(due) - Date.now()) + 1_000);
    await queue.declareSchedules([schedule]);
    expect((await queue.schedules())[0]!.next_at).toBe(due);
    startWorker(here);
    await until(async () => (await queue.list(['completed'], 10)).length > 0);
    const first = (await queue.list(['completed'], 10)).at(-1)!;
    expect(first.id).toContain(String(Date.parse(due)));
    await queue.declareSchedules([]);
  });

  test('cancel: what waits is taken away, what runs is told to stop and is not tried again', async () => {
    const here = await place();
    const queue = await newQueue(here);
    const waiting = await queue.post({ name: 'x', params: {}, key: 'w' });
    expect(await queue.cancel(bare(waiting.id))).toBe('removed');
    expect(await queue.find(bare(waiting.id))).toBeNull();
    expect(await queue.cancel(bare(waiting.id))).toBe('unknown');
    startWorker(here);
    const { id } = await queue.post({ name: 'x', params: { steps: 1_000 }, key: 'r' });
    await until(async () => (await queue.find(bare(id)))?.progress);
    expect(await queue.cancel(bare(id))).toBe('asked');
    expect(await ended(queue, id)).toMatchObject({
      state: 'failed',
      starts: 1,
      error: { code: 'CANCELLED' },
    });
    expect((await notes(here)).map((note) => note.event)).toEqual(['from 0', 'stopped']);
    expect(await queue.cancel(bare(id))).toBe('ended');
  });

  test('a polite stop: the job in hand is handed back at its checkpoint, also one that heeds nothing', async () => {
    const here = await place();
    const queue = await newQueue(here);
    const posts = [
      { name: 'x', params: { steps: 30 }, key: 'heeds' },
      { name: 'x', params: { steps: 30, deaf: true }, key: 'deaf' },
    ];
    const ids = await Promise.all(posts.map(async (post) => (await queue.post(post)).id));
    const first = startWorker(here, { concurrency: 2 });
    for (const id of ids) await until(async () => (await queue.find(bare(id)))?.progress);
    const began = performance.now();
    first.child.kill('SIGTERM');
    expect((await first.ended).status).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await queue.depth()).toMatchObject({ waiting: 2, active: 0, failed: 0 });
    startWorker(here, { concurrency: 2 });
    for (const id of ids) expect(await ended(queue, id)).toMatchObject({ state: 'completed', starts: 2 });
    const starts = (await notes(here)).filter((note) => note.event.startsWith('from ')).slice(2);
    for (const { event } of starts) expect(Number(event.slice('from '.length))).toBeGreaterThan(0);
  });

  test('jobs with a rank: the smaller goes first, whenever it was posted, and also after it was handed back', async () => {
    const here = await place();
    const queue = await newQueue(here);
    const { id } = await queue.post({ name: 'x', params: { steps: 40 }, key: 'b1', rank: 10 });
    const first = startWorker(here);
    await until(async () => (await queue.find(bare(id)))?.progress);
    const later = await queue.post({ name: 'x', params: {}, key: 'b3', rank: 30 });
    const sooner = await queue.post({ name: 'x', params: {}, key: 'b2', rank: 20 });
    await first.kill();
    expect(await queue.takeBackActive()).toEqual([id]);
    startWorker(here);
    await ended(queue, later.id);
    const done = (await notes(here)).filter((note) => note.event === 'done').map((note) => note.job);
    expect(done).toEqual([id, sooner.id, later.id]);
  });

  test('who asks while the queue closes is answered, be it with an error, and holds nothing back', async () => {
    const here = await place();
    const backend = await queueBackend(here);
    const queue = new JobQueue(backend, 'prova');
    await queue.depth();
    const asked = [
      ...Array.from({ length: 6 }, (_, n) => queue.post({ name: 'x', params: {}, key: `k${n}` })),
      ...Array.from({ length: 6 }, () => queue.declareSchedules([])),
      ...Array.from({ length: 6 }, () => queue.schedules()),
    ].map((one) => Promise.resolve<unknown>(one).catch(String));
    await queue.close();
    await backend.close();
    const late = [queue.depth(), queue.declareSchedules([])].map((one) => Promise.resolve(one).catch(String));
    for (const told of await Promise.all(late)) expect(told).toContain('clos');
    await Promise.all(asked);
    const held = (): number => here.pool.totalCount - here.pool.idleCount;
    await expect.poll(held, { timeout: 30_000 }).toBe(0);
  });

  test('several databases on one server do not see each other', async () => {
    const [one, other] = [await place(), await place()];
    const [mine, theirs] = [await newQueue(one), await newQueue(other)];
    await mine.post({ name: 'x', params: {}, key: 'k' });
    expect(await mine.depth()).toMatchObject({ waiting: 1 });
    expect(await theirs.depth()).toMatchObject({ waiting: 0 });
  });
});

describe('the server of the queue is killed (kill -9) and comes back', () => {
  /** A worker that waits and one that has a job in hand; both must go on, and what waits must not be lost. */
  async function survives(here: Database, restart: () => Promise<void>): Promise<void> {
    const queue = await newQueue(here);
    const worker = startWorker(here, { concurrency: 2 });
    const before = await queue.post({ name: 'x', params: {}, key: 'before' });
    await ended(queue, before.id);
    const running = await queue.post({ name: 'x', params: { steps: 30 }, key: 'running' });
    await until(async () => (await queue.find(bare(running.id)))?.progress);
    const delayed = await queue.post({ name: 'x', params: {}, key: 'delayed', delayMs: 1_000 });
    await restart();
    const after = await until(() => queue.post({ name: 'x', params: {}, key: 'after' }).catch(() => null));
    for (const { id } of [running, delayed, after])
      expect(await until(() => ended(queue, id).catch(() => null))).toMatchObject({ state: 'completed' });
    expect(worker.child.exitCode).toBeNull();
    const done = (await notes(here)).filter((note) => note.event === 'done').map((note) => note.job);
    expect(done.sort()).toEqual([before.id, running.id, delayed.id, after.id].sort());
  }

  test('PostgreSQL', async () => {
    const home = join(inject('testRoot'), 'queue-restart');
    const { url } = await startEmbedded(home);
    onTestFinished(() => removeHome(home));
    const database = await openDatabase(url, 'external');
    onTestFinished(() => database.close());
    await survives(database, async () => {
      process.kill(statusEmbedded(home).pid!, 'SIGKILL');
      await until(async () => statusEmbedded(home).state === 'stopped');
      await sleep(1_000);
      await startEmbedded(home);
    });
  });

  test.runIf(canStartRedis)('Redis', async () => {
    const own = await ownRedis(undefined, { lasting: true });
    await survives(withRedis(await newDatabase(), own.url), async () => {
      await own.kill();
      await sleep(1_000);
      await own.start();
    });
  });
});

test("BullMQ's tables lie in a schema of their own, which only it migrates", async () => {
  const database = await newDatabase();
  const queue = await newQueue(database);
  await queue.depth();
  const { rows } = await database.pool.query<{ schema: string }>(
    `SELECT DISTINCT table_schema AS schema FROM information_schema.tables WHERE table_name IN ('job', 'scheduler', 'dedup')`,
  );
  expect(rows).toEqual([{ schema: queueSchema }]);
});
