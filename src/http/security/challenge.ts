import type { FastifyRequest } from 'fastify';

const bearer = 'Bearer realm="prodplan"';
const basic = 'Basic realm="prodplan", charset="UTF-8"';

/**
 * How a call that was refused for want of a key may bring one. A name and a password are offered to programs only: a
 * browser would open a window of its own over the page, where the page has a better one.
 */
export function challengesFor(request: FastifyRequest): string[] {
  const access = request.routeOptions.config.endpoint?.access ?? 'read';
  return access === 'operate' || isBrowser(request) ? [bearer] : [bearer, basic];
}

/** Browsers leave Sec-Fetch-Mode out where a page came without https; our pages say then that they are ours. */
function isBrowser({ headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? '';
  return (
    headers['sec-fetch-mode'] !== undefined ||
    headers['x-requested-with'] !== undefined ||
    /\btext\/(html|event-stream)\b/.test(accept)
  );
}
