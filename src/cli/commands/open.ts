import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Command } from 'commander';
import { readConfig } from '../../platform/config.js';
import { commandFailure } from '../../platform/errors/command.js';
import { portNumber } from '../numbers.js';
import { print, tell } from '../terminal.js';

export function openCommand(program: Command): void {
  program
    .command('open')
    .description(
      'abre o painel no navegador, do «serve» ou da demonstração que estiver a correr (opens the dashboard)',
    )
    .option('--port <n>', 'a porta de «serve»; também PRODPLAN_PORT (8080)', portNumber)
    .action(run);
}

async function run({ port = readConfig().http.port }: { readonly port?: number }): Promise<void> {
  const { host } = readConfig().http;
  const address = `http://${nameOf(host)}:${port}/`;
  if (!(await answers(address))) {
    throw commandFailure('NOT_SERVING', { address });
  }
  print(address);
  if (!(await opened(address))) tell('Não se conseguiu abrir o navegador: abra este endereço nele.');
}

/** Bound to every address, it is reached by this machine's own. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

const patience_ms = 5_000;

/** Whether it is one of ours that listens there. */
async function answers(address: string): Promise<boolean> {
  try {
    const answer = await fetch(`${address}health/live`, { signal: AbortSignal.timeout(patience_ms) });
    return ((await answer.json()) as { status?: unknown }).status === 'ok';
  } catch {
    // Nobody there, or somebody who speaks otherwise: either way there is nothing to open.
    return false;
  }
}

/** Hands the address to the system's own opener. */
async function opened(address: string): Promise<boolean> {
  const [command, ...args] = openers[process.platform] ?? ['xdg-open'];
  const child = spawn(command!, [...args, address], { stdio: 'ignore', detached: true });
  child.unref();
  try {
    await once(child, 'spawn');
    return true;
  } catch {
    // No opener on this machine, as on most servers.
    return false;
  }
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};
