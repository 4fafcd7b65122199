import type { Command } from 'commander';
import { startJobWorker } from '../../jobs/index.js';
import { createLog } from '../../platform/logging.js';
import { stopSignal, withDatabase } from '../environment.js';
import { positiveNumber } from '../numbers.js';
import { tell } from '../terminal.js';

interface Options {
  readonly concurrency: number;
}

/** A service is given ten seconds to end; what is left of them after this is for closing connections. */
const patience_ms = 7_000;
const end_ms = 9_500;

export function workerCommand(program: Command): void {
  program
    .command('worker')
    .description('faz as tarefas em fila, até ser parado (run queued jobs until stopped)')
    .option('--concurrency <n>', 'quantas tarefas de manutenção ao mesmo tempo', positiveNumber, 1)
    .action(run);
}

async function run(options: Options): Promise<void> {
  const stopped = stopSignal();
  await withDatabase(async (database, config) => {
    const worker = await startJobWorker({
      database,
      config,
      log: createLog(),
      concurrency: options.concurrency,
    });
    tell('À espera de tarefas. Para parar: Ctrl-C.');
    await new Promise<void>((resolve) => {
      if (stopped.aborted) resolve();
      stopped.addEventListener('abort', () => resolve());
    });
    // A job that heeds nothing has been given back; it ends with the process.
    setTimeout(() => process.exit(0), end_ms).unref();
    await worker.stop(patience_ms);
    process.exit(0);
  });
}
