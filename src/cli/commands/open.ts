import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { localToken, localTokenHash } from '../../http/keys/local-token.js';
import { makeCode } from '../../http/sessions/sessions.js';
import { type Config, readConfig } from '../../platform/config.js';
import { connectDatabase } from '../../platform/database.js';
import { commandFailure } from '../../platform/errors/command.js';
import { mustBeMigrated } from '../../platform/migrate.js';
import { statusEmbedded } from '../../platform/postgres/embedded.js';
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
  const config = readConfig();
  const { host } = config.http;
  const isSecure = config.http.tls !== null;
  // A certificate is made out to names, hardly ever to 127.0.0.1.
  const address = isSecure ? `https://localhost:${port}/` : `http://${nameOf(host)}:${port}/`;
  if (!(await answers(address))) {
    throw commandFailure('NOT_SERVING', { address });
  }
  print(address);
  const link = await signedInLink(address, config);
  if (await opened(link)) return;
  tell('Não se conseguiu abrir o navegador: abra este endereço nele.');
  if (link !== address) tell(`No minuto seguinte, este entra já com os direitos de quem administra: ${link}`);
}

/**
 * The address with a code that signs in once, made in the database itself: whoever has this home's database is its
 * operator, and whoever merely listens at the address learns no key. The plain address where this home has none that
 * runs: the server is then another home's, and its page can be read, or asks for a key.
 */
async function signedInLink(address: string, config: Config): Promise<string> {
  if (config.databaseUrl === null && statusEmbedded(config.home).state !== 'running') return address;
  const database = await connectDatabase(config);
  try {
    await mustBeMigrated(database);
    await localToken(config.home);
    const hash = await localTokenHash(config.home);
    return hash === null
      ? address
      : `${address}#entrar=${await makeCode(database.pool, { localTokenHash: hash })}`;
  } finally {
    await database.close();
  }
}

/** Bound to every address, it is reached by this machine's own. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

const patienceMs = 5_000;

/** Whether it is one of ours that listens there. */
async function answers(address: string): Promise<boolean> {
  try {
    const answer = await textOf(`${address}health/live`);
    return (JSON.parse(answer) as { status?: unknown }).status === 'ok';
  } catch {
    // Nothing listens there, or another program does: in both cases there is no dashboard to open.
    return false;
  }
}

/** Nothing secret is asked or told: whose certificate it is does not matter here, and the browser judges it again. */
async function textOf(url: string): Promise<string> {
  const ask = url.startsWith('https:') ? https.get : http.get;
  const asked = ask(url, { rejectUnauthorized: false, timeout: patienceMs });
  asked.on('timeout', () => asked.destroy(new Error('timeout')));
  const [answer] = (await once(asked, 'response')) as [http.IncomingMessage];
  return await text(answer);
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
