import type { Command } from 'commander';
import { serviceStopSignal } from '../environment.js';
import { portNumber } from '../numbers.js';
import { serve, serveNeed } from '../serving.js';
import { withDatabase } from '../with-database.js';

export function serveCommand(program: Command): void {
  program
    .command('serve')
    .description('responde por HTTP, por omissão só a esta máquina (serves the HTTP API)')
    .option('--port <n>', 'a porta; também PRODPLAN_PORT (8080)', portNumber)
    .option('--host <endereço>', 'o endereço; também PRODPLAN_HOST (127.0.0.1)')
    .option('--no-worker', 'só responde: as tarefas em fila ficam para «prodplan worker»')
    .action(run);
}

interface Options {
  readonly port?: number;
  readonly host?: string;
  readonly worker: boolean;
}

async function run(options: Options): Promise<void> {
  const signal = serviceStopSignal();
  await withDatabase(
    (database, config, { readers }) => serve({ database, config, signal, readers, ...options }),
    serveNeed(options.worker),
  );
}
