import createClient from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

type Ok<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } };
}
  ? T
  : never;

/** Addresses that answer a GET with JSON. */
export type Path = { [P in keyof paths]: [Ok<P>] extends [never] ? never : P }[keyof paths];

/** What an address answers, as the API's own description types it. */
export type AnswerOf<P extends Path> = Ok<P>;

export type ParamsOf<P extends Path> = paths[P] extends {
  get: { parameters: { query?: infer Q; path?: infer I } };
}
  ? { readonly query?: Q; readonly path?: I }
  : never;

export type Problem = components['schemas']['Problem'];

/** What the server refused, or null where it could not be reached at all. */
export class Failure extends Error {
  readonly problem: Problem | null;
  constructor(problem: Problem | null, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** Says that a page asks: the server then offers no name and password, for which a browser would open its own window. */
const ours = { 'x-requested-with': 'prodplan' };

const client = createClient<paths, 'application/json'>({
  querySerializer: { array: { style: 'form', explode: false } },
  headers: ours,
});

/** Asks once. Throws `Failure`. */
export async function ask<P extends Path>(
  path: P,
  params: ParamsOf<P> | undefined,
  signal: AbortSignal,
): Promise<AnswerOf<P>> {
  const get = client.GET as unknown as (path: string, options: object) => Promise<Told>;
  const { data, error, response } = await get(path, { params, signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new Failure(null, 'unreachable', { cause });
  });
  // A failure with an empty body gives an empty error: the status tells.
  if (response.ok) return data as AnswerOf<P>;
  throw failureOf(error, response);
}

/** Tells the server to do something. Throws `Failure`. */
export async function tell(
  path: '/api/session' | '/api/session/end',
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const { error, response } = await client.POST(path, { headers }).catch((cause: unknown) => {
    throw new Failure(null, 'unreachable', { cause });
  });
  if (!response.ok) throw failureOf(error, response);
}

function failureOf(error: unknown, response: Response): Failure {
  const isProblem = typeof error === 'object' && error !== null && 'code' in error;
  return new Failure(isProblem ? (error as Problem) : null, `HTTP ${response.status}`);
}

interface Told {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The text of a query of the house, as it can be pasted into psql. */
export async function askQueryText(name: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`/api/queries/${encodeURIComponent(name)}`, { signal, headers: ours });
  if (!response.ok) throw new Failure(null, `HTTP ${response.status}`);
  return await response.text();
}
