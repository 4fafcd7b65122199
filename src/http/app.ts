import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import multipart from '@fastify/multipart';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify';
import type { Jobs } from '../jobs/index.js';
import type { Config } from '../platform/config.js';
import type { Database } from '../platform/database.js';
import { httpFailure } from '../platform/errors/http.js';
import type { Language } from '../platform/errors/kinds.js';
import { observe, startMetrics } from '../platform/metrics.js';
import { languageOf } from './accept.js';
import { askAhead } from './answers/ask-ahead.js';
import type { AnswersBeside } from './answers/beside/answers-beside.js';
import { AnswerCache } from './answers/cache.js';
import { compressAnswers } from './compression.js';
import { SilentConnections } from './connections.js';
import type { HttpContext } from './context.js';
import type { Endpoint } from './endpoint.js';
import { endpoints } from './endpoints/index.js';
import { type Problem, problemOf, problemType } from './errors/problem.js';
import { tracedToSchema } from './errors/schema.js';
import { PublicationWatch } from './events/publication-watch.js';
import { ExportSlots } from './exports/slots.js';
import { methodsOf } from './methods.js';
import { addPages } from './openapi/pages.js';
import { register } from './register.js';
import type { HttpCaller } from './security/caller.js';
import { challengesFor } from './security/challenge.js';
import { secureApi } from './security/index.js';
import { openTls } from './tls.js';
import { addWeb, document, isPage } from './web/index.js';

declare module 'fastify' {
  interface FastifyRequest {
    caller: HttpCaller;
    /** Of a call that changes something: its row in the audit log, and what is to be added to it. */
    audit: { readonly id: number; code: string | null; details: object } | null;
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

export interface AppOptions {
  readonly database: Database;
  readonly config: Config;
  readonly log: FastifyBaseLogger;
  /** The queues, opened by whoever asks first. */
  readonly jobs: () => Promise<Jobs>;
  /** Bound to loopback. */
  readonly local: boolean;
  /** An export whose reader takes nothing for so long is ended. */
  readonly exportPatienceMs?: number;
  /** Where heavy questions are answered; left out: as all others are. */
  readonly beside?: AnswersBeside | null;
  /** As soon as something is published, what pages ask first is asked ahead of them. */
  readonly asksAhead?: boolean;
}

const bodyLimitBytes = 64 * 1024;
const headerLimitBytes = 16 * 1024;
/** We refuse a call without Host ourselves, with a problem document; Node would do it in its own words. */
const connection = { maxHeaderSize: headerLimitBytes, requireHostHeader: false };
const cacheLimitBytes = 64 * 1024 * 1024;
const most_exports = 8;
const exportPatienceMs = 60_000;

/** The whole API as a Fastify app, not yet listening. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { tls } = options.config.http;
  const secure = tls === null ? null : openTls(tls, options.log);
  const app: FastifyInstance = Fastify({
    ...(secure === null ? {} : { https: { ...secure.files, ...connection } }),
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: bodyLimitBytes,
    http: connection,
    // A workbook may take minutes to arrive.
    requestTimeout: 15 * 60_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error, request, reply) => {
      const language = languageOf(request.headers['accept-language']);
      sendProblem(reply as unknown as FastifyReply, problemOf(error, request.id, language), language);
    },
  });
  secure?.follow(app.server);
  const silent = new SilentConnections(app.server, secure !== null);
  await startMetrics();
  const stop = new AbortController();
  app.addHook('preClose', async () => {
    stop.abort();
    silent.close();
    endIdleConnections(app);
  });
  const context: HttpContext = {
    database: options.database,
    config: options.config,
    cache: new AnswerCache(cacheLimitBytes),
    beside: options.beside ?? null,
    // Some connections are left for everybody else.
    exports: new ExportSlots(Math.min(most_exports, Math.max(1, options.database.pool.options.max - 2))),
    publications: new PublicationWatch(options.database),
    exportPatienceMs: options.exportPatienceMs ?? exportPatienceMs,
    local: options.local,
    log: options.log,
    jobs: options.jobs,
    stopping: stop.signal,
  };
  // Before any plugin: an address that one of them adds would answer in Fastify's own words.
  app.setErrorHandler(async (error, request, reply) => {
    const language = languageOf(request.headers['accept-language']);
    const problem = problemOf(await tracedToSchema(options.database, error), request.id, language);
    if (request.audit !== null) request.audit.code = problem.code;
    if (problem.status === 401) reply.header('www-authenticate', challengesFor(request));
    // Who went away in the middle of a call is no failure of ours.
    const isGone = request.socket.destroyed;
    if (isGone && request.audit !== null) request.audit.code = httpFailure('CLIENT_GONE').code;
    if (problem.status >= 500 && !isGone) request.log.error({ err: error }, 'request failed');
    return sendProblem(reply, problem, language);
  });
  await secureApi(app, { pool: options.database.pool, config: options.config, local: options.local });
  // Bodies are JSON or a form; text that nobody reads is refused by its type.
  app.removeContentTypeParser('text/plain');
  await app.register(multipart, {
    limits: {
      files: 1,
      fields: 10,
      fieldSize: 1000,
      parts: 12,
      fileSize: options.config.http.uploadLimitBytes,
    },
  });
  app.addHook('onRequest', async (request, { raw }) => {
    // Whoever goes away before the end of the answer is logged too; no onResponse comes then.
    raw.once('close', () => {
      if (raw.writableFinished) return;
      const route = request.routeOptions.url ?? 'unknown';
      request.log.info({ method: request.method, route, client_gone: true }, 'request');
    });
  });
  app.addHook('onResponse', async (request, reply) => {
    // The pattern of the address, never what was searched for.
    const route = request.routeOptions.url ?? 'unknown';
    const { method } = request;
    const status = reply.statusCode;
    observe.request(method, route, status, reply.elapsedTime / 1000);
    const fields = { method, route, status_code: status, ms: Math.round(reply.elapsedTime * 10) / 10 };
    request.log.info(fields, 'request');
  });
  app.setNotFoundHandler((request, reply) => {
    if (isPage(app, request)) return reply.code(200).sendFile(document);
    const allowed = methodsOf(request.url);
    if (allowed.length > 0) reply.header('allow', allowed.join(', '));
    throw notFound(request.url, allowed);
  });
  await compressAnswers(app);
  await addWeb(app, options.config.http.frameAncestors);
  for (const endpoint of endpoints) register(app, endpoint, context);
  if (options.asksAhead) {
    app.addHook('onListen', async () => {
      stop.signal.addEventListener('abort', askAhead(context), { once: true });
    });
  }
  await addPages(app);
  return app;
}

/**
 * An answer that was under way when the server was told to stop leaves an idle connection behind, which is closed
 * then.
 */
function endIdleConnections(app: FastifyInstance): void {
  const again = setInterval(() => app.server.closeIdleConnections(), 100);
  again.unref();
  app.server.once('close', () => clearInterval(again));
}

/** `rawPacket`: what had come when Node gave up. */
type Unreadable = NodeJS.ErrnoException & { readonly rawPacket?: Buffer };

/** What is not HTTP, or has headers that are too long, never becomes a request: the answer is written by hand. */
function refuseUnreadable(this: FastifyInstance, error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return void socket.destroy();
  const problem = problemOf(unreadable(error), randomUUID(), 'pt');
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${problemType}; charset=utf-8`,
    `content-length: ${Buffer.byteLength(body)}`,
    'x-content-type-options: nosniff',
    'connection: close',
  ];
  // An answer to HEAD has no body; whoever gets one takes it for the beginning of the next answer.
  const isHead = (error as Unreadable).rawPacket?.subarray(0, 5).toString('latin1') === 'HEAD ';
  socket.end(`${head.join('\r\n')}\r\n\r\n${isHead ? '' : body}`);
}

function unreadable({ code }: NodeJS.ErrnoException): Error {
  if (code === 'HPE_HEADER_OVERFLOW') return httpFailure('HEADERS_TOO_LARGE');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return httpFailure('REQUEST_TIMEOUT');
  return httpFailure('BAD_REQUEST');
}

function sendProblem(reply: FastifyReply, problem: Problem, language: Language): FastifyReply {
  const vary = [reply.getHeader('vary'), 'Accept-Language'].filter(Boolean).join(', ');
  return reply
    .code(problem.status)
    .headers({ 'content-language': language, vary })
    .type(problemType)
    .send(problem);
}

function notFound(url: string, allowed: readonly string[]): Error {
  const path = url.split('?')[0]!.slice(0, 200);
  if (allowed.length > 0) {
    return httpFailure('METHOD_NOT_ALLOWED', { path, allowed });
  }
  return httpFailure('NO_SUCH_ADDRESS', { path });
}
