import type { FastifyRequest } from 'fastify';
import { httpFailure } from '../../platform/errors/http.js';
import { hostName } from './host.js';
import { isLoopback } from './loopback.js';

export interface OriginRules {
  /** This server is bound to loopback: its reads are open. */
  readonly local: boolean;
  /** Names under which it may be called beside its own; in lower case. */
  readonly hosts: readonly string[];
  /** Pages of other origins that may call it. */
  readonly origins: readonly string[];
}

/**
 * Refuses calls under a strange name (a page that points its own name to 127.0.0.1) and from pages of another origin.
 * A server that is bound to another address does not know its names; there a key protects every call, and names are
 * checked where the configuration lists them.
 */
export function refuseForeignCalls(request: FastifyRequest, rules: OriginRules): void {
  const { host = '' } = request.headers;
  const name = nameOf(request);
  const known = rules.hosts.includes(name) || (rules.local && isLoopback(name));
  if (!known && (rules.local || rules.hosts.length > 0)) {
    throw httpFailure('HOST_REFUSED');
  }
  const { origin } = request.headers;
  if (origin === undefined || rules.origins.includes(origin) || isSame(origin, host)) return;
  throw httpFailure('ORIGIN_REFUSED');
}

/** The one Host that a call must have; throws `BAD_HOST` where it is none. HTTP/1.0 knows none: then it is ''. */
function nameOf({ raw }: FastifyRequest): string {
  const given = raw.rawHeaders.filter((text, n) => n % 2 === 0 && text.toLowerCase() === 'host').length;
  if (given === 0 && raw.httpVersion === '1.0') return '';
  const name = given === 1 ? hostName(raw.headers.host ?? '') : null;
  if (name !== null) return name;
  throw httpFailure('BAD_HOST');
}

/** Whether a page of this very server makes the call: browsers name the page's origin with whatever changes something. */
export function isFromThisServer({ headers: { origin, host = '' } }: FastifyRequest): boolean {
  return origin !== undefined && isSame(origin, host);
}

/** The same name and port; a proxy may speak https before us. */
function isSame(origin: string, host: string): boolean {
  try {
    const { protocol, host: from } = new URL(origin);
    return (protocol === 'http:' || protocol === 'https:') && from === host.toLowerCase();
  } catch {
    return false;
  }
}

/** A proxy on this machine brings strangers: what it forwards is not local any more. */
export function isForwarded({ headers }: FastifyRequest): boolean {
  return ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'].some(
    (name) => headers[name] !== undefined,
  );
}
