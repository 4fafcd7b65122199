import type { FastifyRequest } from 'fastify';
import { httpFailure } from '../../platform/errors/http.js';
import { readParams } from '../../services/index.js';
import { languageOf } from '../accept.js';
import type { Call, Endpoint, Format, Outcome } from '../endpoint.js';
import { problemOf } from '../errors/problem.js';
import { tracedToSchema } from '../errors/schema.js';
import { mediaTypes } from '../exports/format.js';
import { mergedParams, paramsOf } from '../params.js';
import { authorize } from '../security/authenticate.js';

/** One of several answers. */
export interface AnswerPart {
  readonly status: number;
  readonly body: Buffer;
}

/** Any server will do: an address is told without one. */
const here = 'http://here';

type AnyCall = Call<Record<string, unknown>, unknown>;

/** Gives the answer of an address as that address itself would, to whoever makes `call`. */
export function partsOf(
  endpoints: readonly Endpoint[],
): (address: string, call: AnyCall) => Promise<AnswerPart> {
  const known = endpoints.filter(answersJson).map((endpoint) => ({ endpoint, pattern: patternOf(endpoint) }));
  return async (address, call) => {
    try {
      const { pathname, searchParams } = parsed(address);
      const found = known.find(({ pattern }) => pattern.test(pathname));
      if (found === undefined) throw httpFailure('NO_SUCH_ADDRESS', { path: pathname.slice(0, 200) });
      const { endpoint, pattern } = found;
      authorize(call.request, endpoint.access, call.context.local);
      const raw = mergedParams({ params: inPath(pattern, pathname), query: inQuery(searchParams) });
      const {
        format = 'json',
        origin: _,
        language: __,
        ...params
      } = readParams({ params: paramsOf(endpoint) }, raw);
      if ((format as Format) !== 'json') throw notJson();
      const request = withoutForms(call.request);
      return {
        status: 200,
        body: bytesOf(await endpoint.handle({ ...call, request, params, format: 'json' })),
      };
    } catch (error) {
      return await refused(error, call);
    }
  };
}

/** What is asked for without changing anything, and has an end. */
function answersJson({ method, responses }: Endpoint): boolean {
  return method === 'GET' && responses.some(({ status, schema }) => status === 200 && schema !== undefined);
}

function patternOf({ path }: Endpoint): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
}

function parsed(address: string): URL {
  const isOurs = address.startsWith('/') && URL.canParse(address, here);
  const url = isOurs ? new URL(address, here) : null;
  if (url?.origin === here) return url;
  throw httpFailure('NO_SUCH_ADDRESS', { path: address.slice(0, 200) });
}

function inPath(pattern: RegExp, pathname: string): Record<string, string> {
  const { groups = {} } = pattern.exec(pathname) ?? {};
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch (cause) {
    if (cause instanceof URIError) throw httpFailure('BAD_REQUEST');
    throw cause;
  }
}

/** What is given more than once is a list, as it is in an address of its own. */
function inQuery(query: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(query.keys())].map((name) => {
      const all = query.getAll(name);
      return [name, all.length === 1 ? all[0]! : all];
    }),
  );
}

/** What the caller has already, and how it may be packed, is said of the whole. */
function withoutForms(request: FastifyRequest): FastifyRequest {
  const { 'if-none-match': _, 'accept-encoding': __, ...headers } = request.headers;
  return Object.create(request, { headers: { value: headers } }) as FastifyRequest;
}

function bytesOf(outcome: Outcome): Buffer {
  if ('json' in outcome) return Buffer.from(JSON.stringify(outcome.json));
  if ('bytes' in outcome && outcome.type.startsWith(mediaTypes.json)) return outcome.bytes;
  throw notJson();
}

function notJson(): Error {
  return httpFailure('NOT_ACCEPTABLE', { formats: [mediaTypes.json] });
}

async function refused(error: unknown, { context, request }: AnyCall): Promise<AnswerPart> {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(await tracedToSchema(context.database, error), request.id, language);
  if (problem.status >= 500) request.log.error({ err: error }, 'part of a request failed');
  return { status: problem.status, body: Buffer.from(JSON.stringify(problem)) };
}
