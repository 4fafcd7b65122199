import { type FailureKind, ProdplanError } from '../../platform/errors.js';

/**
 * What HTTP says of a failure: its status and, in one line of Portuguese, what kind of failure it is. Codes are stable:
 * clients may branch on them. A code that is not listed takes the status of its kind.
 */
interface Entry {
  readonly status: number;
  readonly title: string;
}

export const catalogue = {
  BAD_PARAMETER: { status: 400, title: 'Parâmetros que não servem' },
  BAD_BODY: { status: 400, title: 'O corpo do pedido não serve' },
  BAD_REQUEST: { status: 400, title: 'O pedido não está bem formado' },
  BAD_HOST: { status: 400, title: 'O pedido não diz a que máquina se dirige' },
  BAD_AS_OF: { status: 400, title: 'O momento indicado não serve' },
  KEY_REQUIRED: { status: 401, title: 'É precisa uma chave' },
  BAD_KEY: { status: 401, title: 'A chave não serve' },
  ROLE_REQUIRED: { status: 403, title: 'A chave não tem este direito' },
  HOST_REFUSED: { status: 403, title: 'Este endereço não é servido aqui' },
  ORIGIN_REFUSED: { status: 403, title: 'Pedido vindo de outra página' },
  PREFLIGHT_REFUSED: { status: 403, title: 'Pedido prévio (CORS) que não serve' },
  NOT_FOUND: { status: 404, title: 'Não existe' },
  NO_SUCH_RUN: { status: 404, title: 'A carga não existe' },
  UNKNOWN_JOB: { status: 404, title: 'A tarefa não existe' },
  UNKNOWN_JOB_ID: { status: 404, title: 'A tarefa não existe' },
  BAD_PARAMS: { status: 400, title: 'Parâmetros que não servem' },
  OUTSIDE_INBOX: { status: 403, title: 'O ficheiro não está na pasta de entrada' },
  FILE_NOT_FOUND: { status: 404, title: 'O ficheiro não existe' },
  NO_SUCH_QUERY: { status: 404, title: 'A consulta não existe' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'Este endereço não aceita este método' },
  NOT_ACCEPTABLE: { status: 406, title: 'A resposta não existe neste formato' },
  NOTHING_PUBLISHED: { status: 409, title: 'Ainda não há dados' },
  NOT_PUBLISHED: { status: 409, title: 'A carga não foi publicada' },
  HISTORY_PRUNED: { status: 409, title: 'As alterações já não se guardam' },
  REQUEST_TIMEOUT: { status: 408, title: 'O pedido demorou demasiado a chegar' },
  TOO_LARGE: { status: 413, title: 'O pedido é grande demais' },
  UNSUPPORTED_TYPE: { status: 415, title: 'O corpo não é de um tipo que se aceite' },
  BAD_UPLOAD: { status: 422, title: 'O ficheiro não serve' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Pedidos a mais' },
  HEADERS_TOO_LARGE: { status: 431, title: 'Os cabeçalhos do pedido são grandes demais' },
  UNEXPECTED: { status: 500, title: 'Erro do servidor' },
  TIMEOUT: { status: 503, title: 'A resposta demorava demasiado' },
  REDIS_UNREACHABLE: { status: 503, title: 'A fila de tarefas não responde' },
  UNAVAILABLE: { status: 503, title: 'De momento não se pode responder' },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof catalogue;

const kinds: Readonly<Record<FailureKind, Entry>> = {
  usage: { status: 400, title: 'O pedido não serve' },
  missing: { status: 404, title: 'Não existe' },
  input: { status: 422, title: 'O ficheiro não serve' },
  contract: { status: 409, title: 'O estado dos dados não o permite' },
  locked: { status: 409, title: 'Outra carga está a decorrer' },
  empty: { status: 409, title: 'Ainda não há dados' },
  system: catalogue.UNEXPECTED,
};

export function entryOf(error: ProdplanError): Entry {
  return (catalogue as Readonly<Record<string, Entry>>)[error.code] ?? kinds[error.kind];
}

/** A failure that only HTTP knows. Its kind matters to nobody: the status follows from the code. */
export function httpError(code: ProblemCode, message: string, remedy = ''): ProdplanError {
  return new ProdplanError('usage', code, message, remedy);
}
