import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Call, defineEndpoint, type Endpoint, type Outcome } from '../endpoint.js';
import { matches } from './etag.js';
import { type AnswerPart, partsOf } from './part.js';

/** More than any page asks at once; the addresses of so many find room in a request's first line. */
const most = 16;

const address = z.string().min(1).max(2000);

/**
 * Several answers by one call: what a page asks at the same moment costs one way to the server and back. Each is what its
 * own address would give, with its own status; whoever may not see one is refused that one.
 */
export function severalEndpoint(others: readonly Endpoint[]): Endpoint {
  const answer = partsOf(others);
  return defineEndpoint({
    name: 'about.answers',
    method: 'GET',
    path: '/api/answers',
    tag: 'about',
    summary: 'Várias respostas num só pedido, cada uma como o seu endereço a daria',
    access: 'open',
    params: z.strictObject({
      of: z
        .union([address, z.array(address).min(1).max(most)])
        .describe(
          `Um endereço que responde a GET com JSON, com os seus filtros; repete-se até ${most} vezes`,
        ),
    }),
    responses: [
      {
        status: 200,
        description: 'As respostas, pela ordem dos endereços',
        schema: z.object({
          answers: z.array(
            z.object({
              status: z.int(),
              answer: z.unknown().describe('Como o endereço a dá; um problema onde a recusa'),
            }),
          ),
        }),
      },
      { status: 304, description: 'São as que já tem (If-None-Match)' },
    ],
    async handle(call) {
      const parts = await Promise.all([call.params.of].flat().map((one) => answer(one, call)));
      return together(parts, call);
    },
  });
}

/** The answers lie ready as text: they are put beside each other, and not read and written again. */
function together(parts: readonly AnswerPart[], { request }: Call<unknown, unknown>): Outcome {
  const pieces = parts.flatMap(({ status, body }, n) => [
    Buffer.from(`${n === 0 ? '' : ','}{"status":${status},"answer":`),
    body,
    Buffer.from('}'),
  ]);
  const bytes = Buffer.concat([Buffer.from('{"answers":['), ...pieces, Buffer.from(']}')]);
  const etag = `W/"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
  const headers = { etag, 'cache-control': 'private, no-cache' };
  if (matches(request.headers['if-none-match'], etag)) return { unchanged: true, headers };
  return { bytes, type: 'application/json; charset=utf-8', headers };
}
