import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Config } from '../../platform/config.js';
import { ProdplanError } from '../../platform/errors.js';
import { beginAudit, endAudit } from './audit.js';
import { authorize, identify } from './authenticate.js';
import { type HttpCaller, nobody } from './caller.js';
import { answerPages } from './cors.js';
import { GoodKeys } from './good-keys.js';
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
    // Whoever brings a key is counted with it, or as a guess.
    if (request.headers.authorization === undefined) await limits.address(request, reply);
    mustBeForUs(request, { local, hosts, origins });
  });
  await answerPages(app, origins);
  const goodKeys = new GoodKeys();
  app.addHook('onRequest', async (request, reply) => {
    await authenticate(request, reply, { ...options, limits, goodKeys });
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

interface Door extends SafetyOptions {
  readonly limits: Limits;
  readonly goodKeys: GoodKeys;
}

/**
 * A right key is let in however many wrong ones came from its address: people behind one proxy share theirs with
 * strangers. Wrong ones are refused by their number after a while (429), and in the end not even looked up.
 */
async function authenticate(
  request: FastifyRequest,
  reply: FastifyReply,
  { pool, config, local, limits, goodKeys }: Door,
): Promise<void> {
  const { authorization } = request.headers;
  if (authorization === undefined) return;
  if (!goodKeys.has(authorization)) await limits.looking(request, reply);
  try {
    request.caller = await identify(request, { pool, home: config.home, local });
    goodKeys.add(authorization);
  } catch (error) {
    if (!(error instanceof ProdplanError)) throw error;
    goodKeys.delete(authorization);
    await limits.address(request, reply);
    await limits.guess(request, reply);
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
