import { type AnswerOf, ask, type ParamsOf, type Path } from './client.ts';

/** A call of the API: its answer can be had again, in another format. */
export interface Address {
  /** With braces where `path` of the parameters goes. */
  readonly path: string;
  readonly params?:
    | {
        readonly query?: Readonly<Record<string, unknown>>;
        readonly path?: Readonly<Record<string, unknown>>;
      }
    | undefined;
}

const addresses = new WeakMap<object, Address>();

/** Which call gave this answer, so that whatever shows it can offer the same as a file. */
export function recordAddress(answer: unknown, address: Address): void {
  if (typeof answer === 'object' && answer !== null) addresses.set(answer, address);
}

export function addressOf(answer: object | undefined): Address | undefined {
  return answer === undefined ? undefined : addresses.get(answer);
}

/** As `fetch`, a link or Excel asks for it. What a page cuts a list down to is no concern of a file: it holds all rows. */
export function hrefOf({ path, params = {} }: Address, format: 'xlsx' | 'csv' | 'csv-pt'): string {
  const whole = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params.path?.[name] ?? '')),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params.query ?? {}))
    if (value !== undefined && name !== 'limit' && name !== 'cursor') query.set(name, String(value));
  query.set('format', format);
  return `${whole}?${query.toString().replaceAll('%2C', ',')}`;
}

/** Asks once, and remembers of the answer where it came from. Throws `Failure`. */
export async function askRecorded<P extends Path>(
  path: P,
  params: ParamsOf<P> | undefined,
  signal: AbortSignal,
): Promise<AnswerOf<P>> {
  const answer = await ask(path, params, signal);
  recordAddress(answer, { path, params: params as Address['params'] });
  return answer;
}
