import { stripVTControlCharacters } from 'node:util';
import type { Command } from 'commander';
import { readIngested } from '../../ingestion/run.js';
import {
  type JobRecord,
  Jobs,
  type JobWorker,
  prepareFolder,
  startJobWorker,
  watchFolder,
  workerNeed,
} from '../../jobs/index.js';
import type { Config } from '../../platform/config.js';
import type { Database } from '../../platform/database.js';
import { createLog, type Log } from '../../platform/logging.js';
import { type OperationsServer, serveOperations } from '../../platform/operations-server.js';
import { serviceStopSignal } from '../environment.js';
import { jobText } from '../job-report.js';
import { portNumber, positiveNumber } from '../numbers.js';
import { ingestReport } from '../report.js';
import { superviseDatabase } from '../supervise-database.js';
import { tell } from '../terminal.js';
import { withDatabase } from '../with-database.js';

interface Options {
  readonly watch?: string;
  readonly concurrency: number;
  readonly metricsPort?: number;
  readonly metricsHost: string;
}

/** A service is given ten seconds to end; what is left of them after this is for closing connections. */
const patienceMs = 7_000;

export function workerCommand(program: Command): void {
  program
    .command('worker')
    .description('faz as tarefas em fila, até ser parado (run queued jobs until stopped)')
    .option('--watch <pasta>', 'carrega também os ficheiros que forem postos nesta pasta')
    .option('--concurrency <n>', 'quantas tarefas de manutenção ao mesmo tempo', positiveNumber, 1)
    .option(
      '--metrics-port <n>',
      'responde em /health/live, /health/ready e /metrics nesta porta',
      portNumber,
    )
    .option('--metrics-host <endereço>', 'o endereço dessa porta', '127.0.0.1')
    .action(run);
}

async function run(options: Options): Promise<void> {
  const stopped = serviceStopSignal();
  const { concurrency } = options;
  const need = workerNeed({ concurrency, watchers: options.watch === undefined ? 0 : 1 });
  await withDatabase(async (database, config) => {
    const log = createLog();
    superviseDatabase(database, config, stopped, log);
    // A folder that cannot be watched is said before any job is taken.
    if (options.watch !== undefined) await prepareFolder(options.watch);
    const jobs = await Jobs.open(database);
    let operations: OperationsServer | null = null;
    let worker: JobWorker | null = null;
    try {
      // The port of the metrics is opened before any job is taken, so that a port that is in use stops the start.
      operations = await operationsServer(options, jobs, config);
      worker = await startJobWorker({ database, config, log, concurrency, jobs });
      const leaveFolder = await watch(options, database, jobs, log);
      tell('À espera de tarefas. Para parar: Ctrl-C.');
      await aborted(stopped);
      await leaveFolder?.();
    } finally {
      await worker?.stop(patienceMs);
      await operations?.close();
      await jobs.close();
    }
    process.exit(0);
  }, need);
}

async function watch(
  { watch: folder }: Options,
  database: Database,
  jobs: Jobs,
  log: Log,
): Promise<(() => Promise<void>) | null> {
  if (folder === undefined) return null;
  return await watchFolder({ jobs, folder, log, describe: (job) => reportOf(database, job) });
}

async function operationsServer(
  { metricsPort, metricsHost }: Options,
  jobs: Jobs,
  { home, redisUrl }: Config,
): Promise<OperationsServer | null> {
  if (metricsPort === undefined) return null;
  const { database } = jobs;
  const askQueue = (): Promise<unknown> => jobs.depth();
  return await serveOperations({ port: metricsPort, host: metricsHost, database, home, redisUrl, askQueue });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve());
  });
}

/** What lies beside a file that was dealt with: the job, and where it was taken in what the command would have said. */
async function reportOf(database: Database, job: JobRecord): Promise<string> {
  const runId = (job.result as { run_id?: number } | null)?.run_id;
  const parts = [jobText(job)];
  if (job.state === 'completed' && runId !== undefined)
    parts.push('', await ingestReport(database, await readIngested(database.pool, runId)));
  return stripVTControlCharacters(parts.join('\n'));
}
