import cookies from '@fastify/cookie';
import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type pg from 'pg';
import type { Config } from '../../platform/config.js';
import { ProdplanError } from '../../platform/errors.js';
import type { Access } from '../endpoint.js';
import { parseToken } from '../keys/token.js';
import { clearSession } from '../sessions/cookie.js';
import { isPage } from '../web/index.js';
import { beginAudit, endAudit } from './audit.js';
import { authorize, identifyCaller } from './authenticate.js';
import { type HttpCaller, nobody } from './caller.js';
import { answerPages } from './cors.js';
import { type Credential, credentialOf } from './credential.js';
import { refuseForeignCalls } from './host-and-origin.js';
import { type RateLimits, rateLimitsOf } from './limits.js';
import { GoodKeys } from './verified-keys.js';

export interface SecurityOptions {
  readonly pool: pg.Pool;
  readonly config: Config;
  /** Bound to loopback: its reads are open. */
  readonly local: boolean;
}

/** Everything that stands between the network and an endpoint, in the order in which it is passed. */
export async function secureApi(app: FastifyInstance, options: SecurityOptions): Promise<void> {
  const { pool, config, local } = options;
  const { allowedHosts: hosts, corsOrigins: origins, callsPerMinute } = config.http;
  app.decorateRequest('caller', null as unknown as HttpCaller);
  app.decorateRequest('audit', null);
  const limits = await rateLimitsOf(app, { redisUrl: config.redisUrl, callsPerMinute });

  await app.register(cookies);
  // We speak plain HTTP; a proxy that speaks https says so itself.
  await app.register(helmet, { contentSecurityPolicy: { directives: contentSources }, hsts: false });
  app.addHook('onRequest', async (request, reply) => {
    request.caller = nobody;
    // Whoever brings a key is counted with it, or as a guess.
    if (credentialOf(request) === null) await limits.address(request, reply);
    refuseForeignCalls(request, { local, hosts, origins });
  });
  await answerPages(app, origins);
  const goodKeys = new GoodKeys();
  app.addHook('onRequest', async (request, reply) => {
    await authenticate(request, reply, { ...options, limits, goodKeys });
    authorize(request, accessTo(request), local);
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

interface Door extends SecurityOptions {
  readonly limits: RateLimits;
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
  const credential = credentialOf(request);
  // A code is no key: it opens the session that it was made for, and nothing else (see the endpoint that begins one).
  if (credential === null) return;
  if (isOneTimeCode(request, credential)) return await limits.address(request, reply);
  const { secret } = credential;
  if (!goodKeys.has(secret)) await limits.looking(request, reply);
  try {
    request.caller = await identifyCaller(request, credential, { pool, home: config.home, local });
    if (request.caller.key !== null) return goodKeys.add(secret);
    goodKeys.delete(secret);
    await limits.address(request, reply);
    clearSession(request, reply);
  } catch (error) {
    if (!(error instanceof ProdplanError)) throw error;
    goodKeys.delete(secret);
    await limits.address(request, reply);
    await limits.guess(request, reply);
    throw error;
  }
}

/**
 * Pages and their files are served to everybody, because they hold no figures. That an address does not exist is told
 * only to callers who may read.
 */
function accessTo(request: FastifyRequest): Access {
  const { config, url } = request.routeOptions;
  if (config.endpoint !== undefined) return config.endpoint.access;
  const isFile = url !== undefined && !url.startsWith('/api');
  return isFile || isPage(request.server, request) ? 'open' : 'read';
}

function isOneTimeCode({ routeOptions }: FastifyRequest, { secret }: Credential): boolean {
  return routeOptions.config.endpoint?.name === 'session.begin' && parseToken(secret)?.id === 'once';
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
