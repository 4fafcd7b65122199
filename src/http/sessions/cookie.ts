import type { FastifyReply, FastifyRequest } from 'fastify';

export const cookieName = 'prodplan_session';
/** The longest that browsers allow. Whether its session still lives is for the database to say, which knows when it was last used. */
const cookieSeconds = 400 * 24 * 3600;

/** The secret of the session that a browser brings, or null. */
export function sessionOf({ cookies }: FastifyRequest): string | null {
  return cookies[cookieName] ?? null;
}

/** No script reads it and no other site's page sends it; where the page came by https, it goes by https only. */
export function setSession(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(cookieName, secret, { ...attributes(request), maxAge: cookieSeconds });
}

export function clearSession(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName, attributes(request));
}

function attributes(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: isEncrypted(request) } as const;
}

/**
 * Whether the call came by https, to this server or to the proxy in front of it. A caller who sends a wrong header
 * only affects the cookie that is set for that caller.
 */
function isEncrypted({ protocol, headers }: FastifyRequest): boolean {
  return protocol === 'https' || headers['x-forwarded-proto'] === 'https';
}
