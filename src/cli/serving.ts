import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { AnswersBeside } from '../http/answers/beside/answers-beside.js';
import { buildApp } from '../http/app.js';
import { localToken } from '../http/keys/local-token.js';
import { isLoopback } from '../http/security/loopback.js';
import { Jobs, type JobWorker, startJobWorker, workerNeed } from '../jobs/index.js';
import { cannotListen } from '../platform/cannot-listen.js';
import type { Config } from '../platform/config.js';
import { type ConnectionNeed, queueSessions } from '../platform/connections.js';
import { type Database, openDatabase } from '../platform/database.js';
import { makeFolder } from '../platform/folders.js';
import { createLog, type Log } from '../platform/logging.js';
import { addressesForOthers } from './serve-addresses.js';
import { superviseDatabase } from './supervise-database.js';
import { print, tell } from './terminal.js';

export interface ServeOptions {
  readonly database: Database;
  readonly config: Config;
  readonly signal: AbortSignal;
  /** How many connections readers may hold at once. */
  readonly readers: number;
  readonly host?: string;
  readonly port?: number;
  /** Also work on the jobs: one process is then enough. */
  readonly worker?: boolean;
  /** Only warnings are logged: this is for a person who watches a terminal. */
  readonly quiet?: boolean;
}

const listenOptions = ['--port (PRODPLAN_PORT)', '--host (PRODPLAN_HOST)'];
const inTheOpen =
  'Aviso: fora desta máquina as chaves e os números passam na rede sem cifra, a não ser que um proxy https esteja à frente. Um certificado indica-se com PRODPLAN_TLS_CERT e PRODPLAN_TLS_KEY.';
const statementPatienceMs = 15_000;
/** Of the readers' connections, where they have as many as this. */
const fewestShared = 6;
const connectionsForHeavy = 2;
/** A service is given ten seconds to end. */
const workerPatienceMs = 6_000;

/** What `serve` opens at once, with or without a worker in it. */
export function serveNeed(hasWorker: boolean): ConnectionNeed {
  return { ...(hasWorker ? workerNeed() : { sessions: queueSessions }), readers: true };
}

/** Answers over HTTP until the signal comes; then finishes what is under way and returns. */
export async function serve(options: ServeOptions): Promise<void> {
  const { config, signal } = options;
  const { host = config.http.host, port = config.http.port } = options;
  const log = createLog({ level: options.quiet ? 'warn' : 'info', destination: pino.destination(2) });
  superviseDatabase(options.database, config, signal, log);
  // Readers have connections of their own: a run that uses its pool to the full does not make them wait.
  const { url, origin } = options.database;
  const forHeavy = options.readers < fewestShared ? 0 : connectionsForHeavy;
  const readers = await openDatabase(url, origin, {
    maxConnections: options.readers - forHeavy,
    statementTimeoutMs: statementPatienceMs,
  });
  const settings = { url, origin, maxConnections: forHeavy, statementTimeoutMs: statementPatienceMs };
  const beside = forHeavy === 0 ? null : AnswersBeside.open(settings, log);
  const jobs = await Jobs.open(options.database);
  const local = isLoopback(host);
  if (local) await localToken(config.home);
  makeFolder(config.http.inbox, 0o700);
  const app = await buildApp({
    database: readers,
    config,
    log,
    local,
    jobs: async () => jobs,
    asksAhead: true,
    beside,
  });
  let worker: JobWorker | null = null;
  try {
    const address = await app.listen({ host, port }).catch((error: unknown) => {
      throw cannotListen(error, { host, port, options: listenOptions });
    });
    worker = await workerOf(options, jobs, log);
    print(`O Prodplan responde em ${address} (o painel; para programas: ${address}/api/docs)`);
    const bound = (app.server.address() as AddressInfo).port;
    const others = addressesForOthers({ host, port: bound, http: config.http });
    if (others.length > 0) print(`Nas outras máquinas: ${others.join(' ou ')}`);
    if (!local && config.http.tls === null) tell(inTheOpen);
    tell('Ctrl-C para terminar.');
    await aborted(signal);
  } finally {
    await Promise.all([app.close(), worker?.stop(workerPatienceMs)]);
    await beside?.close();
    await jobs.close();
    await readers.close();
  }
}

async function workerOf(
  { database, config, worker }: ServeOptions,
  jobs: Jobs,
  log: Log,
): Promise<JobWorker | null> {
  return worker === false ? null : await startJobWorker({ database, config, log, jobs });
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
