import cors from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { httpFailure } from '../../platform/errors/http.js';

const methods = ['GET', 'HEAD', 'POST'];

/**
 * Answers the question that a browser asks before a page of another origin may call us; it carries no key. One that
 * cannot be answered with yes is refused as any call is. OPTIONS that come from no page are no such question.
 */
export async function answerPages(app: FastifyInstance, origins: readonly string[]): Promise<void> {
  app.addHook('onRequest', async (request) => {
    if (isFromPage(request)) mustAskFirst(request);
  });
  if (origins.length === 0) return;
  const allowed = { origin: [...origins], methods, exposedHeaders: ['etag'] };
  await app.register(cors, {
    delegator: async (request: FastifyRequest) =>
      request.method === 'OPTIONS' && !isFromPage(request) ? { origin: false } : allowed,
  });
}

function isFromPage({ method, headers }: FastifyRequest): boolean {
  return method === 'OPTIONS' && headers.origin !== undefined;
}

function mustAskFirst({ headers }: FastifyRequest): void {
  const wanted = headers['access-control-request-method'];
  if (wanted !== undefined && methods.includes(wanted)) return;
  throw httpFailure('PREFLIGHT_REFUSED', { unnamed: wanted === undefined, methods });
}
