import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { httpFailure } from '../platform/errors/http.js';
import type { Language } from '../platform/errors/kinds.js';
import { readParams } from '../services/index.js';
import type { HttpContext } from './context.js';
import type { Endpoint, Format, Outcome } from './endpoint.js';
import { chooseFormat } from './exports/format.js';
import { type SendOptions, sendTable } from './exports/send.js';
import { mergedParams, paramsOf } from './params.js';

/** Makes a route of a declaration. */
export function register(app: FastifyInstance, endpoint: Endpoint, context: HttpContext): void {
  const params = paramsOf(endpoint);
  app.route({
    method: endpoint.method,
    url: endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    // HEAD asks for what GET would say; Node leaves the body away.
    exposeHeadRoute: endpoint.method === 'GET' && !isStream(endpoint),
    config: { endpoint },
    handler: async (request, reply) => {
      const {
        format,
        origin,
        language = 'pt',
        ...asked
      } = readParams({ params }, mergedParams(request)) as Params;
      const chosen = chooseFormat(format, request.headers.accept, offered(endpoint));
      // By the address alone: whoever asks a table by it gets the same columns, whatever the language of the program.
      const outcome = await endpoint.handle({
        context,
        params: asked,
        body: readBody(endpoint, request),
        caller: request.caller,
        format: chosen,
        language,
        request,
        reply,
      });
      const { exportPatienceMs: patienceMs } = context;
      const withOrigin = origin !== 'false';
      return send(reply, endpoint, outcome, { format: chosen, withOrigin, language, patienceMs });
    },
  });
}

interface Params extends Record<string, unknown> {
  readonly format?: Format;
  readonly origin?: string;
  readonly language?: Language;
}

function offered({ table, responses }: Endpoint): readonly Format[] {
  if (table !== undefined) return ['json', 'csv', 'xlsx'];
  return responses.some(({ schema }) => schema !== undefined) ? ['json'] : [];
}

/** A file comes as a stream; its endpoint reads it. */
function readBody({ body, uploadFields }: Endpoint, request: FastifyRequest): unknown {
  if (body === undefined || (uploadFields !== undefined && request.isMultipart())) return undefined;
  const sent = request.body ?? {};
  if (typeof sent !== 'object' || Array.isArray(sent))
    throw httpFailure('BAD_BODY', { why: 'not_an_object' });
  return readParams({ params: body as z.ZodObject }, sent);
}

function send(reply: FastifyReply, endpoint: Endpoint, outcome: Outcome, options: SendOptions): FastifyReply {
  if ('taken' in outcome) return reply.hijack();
  const forms = endpoint.table !== undefined ? 'Accept, Accept-Encoding' : 'Accept-Encoding';
  reply.header('vary', `${forms}, Authorization`);
  if ('table' in outcome) return sendTable(reply, outcome.table, options);
  for (const [name, value] of Object.entries(outcome.headers ?? {})) reply.header(name, value);
  if ('unchanged' in outcome) return reply.code(304).send();
  if ('json' in outcome) {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
    return reply.code(outcome.status ?? 200).send(outcome.json);
  }
  return reply.type(outcome.type).send('bytes' in outcome ? outcome.bytes : outcome.stream);
}

/** What goes on for as long as somebody listens. */
function isStream({ responses }: Endpoint): boolean {
  return responses.some(({ type }) => type === 'text/event-stream');
}
