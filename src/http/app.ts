import { randomUUID } from 'node:crypto';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply } from 'fastify';
import type { Config } from '../platform/config.js';
import type { Database } from '../platform/database.js';
import { AnswerCache } from './answers/cache.js';
import type { HttpContext } from './context.js';
import type { Endpoint } from './endpoint.js';
import { endpoints } from './endpoints/index.js';
import { httpError } from './errors/catalogue.js';
import { type Problem, problemOf, problemType } from './errors/problem.js';
import { register } from './register.js';
import { type HttpCaller, nobody } from './safety/caller.js';
import { mustBeForUs, type PlaceRules } from './safety/same-place.js';

declare module 'fastify' {
  interface FastifyRequest {
    caller: HttpCaller;
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
}

export interface AppOptions {
  readonly database: Database;
  readonly config: Config;
  readonly log: FastifyBaseLogger;
  /** Bound to loopback. */
  readonly local: boolean;
}

const body_limit_bytes = 64 * 1024;
const header_limit_bytes = 16 * 1024;
const cache_limit_bytes = 64 * 1024 * 1024;

/** The whole API as a Fastify app, not yet listening. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log,
    disableRequestLogging: true,
    genReqId: () => randomUUID(),
    bodyLimit: body_limit_bytes,
    http: { maxHeaderSize: header_limit_bytes },
    // A workbook may take minutes to arrive.
    requestTimeout: 15 * 60_000,
    connectionTimeout: 0,
    keepAliveTimeout: 65_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      sendProblem(reply as unknown as FastifyReply, problemOf(error, request.id));
    },
  });
  const stop = new AbortController();
  app.addHook('preClose', async () => stop.abort());
  const context: HttpContext = {
    database: options.database,
    config: options.config,
    cache: new AnswerCache(cache_limit_bytes),
    log: options.log,
    stopping: stop.signal,
  };
  const rules: PlaceRules = {
    local: options.local,
    hosts: options.config.http.allowedHosts,
    origins: options.config.http.corsOrigins,
  };

  // We speak plain HTTP; a proxy that speaks https says so itself.
  await app.register(helmet, { contentSecurityPolicy: { directives: contentSources }, hsts: false });
  await app.register(multipart, {
    limits: {
      files: 1,
      fields: 10,
      fieldSize: 1000,
      parts: 12,
      fileSize: options.config.http.uploadLimit_bytes,
    },
  });
  app.decorateRequest('caller', null as unknown as HttpCaller);
  app.addHook('onRequest', async (request) => {
    request.caller = nobody;
    mustBeForUs(request, rules);
  });
  app.addHook('onResponse', async (request, reply) => {
    // The address without its query: what somebody searches for is theirs.
    const path = request.routeOptions.url ?? 'unknown';
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    request.log.info({ method: request.method, path, status: reply.statusCode, ms }, 'request');
  });
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error, request.id);
    if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request) => {
    throw notFound(request.url);
  });
  for (const endpoint of endpoints) register(app, endpoint, context);
  return app;
}

/** The pages under /api/docs; answers themselves load nothing. */
const contentSources = {
  defaultSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  scriptSrc: ["'self'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
};

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type(problemType).send(problem);
}

function notFound(url: string): Error {
  const path = url.split('?')[0]!.slice(0, 200);
  return httpError('NOT_FOUND', `Não existe nada em ${path}.`, 'Veja os endereços em /api/docs.');
}
