import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Config } from '../../platform/config.js';
import { beginAudit, endAudit } from './audit.js';
import { authorize, identify } from './authenticate.js';
import { type HttpCaller, nobody } from './caller.js';
import { type Limits, limitsOf } from './limits.js';
import { mustBeForUs } from './same-place.js';

export interface SafetyOptions {
  readonly pool: pg.Pool;
  readonly config: Config;
  /** Bound to loopback: its reads are open. */
  readonly local: boolean;
}

/** Everything that stands between the network and an endpoint, in the order in which it is passed. */
export async function makeSafe(app: FastifyInstance, options: SafetyOptions): Promise<void> {
  const { pool, config, local } = options;
  const { allowedHosts: hosts, corsOrigins: origins, callsPerMinute } = config.http;
  app.decorateRequest('caller', null as unknown as HttpCaller);
  app.decorateRequest('audit', null);
  const limits = await limitsOf(app, { redisUrl: config.redisUrl, callsPerMinute });

  // We speak plain HTTP; a proxy that speaks https says so itself.
  await app.register(helmet, { contentSecurityPolicy: { directives: contentSources }, hsts: false });
  app.addHook('onRequest', async (request, reply) => {
    request.caller = nobody;
    await limits.address(request, reply);
    mustBeForUs(request, { local, hosts, origins });
  });
  if (origins.length > 0) {
    // A preflight carries no key; it is answered here.
    await app.register(cors, { origin: [...origins], methods: ['GET', 'POST'], exposedHeaders: ['etag'] });
  }
  app.addHook('onRequest', async (request, reply) => {
    await authenticate(request, reply, limits, options);
    authorize(request, request.routeOptions.config.endpoint?.access ?? 'read', local);
    if (request.caller.key !== null) await limits.key(request, reply);
    if (isWrite(request)) await limits.write(request, reply);
  });
  app.addHook('preParsing', async (request) => {
    if (isWrite(request)) request.audit = { id: await beginAudit(pool, request), code: null, details: {} };
  });
  // Not onResponse: that never comes where the caller goes away before the answer.
  app.addHook('onSend', async (request, reply) => {
    if (request.audit === null) return;
    const { id, code, details } = request.audit;
    const end = async (): Promise<void> => {
      await endAudit(pool, id, { status: reply.statusCode, code, details }).catch((error: unknown) => {
        request.log.error({ err: error, audit_id: id }, 'audit not ended');
      });
    };
    if (reply.raw.destroyed) await end();
    else reply.raw.once('close', end);
  });
}

async function authenticate(
  request: FastifyRequest,
  reply: FastifyReply,
  limits: Limits,
  { pool, config, local }: SafetyOptions,
): Promise<void> {
  if (request.headers.authorization === undefined) return;
  await limits.guesses(request, reply);
  try {
    request.caller = await identify(request, { pool, home: config.home, local });
  } catch (error) {
    await limits.failed(request);
    throw error;
  }
}

function isWrite({ routeOptions }: FastifyRequest): boolean {
  return routeOptions.config.endpoint?.access === 'operate' && routeOptions.config.endpoint.method !== 'GET';
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
