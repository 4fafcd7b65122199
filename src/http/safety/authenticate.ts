import type { FastifyRequest } from 'fastify';
import type pg from 'pg';
import { httpFailure } from '../../platform/errors/http.js';
import type { Access } from '../endpoint.js';
import { roleOf } from '../keys/keys.js';
import { isLocalToken } from '../keys/local-token.js';
import { parseToken } from '../keys/token.js';
import { callerOf, type HttpCaller, nobody } from './caller.js';
import { isLoopback } from './loopback.js';
import { isForwarded } from './same-place.js';

export interface KeyRules {
  readonly pool: pg.Pool;
  readonly home: string;
  /** Bound to loopback. */
  readonly local: boolean;
}

/** Who calls, by the key that came along. Throws `BAD_KEY` for one that opens nothing, also where none is needed. */
export async function identify(request: FastifyRequest, rules: KeyRules): Promise<HttpCaller> {
  const { authorization } = request.headers;
  if (authorization === undefined) return nobody;
  const token = parseToken(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
  if (token === null) throw httpFailure('BAD_KEY');
  if (token.id === 'local') {
    if (rules.local && !isForwarded(request) && (await isLocalToken(rules.home, token)))
      return callerOf('local', 'operator');
    throw httpFailure('BAD_KEY');
  }
  const role = await roleOf(rules.pool, token);
  if (role === null) throw httpFailure('BAD_KEY');
  return callerOf(token.id, role);
}

/** Lets through who may. Throws `KEY_REQUIRED` or `ROLE_REQUIRED`. */
export function authorize(request: FastifyRequest, access: Access, local: boolean): void {
  const { caller } = request;
  if (access === 'operate') {
    if (caller.key === null) throw httpFailure('KEY_REQUIRED', { operators: true });
    if (!caller.mayOperate) throw httpFailure('ROLE_REQUIRED', { role: caller.role ?? '' });
    return;
  }
  if (caller.key !== null || isOpen(request, access, local)) return;
  throw httpFailure('KEY_REQUIRED', { operators: false });
}

/** Reads of this machine need no key where nobody else is served; its own probes need none anywhere. */
function isOpen(request: FastifyRequest, access: Access, local: boolean): boolean {
  if (isForwarded(request)) return false;
  return local || (access === 'health' && isLoopback(request.socket.remoteAddress ?? ''));
}
