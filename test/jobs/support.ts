import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { type JobRecord, Jobs } from '../../src/jobs/index.js';
import { type Started, start, until } from '../ingest/running.js';
import { type Finished, prodplan } from '../support/cli.js';
import { testDatabase } from '../support/database.js';
import { type Dump, dumpWorkbook, smallDump } from '../support/dump.js';
import { freePort } from '../support/redis.js';

export interface Place {
  readonly database: Awaited<ReturnType<typeof testDatabase>>['database'];
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  cli(...args: string[]): Promise<Finished>;
  /** What a command with `--json` printed. */
  json<T>(...args: string[]): Promise<T>;
  /** A workbook in the home, of a factory that is `days` further on. */
  workbook(name: string, days?: number): Promise<string>;
  post(path: string): Promise<string>;
  worker(...args: string[]): Promise<Worker>;
  /** The job, once it has ended; it is asked for in this process, which takes a hundredth of a command's time. */
  ended(id: string): Promise<JobRecord>;
  status(id: string): Promise<JobRecord>;
  runs(): Promise<{ run_id: number; status: string; error_code: string | null }[]>;
}

export interface Worker extends Started {
  /** The lines of its log. */
  log(): Record<string, unknown>[];
  kill(): Promise<void>;
}

const patienceMs = 90_000;

/** A database of its own for one test, and the command line against it. */
export async function newPlace(shared: Readonly<Record<string, string>> = {}): Promise<Place> {
  const test = await testDatabase();
  onTestFinished(() => test.drop());
  const home = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  onTestFinished(() => rm(home, { recursive: true, force: true }));
  const { database } = test;
  const env = { DATABASE_URL: test.url, PRODPLAN_HOME: home, NO_COLOR: '1', ...shared };
  const cli = (...args: string[]): Promise<Finished> => prodplan(args, env);
  const json = async <T>(...args: string[]): Promise<T> => {
    const finished = await cli(...args, '--json');
    expect(finished.stdout, finished.stderr).not.toBe('');
    return JSON.parse(finished.stdout) as T;
  };
  const jobs = openOnce(database, env);
  const status = async (id: string): Promise<JobRecord> => await (await jobs()).status(id);
  return {
    ...{ database, home, env, cli, json, status },
    workbook: async (name, days = 0) => {
      const path = join(home, name);
      await writeFile(path, workbookOf(days));
      return path;
    },
    post: async (path) =>
      (await json<{ id: string }>('jobs', 'run', 'ingest_workbook', '--param', `path=${path}`)).id,
    worker: async (...args) => await startWorker(env, args),
    ended: async (id) => {
      let job: JobRecord | null = null;
      await until(
        `the end of ${id}`,
        async () => {
          job = await status(id);
          return ['completed', 'failed'].includes(job.state);
        },
        { patienceMs },
      );
      return job!;
    },
    runs: async () =>
      (await database.pool.query('SELECT run_id, status, error_code FROM ingestion_runs ORDER BY run_id'))
        .rows,
  };
}

/** The queues that a command of this place would ask, opened by whoever asks first. */
function openOnce(database: Place['database'], { REDIS_URL: url = '' }: Place['env']): () => Promise<Jobs> {
  const redis = url === '' ? null : { url, leaseMs: 5_000 };
  let opened: Promise<Jobs> | null = null;
  onTestFinished(async () => await (await opened)?.close());
  return () => {
    opened ??= Jobs.open({ ...database, redis });
    return opened;
  };
}

/** The small factory, with a name that no other workbook of these tests has. */
export const secretName = 'Zulmira Segredo';

export function workbookOf(days: number): Buffer {
  const dump: Dump = smallDump();
  dump.funcionarios = dump.funcionarios!.map((row) => ({ ...row, funcionario_nome: secretName }));
  dump.modelos = dump.modelos!.map((row) => ({ ...row, produto_nome: `K1 ${days} dias` }));
  const day = new Date(Date.UTC(2023, 3, 28 + days)).toISOString();
  return dumpWorkbook(dump, { modified: day });
}

async function startWorker(env: Readonly<Record<string, string>>, args: readonly string[]): Promise<Worker> {
  const started = start(['worker', ...args], env);
  let text = '';
  started.child.stdout!.on('data', (chunk) => {
    text += chunk;
  });
  const log = (): Record<string, unknown>[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  await until(
    'the worker has started',
    async () => {
      expect(started.child.exitCode).toBeNull();
      return log().some((line) => line.msg === 'worker started');
    },
    { patienceMs },
  );
  return {
    ...started,
    log,
    kill: async () => {
      started.child.kill('SIGKILL');
      await started.finished;
    },
  };
}

export async function anyPort(): Promise<string> {
  return String(await freePort());
}

/** Holds every run just before its merge has ended, until it is let go. */
export async function holdRuns({
  database,
}: Place): Promise<{ held(): Promise<void>; release(): Promise<void> }> {
  const client = await database.connect(`blocker ${randomBytes(3).toString('hex')}`);
  await client.query('BEGIN; LOCK TABLE erros_ordem_fabrico IN EXCLUSIVE MODE');
  const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'prodplan ingest%'
    AND wait_event_type = 'Lock' AND wait_event <> 'advisory'`;
  return {
    held: () =>
      until('a run that waits', async () => (await database.pool.query(waiting)).rowCount === 1, {
        patienceMs,
      }),
    release: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}
