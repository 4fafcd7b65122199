import { createHash, randomInt } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/evidence/check/check.js';
import { ingest } from '../../src/ingestion/run.js';
import type { JobRecord } from '../../src/jobs/index.js';
import { type Database, openDatabase } from '../../src/platform/database.js';
import { ensureMigrated } from '../../src/platform/migrate.js';
import { writeSample } from '../../src/sample/index.js';
import { until } from '../ingest/running.js';
import { coreChecksum } from '../support/core.js';
import { canStartRedis } from '../support/redis.js';
import { Machine } from './machine.js';
import { makeNetwork, type Network, whyNoNetwork } from './network.js';
import { startPostgres, startRedis } from './servers.js';

const reason = whyNoNetwork() ?? (canStartRedis ? null : 'redis-server is not installed');
if (reason !== null) console.log(`The tests with several machines are skipped: ${reason}.`);

const patienceMs = 600_000;
const names = ['m1', 'm2', 'm3'] as const;

interface Dump {
  readonly path: string;
  readonly sha256: string;
}

describe.skipIf(reason !== null)('several machines', () => {
  let folder: string;
  let network: Network;
  let serverUrl: string;
  let redis: { url: string; stop(): Promise<void> };
  /** From the oldest to the newest: thirty days of one factory. */
  const dumps: Dump[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
    for (let day = 1; day <= 30; day++) {
      const date = `2023-04-${String(day).padStart(2, '0')}`;
      const path = join(folder, `Folha_IA ${date}.xlsx`);
      await writeSample(path, { orders: 60, seed: 5, asOf: `${date}T18:00:00` });
      dumps.push({
        path,
        sha256: createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      });
    }
    network = await makeNetwork(names);
    serverUrl = await startPostgres(network);
    redis = await startRedis(network);
  }, patienceMs);

  afterAll(async () => {
    await redis?.stop();
    await network?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const urlOf = (name: string): string => {
    const url = new URL(serverUrl);
    url.pathname = `/${name}`;
    return url.href;
  };

  /** A new database, seen from the test. */
  async function newDatabase(name: string): Promise<Database> {
    const server = await openDatabase(serverUrl, 'external');
    await server.pool.query(`CREATE DATABASE ${name}`).finally(() => server.close());
    const database = await openDatabase(urlOf(name), 'external');
    await ensureMigrated(database);
    return database;
  }

  describe.each([
    { backend: 'Redis', count: 30, kills: 12 },
    { backend: 'PostgreSQL alone', count: 12, kills: 5 },
  ])('with $backend', ({ backend, count, kills }) => {
    const name = backend === 'Redis' ? 'with_redis' : 'alone';
    let database: Database;
    let machines: Machine[];

    beforeAll(async () => {
      database = await newDatabase(name);
      const shared = backend === 'Redis' ? { REDIS_URL: redis.url, PRODPLAN_LOCK_SECONDS: '5' } : {};
      machines = names.map(
        (machine) => new Machine(network, machine, { DATABASE_URL: urlOf(name), ...shared }),
      );
    });
    afterAll(async () => {
      await Promise.all(machines.map((machine) => machine.remove()));
      await database.close();
    });

    const post = async ({ clerk }: Machine, { path }: Dump): Promise<string> => (await clerk.post(path)).id;

    const publishedRuns = async (): Promise<{ sha256: string; data_version: number; host: string }[]> =>
      (
        await database.pool.query(
          `SELECT workbook_sha256 AS sha256, data_version, host FROM ingestion_runs WHERE status = 'completed' ORDER BY run_id`,
        )
      ).rows;

    const running = async (): Promise<{ run_id: number; host: string } | undefined> =>
      (await database.pool.query(`SELECT run_id, host FROM ingestion_runs WHERE status = 'running'`)).rows[0];

    it(
      `takes ${count} workbooks in, posted twice each, exactly once, the oldest first, while workers are killed`,
      async () => {
        const mine = dumps.slice(-count);
        // Two thirds wait in a jumble before anybody works; the rest is handed in day by day while work goes on.
        const waiting = mine.slice(0, (count * 2) / 3);
        const ids: string[] = [];
        const jumbled = shuffled([...waiting, ...waiting]);
        await Promise.all(
          machines.map(async (machine) => {
            for (let next = jumbled.pop(); next !== undefined; next = jumbled.pop())
              ids.push(await post(machine, next));
          }),
        );
        expect(new Set(ids).size, 'the second post of a workbook finds the job of the first').toBe(
          waiting.length,
        );

        for (const machine of machines) machine.startWorker();
        const hits = new Set<number>();
        let killed = 0;
        let over = false;
        // Spread over the whole work; two times of three it is the machine that is at it that dies.
        const killer = async (): Promise<void> => {
          for (; killed < kills && !over; killed++) {
            const due = Math.floor((killed * count) / kills);
            await until(
              'the next death',
              async () => over || ((await running()) !== undefined && (await publishedRuns()).length >= due),
              { patienceMs: patienceMs / 2, everyMs: 50 },
            );
            await sleep(randomInt(700));
            const at = await running();
            const busy = machines.find((machine) => machine.name === at?.host);
            const victim =
              killed % 3 < 2 && busy !== undefined ? busy : machines[randomInt(machines.length)]!;
            await victim.killWorker();
            const dead = await running();
            if (dead?.host === victim.name) hits.add(dead.run_id);
            await sleep(randomInt(2_500));
            victim.startWorker();
          }
        };
        const later = async (): Promise<void> => {
          for (const dump of mine.slice(waiting.length))
            ids.push(
              ...(await Promise.all([machines[0]!, machines[1]!].map((machine) => post(machine, dump)))),
            );
        };
        const killing = killer();
        await later();
        await until(
          'the last workbook',
          async () => (await publishedRuns()).some(({ sha256 }) => sha256 === mine.at(-1)!.sha256),
          { patienceMs: patienceMs / 2, everyMs: 50 },
        );
        over = true;
        await killing;
        for (const machine of machines) machine.startWorker();
        const ended = await endOfJobs(machines[2]!, ids);

        const runs = await publishedRuns();
        expect(runs.map(({ sha256 }) => sha256)).toEqual(mine.map(({ sha256 }) => sha256));
        // Each run raises the version; so does whatever is made of a published run afterwards, such as its backtest.
        const versions = runs.map(({ data_version }) => data_version);
        expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
        expect(versions.at(-1)).toBeGreaterThanOrEqual(count);
        expect(await running()).toBeUndefined();
        // Nothing is lost: every post has an end, and only a repeated one may have found its workbook overtaken.
        for (const job of ended)
          if (job.state !== 'completed')
            expect(job).toMatchObject({ state: 'failed', error: { code: 'OLDER_DUMP' } });
        expect(ended.filter((job) => job.state === 'completed').length).toBeGreaterThanOrEqual(count);
        expect(hits.size, 'runs that died under a worker').toBeGreaterThan(0);
        expect(new Set(runs.map(({ host }) => host)).size, 'machines that published').toBeGreaterThan(1);
        const { rows } = await database.pool.query(
          `SELECT count(*)::int AS n FROM ingestion_runs WHERE error_code = 'RUN_DIED'`,
        );
        expect(rows[0].n).toBeGreaterThanOrEqual(hits.size);
        console.log(
          `${backend}: ${killed} workers killed, ${rows[0].n} runs died with theirs; published by ${tally(runs)}`,
        );

        // What they made together is what one machine makes of the last workbook alone.
        const alone = await newDatabase(`${name}_one`);
        await ingest({
          database: alone,
          path: mine.at(-1)!.path,
          extractsFolder: join(folder, 'extracts'),
          timeZone: 'Europe/Lisbon',
        });
        expect(await coreChecksum(database.pool)).toBe(await coreChecksum(alone.pool));
        await alone.close();
        expect((await check(database.pool)).status).toBe('ok');
      },
      patienceMs,
    );

    it(
      'refuses what comes late: an older workbook after a newer one',
      async () => {
        const before = await coreChecksum(database.pool);
        const { path } = dumps.at(-count)!;
        const posted = await machines[1]!.run(
          ...['jobs', 'run', 'ingest_workbook', '--param', `path=${path}`, '--json'],
        );
        expect(posted, posted.stderr).toMatchObject({ exitCode: 0 });
        const { id } = JSON.parse(posted.stdout);
        for (const machine of machines) machine.startWorker();
        const [job] = await endOfJobs(machines[2]!, [id]);
        expect(job).toMatchObject({ state: 'failed', error: { code: 'OLDER_DUMP' } });
        expect(await coreChecksum(database.pool)).toBe(before);
      },
      patienceMs,
    );
  });
});

/** How the jobs ended, as a machine is told. */
async function endOfJobs({ clerk }: Machine, ids: readonly string[]): Promise<JobRecord[]> {
  let found: JobRecord[] = [];
  await until(
    'the end of all jobs',
    async () => {
      found = (await clerk.list()).filter(({ id }) => ids.includes(id));
      const done = found.filter(({ state }) => ['completed', 'failed'].includes(state));
      return done.length === new Set(ids).size;
    },
    { patienceMs: patienceMs / 2, everyMs: 50 },
  );
  return found;
}

function shuffled<T>(items: T[]): T[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = randomInt(at + 1);
    [items[at], items[other]] = [items[other]!, items[at]!];
  }
  return items;
}

function tally(runs: readonly { readonly host: string }[]): string {
  return names.map((name) => `${name} ${runs.filter(({ host }) => host === name).length}`).join(', ');
}
