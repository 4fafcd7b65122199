import type { FastifyRequest } from 'fastify';
import { sessionOf } from '../sessions/cookie.js';

/**
 * What a call brings to say who it is of: a key in its own header, a key as the password of a program that knows no
 * other way to sign in (Excel, Power BI), or the session of a browser.
 */
export interface Credential {
  readonly via: 'bearer' | 'basic' | 'session';
  readonly secret: string;
}

/** A header counts before a cookie. Null where there is neither; what has another form is a key that opens nothing. */
export function credentialOf(request: FastifyRequest): Credential | null {
  const { authorization } = request.headers;
  if (authorization !== undefined) return ofHeader(authorization);
  const secret = sessionOf(request);
  return secret === null ? null : { via: 'session', secret };
}

function ofHeader(authorization: string): Credential {
  const [, scheme, value] = /^(Bearer|Basic) +(\S+)$/i.exec(authorization) ?? [];
  if (scheme?.toLowerCase() === 'basic') return { via: 'basic', secret: passwordOf(value!) };
  return { via: 'bearer', secret: value ?? '' };
}

/** RFC 7617: what stands behind the first colon. The name before it is anybody's. */
function passwordOf(base64: string): string {
  const text = Buffer.from(base64, 'base64').toString('utf8');
  return text.slice(text.indexOf(':') + 1);
}
