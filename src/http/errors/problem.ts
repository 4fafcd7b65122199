import { z } from 'zod';
import { httpFailure } from '../../platform/errors/http.js';
import { kinds, type Language, statusOf } from '../../platform/errors/kinds.js';
import { runFailure } from '../../platform/errors/run.js';
import { messageOf, ProdplanError } from '../../platform/errors.js';
import { explained } from '../../platform/explain.js';
import { ParameterError } from '../../services/index.js';

/** RFC 9457. What went wrong inside stays in the log, under the same `instance`. */
export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    code: z.string().describe('Estável; em maiúsculas'),
    remedy: z.string().optional().describe('O que fazer'),
    instance: z.string().describe('O número do pedido, como está no registo do servidor'),
    parameters: z
      .array(z.object({ parameter: z.string(), message: z.string() }))
      .optional()
      .describe('Cada parâmetro que não serve'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.output<typeof problemSchema>;

export const problemType = 'application/problem+json';

/** The one place where a failure becomes what a caller reads. */
export function problemOf(thrown: unknown, requestId: string, language: Language): Problem {
  const error = failureOf(thrown);
  const [detail, remedy] = error.failure.outside(language);
  return {
    type: 'about:blank',
    title: kinds[error.kind].title[language],
    status: statusOf(error),
    detail,
    code: error.code,
    ...(remedy === '' ? {} : { remedy }),
    instance: requestId,
    ...(error instanceof ParameterError
      ? {
          parameters: error.parameters.map(({ parameter, sentence }) => ({
            parameter,
            message: sentence(language),
          })),
        }
      : {}),
  };
}

interface Thrown {
  readonly code?: string;
  readonly statusCode?: number;
}

/** PostgreSQL ended a statement, or a transaction, that took too long. */
const tookTooLong: readonly string[] = ['57014', '25P03'];

function failureOf(thrown: unknown): ProdplanError {
  if (thrown instanceof ProdplanError) return thrown;
  const { code = '', statusCode = 500 } = (thrown ?? {}) as Thrown;
  if (tookTooLong.includes(code)) return httpFailure('TIMEOUT');
  const known = explained(thrown);
  if (known !== null) return known;
  if (statusCode >= 400 && statusCode < 500) return fromFramework(code, statusCode);
  return runFailure('UNEXPECTED', { reason: messageOf(thrown), inRun: false });
}

/** What Fastify and its plugins refuse; their English sentences speak of their own insides. */
function fromFramework(code: string, status: number): ProdplanError {
  if (/^FST_(FILES|PARTS|FIELDS)_LIMIT$/.test(code))
    return httpFailure('BAD_BODY', { why: 'too_many_parts' });
  if (status === 413) return httpFailure('TOO_LARGE', { file: false });
  if (status === 415) return httpFailure('UNSUPPORTED_TYPE');
  if (code.startsWith('FST_ERR_CTP') || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return httpFailure('BAD_BODY', { why: 'type' });
  return httpFailure('BAD_REQUEST');
}
