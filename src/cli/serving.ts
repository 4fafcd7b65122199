import { pino } from 'pino';
import { buildApp } from '../http/app.js';
import { localToken } from '../http/keys/local-token.js';
import { isLoopback } from '../http/safety/loopback.js';
import type { Config } from '../platform/config.js';
import { type Database, openDatabase } from '../platform/database.js';
import { ProdplanError } from '../platform/errors.js';
import { createLog } from '../platform/logging.js';
import { print, tell } from './terminal.js';

export interface ServeOptions {
  readonly database: Database;
  readonly config: Config;
  readonly signal: AbortSignal;
  readonly host?: string;
  readonly port?: number;
}

const statement_patience_ms = 15_000;
const stop_patience_ms = 10_000;

/** Answers over HTTP until the signal comes; then finishes what is under way and returns. */
export async function serve(options: ServeOptions): Promise<void> {
  const { config, signal } = options;
  const { host = config.http.host, port = config.http.port } = options;
  // Readers have connections of their own: a run that uses its pool to the full does not make them wait.
  const database = await openDatabase(options.database.url, options.database.origin, {
    maxConnections: 20,
    statementTimeout_ms: statement_patience_ms,
  });
  const log = createLog({ destination: pino.destination(2) });
  const local = isLoopback(host);
  if (local) await localToken(config.home);
  const app = await buildApp({ database, config, log, local });
  try {
    const address = await app.listen({ host, port }).catch((error: unknown) => {
      throw cannotListen(error, host, port);
    });
    print(`O Prodplan responde em ${address} (documentação: ${address}/api/docs)`);
    tell('Ctrl-C para terminar.');
    await aborted(signal);
    await Promise.race([
      app.close(),
      new Promise((resolve) => setTimeout(resolve, stop_patience_ms).unref()),
    ]);
  } finally {
    await app.close();
    await database.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

function cannotListen(error: unknown, host: string, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const known: Readonly<Record<string, string>> = {
    EADDRINUSE: 'já está a ser usada por outro programa',
    EACCES: 'não pode ser usada por este utilizador',
    EADDRNOTAVAIL: 'não existe nesta máquina',
    ENOTFOUND: 'não existe nesta máquina',
  };
  const why = known[code ?? ''];
  if (why === undefined) return error;
  return new ProdplanError(
    'usage',
    'CANNOT_LISTEN',
    `A porta ${port} de ${host} ${why}.`,
    'Escolha outra com --port e --host, ou com PRODPLAN_PORT e PRODPLAN_HOST.',
    { cause: error },
  );
}
