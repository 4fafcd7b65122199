import type { Command } from 'commander';
import { stopSignal } from '../environment.js';
import { portNumber } from '../numbers.js';
import { serve } from '../serving.js';
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
  const signal = stopSignal();
  await withDatabase((database, config) => serve({ database, config, signal, ...options }));
}
