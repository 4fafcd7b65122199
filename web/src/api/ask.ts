import { type AnswerOf, Failure, failureOf, ours, type ParamsOf, type Path } from './client.ts';
import { gather, getOne } from './gather.ts';
import { type Asked, urlOf } from './url.ts';

/** The list of all boats is larger than everything else together: nothing waits for it, and the browser keeps it by itself. */
const alone: readonly string[] = ['/api/prodplan/boats'];

/** Asks once. Throws `Failure`. */
export async function ask<P extends Path>(
  path: P,
  params: ParamsOf<P> | undefined,
  signal: AbortSignal,
): Promise<AnswerOf<P>> {
  const url = urlOf(path, params as Asked | undefined);
  const get = alone.includes(path) ? getOne : gather;
  const { ok, status, body } = await get(url, signal, ours).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new Failure(null, 'unreachable', { cause });
  });
  if (ok) return body as AnswerOf<P>;
  throw failureOf(body, status);
}
