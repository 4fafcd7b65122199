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

/**
 * Says that a page asks: the server then offers no name and password, for which a browser would open its own window. What
 * it refuses it says in the language of the page.
 */
export function ours(): Readonly<Record<string, string>> {
  return { 'x-requested-with': 'prodplan', 'accept-language': pageLanguage() };
}

let pageLanguage = (): string => 'pt-PT';

/** Where the language of the page is told. */
export function askInLanguage(read: () => string): void {
  pageLanguage = read;
}

const client = createClient<paths, 'application/json'>();

client.use({
  onRequest: ({ request }) => {
    for (const [name, value] of Object.entries(ours())) request.headers.set(name, value);
  },
});

/** Addresses that change something. */
export type PostPath = { [P in keyof paths]: paths[P] extends { post: object } ? P : never }[keyof paths];

interface Told {
  readonly headers?: Readonly<Record<string, string>>;
  readonly params?: object;
  readonly body?: object;
}

/** Tells the server to do something, and gives what it answers. Throws `Failure`. */
export async function tell<T = unknown>(path: PostPath, told: Told = {}): Promise<T> {
  const post = client.POST as unknown as (path: string, options: object) => Promise<Answered>;
  const { data, error, response } = await post(path, told).catch((cause: unknown) => {
    throw new Failure(null, 'unreachable', { cause });
  });
  if (!response.ok) throw failureOf(error, response.status);
  return data as T;
}

export function failureOf(error: unknown, status: number): Failure {
  const isProblem = typeof error === 'object' && error !== null && 'code' in error;
  return new Failure(isProblem ? (error as Problem) : null, `HTTP ${status}`);
}

interface Answered {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** The text of a query of the house, as it can be pasted into psql. */
export async function askQueryText(name: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`/api/queries/${encodeURIComponent(name)}`, { signal, headers: ours() });
  if (!response.ok) throw new Failure(null, `HTTP ${response.status}`);
  return await response.text();
}
