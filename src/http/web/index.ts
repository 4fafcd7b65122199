import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Where the build puts the pages: beside this program, whether it runs as it was built or from its sources. */
const folder = fileURLToPath(new URL('../../../dist/web', import.meta.url));

/** The longest time that caches keep: the content of such a file never changes under its name. */
const yearSeconds = 31_536_000;

/** No code and no style but our own files, nothing from elsewhere, and around ours only the pages that are named. */
function policyFor(frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    ...['script', 'style', 'img', 'font', 'connect', 'manifest'].map((what) => `${what}-src 'self'`),
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
    "object-src 'none'",
  ].join('; ');
}

/**
 * Serves the dashboard's files, compressed when they were built. Names below /assets change with what is in the file;
 * all others are asked for again each time.
 */
export async function addWeb(app: FastifyInstance, frameAncestors: readonly string[]): Promise<void> {
  if (!existsSync(folder)) return;
  const policy = policyFor(frameAncestors);
  await app.register(fastifyStatic, {
    root: folder,
    // Only files that exist are routes; any other address gets the answer that all unknown addresses get.
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('content-security-policy', policy);
      // X-Frame-Options cannot hold a list of origins, and browsers that know both headers follow the policy: the
      // older one could only contradict it.
      if (frameAncestors.length > 0) reply.raw.removeHeader('x-frame-options');
      reply.header(
        'cache-control',
        isHashed(path) ? `public, max-age=${yearSeconds}, immutable` : 'no-cache',
      );
    },
  });
}

function isHashed(path: string): boolean {
  return path.slice(folder.length).startsWith('/assets/');
}

/** What every page is. */
export const document = 'index.html';

/** The addresses of the pages themselves are known to the browser's code only: all of them are the one document. */
export function isPage(app: FastifyInstance, request: FastifyRequest): boolean {
  if (!app.hasReplyDecorator('sendFile') || !['GET', 'HEAD'].includes(request.method)) return false;
  const path = request.url.split('?')[0]!;
  // In upper or lower case: a mistyped address of the API is answered with an error, not with a page.
  const isOther = /^\/+(api|assets|health|metrics)(\/|$)/i.test(path);
  // While the pages are built anew they are not there.
  return (
    !isOther && /\btext\/html\b/.test(request.headers.accept ?? '') && existsSync(`${folder}/${document}`)
  );
}
