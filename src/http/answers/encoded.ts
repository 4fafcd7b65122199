import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { negotiate } from '@fastify/accept-negotiator';
import type { CachedAnswer } from './cache.js';

/** Less than a packet of the network is not worth it. */
export const leastBytes = 1024;

/** Quality 11, the default, takes seconds for the list of all boats; 5 some thirty milliseconds. */
export const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

const compressors = {
  br: (body: Buffer) => promisify(brotliCompress)(body, brotliOptions),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
type Encoding = keyof typeof compressors;

/** In the order in which we prefer them. */
export const encodings = Object.keys(compressors) as Encoding[];

/** They are freed together with their answer. */
const made = new WeakMap<CachedAnswer, Map<Encoding, Promise<Buffer>>>();

/** The answer as `Accept-Encoding` allows it; each form is made once, for who first asks for it. */
export async function encoded(
  answer: CachedAnswer,
  accepted: string | undefined,
): Promise<{ readonly bytes: Buffer; readonly encoding: Encoding | null }> {
  const encoding = accepted === undefined ? null : (negotiate(accepted, encodings) as Encoding | null);
  if (encoding === null || answer.body.length < leastBytes) return { bytes: answer.body, encoding: null };
  const forms = made.get(answer) ?? new Map<Encoding, Promise<Buffer>>();
  made.set(answer, forms);
  const bytes = forms.get(encoding) ?? compressors[encoding](answer.body);
  forms.set(encoding, bytes);
  return { bytes: await bytes, encoding };
}
