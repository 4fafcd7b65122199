import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { httpFailure } from '../../platform/errors/http.js';
import type { ProdplanError } from '../../platform/errors.js';
import type { Access } from '../endpoint.js';
import { roleOf } from '../keys/keys.js';
import { isLocalToken, isLocalTokenHash } from '../keys/local-token.js';
import { type KeyToken, parseToken } from '../keys/token.js';
import { findSession } from '../sessions/sessions.js';
import { callerOf, type HttpCaller, nobody } from './caller.js';
import type { Credential } from './credential.js';
import { isForwarded, isFromThisServer } from './host-and-origin.js';
import { isLoopback } from './loopback.js';

export interface KeyRules {
  readonly pool: pg.Pool;
  readonly home: string;
  /** Bound to loopback. */
  readonly local: boolean;
}

/**
 * Who calls, by what came along. Throws `BAD_KEY` for a key that opens nothing, also where none is needed; a session that
 * has ended is as none: the browser that still sends it cannot know.
 */
export async function identifyCaller(
  request: FastifyRequest,
  credential: Credential,
  rules: KeyRules,
): Promise<HttpCaller> {
  if (credential.via === 'session') return await callerOfSession(request, credential.secret, rules);
  const token = parseToken(credential.secret);
  const caller = token === null ? null : await callerOfToken(request, token, credential.via, rules);
  if (caller === null) throw httpFailure('BAD_KEY');
  return caller;
}

async function callerOfToken(
  request: FastifyRequest,
  token: KeyToken,
  via: Credential['via'],
  rules: KeyRules,
): Promise<HttpCaller | null> {
  if (token.id === 'local') {
    const isGood = isAtThisMachine(request, rules) && (await isLocalToken(rules.home, token));
    return isGood ? callerOf('local', 'operator', via) : null;
  }
  const role = await roleOf(rules.pool, token);
  return role === null ? null : callerOf(token.id, role, via);
}

/** Who begins or brings a session; nobody where it has ended. */
export async function callerOfSession(
  request: FastifyRequest,
  secret: string,
  rules: KeyRules,
): Promise<HttpCaller> {
  const session = await findSession(rules.pool, secret);
  if (session === null) return nobody;
  if ('keyId' in session) return callerOf(session.keyId, session.role, 'session');
  const isGood =
    isAtThisMachine(request, rules) && (await isLocalTokenHash(rules.home, session.localTokenHash));
  return isGood ? callerOf('local', 'operator', 'session') : nobody;
}

function isAtThisMachine(request: FastifyRequest, { local }: Pick<KeyRules, 'local'>): boolean {
  return local && !isForwarded(request);
}

/** Lets through who may. Throws `KEY_REQUIRED`, `ROLE_REQUIRED`, `PAY_REFUSED` or `ORIGIN_REFUSED`. */
export function authorize(request: FastifyRequest, access: Access, local: boolean): void {
  const { caller } = request;
  if (access === 'open') return;
  if (access === 'operate') {
    if (caller.key === null || caller.via === 'basic') throw keyRequired(request, { operators: true, local });
    if (!caller.mayOperate) throw httpFailure('ROLE_REQUIRED', { role: caller.role ?? '' });
    mustBeOwnPage(request);
    return;
  }
  if (access === 'pay') {
    if (!caller.maySeePay) throw httpFailure('PAY_REFUSED', { local: isAtThisMachine(request, { local }) });
    return;
  }
  if (caller.key !== null || mayReadUnknown(request, access, local)) return;
  throw keyRequired(request, { operators: false, local });
}

/** `KEY_REQUIRED`, with the advice that fits where the server is bound and whence the call comes. */
export function keyRequired(
  request: FastifyRequest,
  { operators, local }: { readonly operators: boolean; readonly local: boolean },
): ProdplanError {
  return httpFailure('KEY_REQUIRED', { operators, local: isAtThisMachine(request, { local }) });
}

/** A browser sends its session along whoever wrote the page; what changes something comes from our own pages only. */
function mustBeOwnPage(request: FastifyRequest): void {
  const isSafe = request.method === 'GET' || request.method === 'HEAD';
  if (request.caller.via !== 'session' || isSafe || isFromThisServer(request)) return;
  throw httpFailure('ORIGIN_REFUSED');
}

/** Reads of this machine need no key where nobody else is served; its own probes need none anywhere. */
export function mayReadUnknown(request: FastifyRequest, access: Access, local: boolean): boolean {
  if (isForwarded(request)) return false;
  return local || (access === 'health' && isLoopback(request.socket.remoteAddress ?? ''));
}
