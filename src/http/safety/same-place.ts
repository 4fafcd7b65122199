import type { FastifyRequest } from 'fastify';
import { httpError } from '../errors/catalogue.js';
import { isLoopback } from './loopback.js';

export interface PlaceRules {
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
export function mustBeForUs(request: FastifyRequest, rules: PlaceRules): void {
  const host = request.headers.host ?? '';
  const name = hostname(host);
  const known = rules.hosts.includes(name) || (rules.local && isLoopback(name));
  if (!known && (rules.local || rules.hosts.length > 0)) {
    throw httpError(
      'HOST_REFUSED',
      'O endereço pedido (Host) não é deste servidor.',
      'Use http://127.0.0.1 com a porta certa, ou acrescente o nome a PRODPLAN_ALLOWED_HOSTS.',
    );
  }
  const { origin } = request.headers;
  if (origin === undefined || rules.origins.includes(origin) || isSame(origin, host)) return;
  throw httpError(
    'ORIGIN_REFUSED',
    'O pedido vem de uma página que não é deste servidor.',
    'Se deve poder fazê-lo, acrescente a origem a PRODPLAN_CORS_ORIGINS.',
  );
}

/** Without its port; in lower case. '' where it is none. */
function hostname(host: string): string {
  try {
    return new URL(`http://${host}`).hostname;
  } catch {
    return '';
  }
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
