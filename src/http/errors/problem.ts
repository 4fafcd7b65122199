import { z } from 'zod';
import { ProdplanError } from '../../platform/errors.js';
import { isConnectionLost } from '../../platform/postgres/connection-lost.js';
import { ParameterError } from '../../services/index.js';
import { catalogue, entryOf, httpError } from './catalogue.js';

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
export function problemOf(thrown: unknown, requestId: string): Problem {
  const error = known(thrown);
  const { status, title } = entryOf(error);
  return {
    type: 'about:blank',
    title,
    status,
    detail: error.message,
    code: error.code,
    ...(error.remedy === '' ? {} : { remedy: error.remedy }),
    instance: requestId,
    ...(error instanceof ParameterError ? { parameters: [...error.findings] } : {}),
  };
}

interface Thrown {
  readonly code?: string;
  readonly statusCode?: number;
}

/** Our own codes for a database that is away, and PostgreSQL's for one whose disk or memory is full. */
const withoutDatabase = new Set(['DATABASE_UNREACHABLE', 'DATABASE_LOST', '53100', '53200']);

function known(thrown: unknown): ProdplanError {
  // A failure of the system names hosts, paths and queries: callers are told no more than that it happened.
  if (thrown instanceof ProdplanError && thrown.kind !== 'system') return thrown;
  const { code = '', statusCode = 500 } = (thrown ?? {}) as Thrown;
  if (code === '57014' || code === '25P03')
    return httpError('TIMEOUT', 'A pergunta demorou mais do que o tempo permitido.', 'Restrinja os filtros.');
  if (isConnectionLost(thrown) || withoutDatabase.has(code))
    return httpError('UNAVAILABLE', 'A base de dados não responde.', 'Repita daqui a pouco.');
  if (statusCode >= 400 && statusCode < 500) return fromFramework(code, statusCode);
  return httpError('UNEXPECTED', 'Aconteceu um erro que não se esperava; ficou no registo do servidor.');
}

/** What Fastify and its plugins refuse; their English sentences speak of their own insides. */
function fromFramework(code: string, status: number): ProdplanError {
  if (/^FST_(FILES|PARTS|FIELDS)_LIMIT$/.test(code))
    return httpError('BAD_BODY', 'O formulário tem partes a mais: leva um ficheiro e poucos campos.');
  if (status === 413) return httpError('TOO_LARGE', 'O pedido passa do tamanho permitido.');
  if (status === 415)
    return httpError('UNSUPPORTED_TYPE', 'O corpo do pedido não é de um tipo que se aceite aqui.');
  if (status === 429) return httpError('TOO_MANY_REQUESTS', catalogue.TOO_MANY_REQUESTS.title);
  if (code.startsWith('FST_ERR_CTP') || code === 'FST_INVALID_MULTIPART_CONTENT_TYPE')
    return httpError('BAD_BODY', 'O corpo do pedido não é o que o seu tipo diz.');
  return httpError('BAD_REQUEST', 'O pedido não está bem formado.');
}
