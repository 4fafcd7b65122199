import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { expect, onTestFinished } from 'vitest';
import type { Finished } from '../support/cli.js';
import type { CliPlant } from './bad-input-support.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

export interface Started {
  readonly child: ChildProcess;
  /** What it has said on stderr up to now. */
  said(): string;
  readonly finished: Promise<Finished & { readonly signal: NodeJS.Signals | null }>;
}

/** Runs the command line without waiting for its end. */
export function start(args: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, REDIS_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const finished = new Promise<Awaited<Started['finished']>>((resolve) =>
    child.on('close', (code, signal) => resolve({ exitCode: code ?? -1, signal, stdout, stderr })),
  );
  return { child, said: () => stderr, finished };
}

export async function until(
  what: string,
  holds: () => Promise<boolean>,
  { patienceMs = 60_000, everyMs = 25 } = {},
): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(everyMs)) if (await holds()) return;
  throw new Error(`it never came: ${what}`);
}

/** A moment of a run, and how to hold the run there: null where nothing holds it but luck. */
export const moments = {
  /** COPY is going on. */
  copy: null,
  /** All other sheets are merged, and their rows written, in the open transaction. */
  merge: 'LOCK TABLE erros_ordem_fabrico IN EXCLUSIVE MODE',
  /** Everything is written but the publication. */
  publish: 'SELECT FROM publication FOR UPDATE',
} as const;
export type Moment = keyof typeof moments;

/** Starts a run and lets it come to a moment; `release` lets it go on, if it still can. */
export async function startUntil(
  plant: Pick<CliPlant, 'database' | 'env'>,
  moment: Moment,
  args: readonly string[],
): Promise<Started & { release(): Promise<void> }> {
  const blocker = await plant.database.connect('blocker');
  await blocker.query('BEGIN');
  const hold = moments[moment];
  if (hold !== null) await blocker.query(hold);
  const started = start(args, plant.env);
  const ended = started.finished.then((end) => {
    throw new Error(`it ended before it came to ${moment}: ${end.stderr}`);
  });
  ended.catch(() => {});
  // A COPY is soon over, and must be seen in time.
  const everyMs = moment === 'copy' ? 5 : 25;
  await Promise.race([ended, until(moment, () => isAt(plant, started.child, moment), { everyMs })]);
  return {
    ...started,
    release: async () => {
      await blocker.query('ROLLBACK');
      await blocker.end();
    },
  };
}

/** Long enough for one that does not wait to have ended, or to have ended others. */
export async function expectToWait(
  { database }: Pick<CliPlant, 'database'>,
  { child }: Started,
  { forMs = 800 } = {},
): Promise<void> {
  await until('it goes for the lock', async () => {
    const { rowCount } = await database.pool.query(
      'SELECT FROM pg_stat_activity WHERE datname = current_database() AND starts_with(application_name, $1)',
      [`prodplan ingest pid ${child.pid} `],
    );
    return rowCount === 1;
  });
  await sleep(forMs);
  expect(child.exitCode).toBeNull();
}

async function isAt(
  { database }: Pick<CliPlant, 'database'>,
  child: ChildProcess,
  moment: Moment,
): Promise<boolean> {
  if (moment !== 'copy') return (await waitingSessions(database.pool)) > 0;
  if (!(await isCopying(database.pool))) return false;
  // Stopped, it stays at what it is at; a COPY that was about to end has ended when we look again.
  child.kill('SIGSTOP');
  await sleep(100);
  if (await isCopying(database.pool)) return true;
  child.kill('SIGCONT');
  return false;
}

async function isCopying(pool: pg.Pool): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM pg_stat_progress_copy WHERE datname = current_database() AND bytes_processed > 0`,
  );
  // Rows go in by one COPY while the ledgers of two sheets come out by others.
  return rowCount! > 0;
}

/** Sessions of a run that wait for somebody else's lock on a table or a row. */
async function waitingSessions(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database()
     AND application_name LIKE 'prodplan ingest%' AND wait_event_type = 'Lock' AND wait_event <> 'advisory'`,
  );
  return rows[0]!.n;
}
