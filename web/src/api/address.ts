import { ask } from './ask.ts';
import type { AnswerOf, ParamsOf, Path } from './client.ts';
import { type Asked, urlOf } from './url.ts';

/** A call of the API: its answer can be had again, in another format. */
export interface Address {
  /** With braces where `path` of the parameters goes. */
  readonly path: string;
  readonly params?: Asked | undefined;
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
export function hrefOf(
  { path, params = {} }: Address,
  format: 'xlsx' | 'csv' | 'csv-pt',
  language: 'pt' | 'en' = 'pt',
): string {
  const { limit: _, cursor: __, ...query } = params.query ?? {};
  const asked = language === 'pt' || format === 'csv' ? undefined : language;
  return urlOf(path, { ...params, query: { ...query, format, language: asked } });
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
