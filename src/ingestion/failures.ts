import { diskFull, isDiskFull } from '../platform/disk-full.js';
import { messageOf, ProdplanError } from '../platform/errors.js';
import { isConnectionLost } from '../platform/postgres/connection-lost.js';

/** Turns what a run can meet outside itself into words that a person can act on; the rest passes as it is. */
export function explainFailure(error: unknown, signal: AbortSignal | undefined): unknown {
  if (error instanceof ProdplanError) return error;
  if (signal?.aborted) return stopped(error);
  if (isDiskFull(error)) return diskFull(error, 'Os dados anteriores estão intactos.');
  if (isConnectionLost(error)) return databaseLost(error);
  return new ProdplanError(
    'system',
    'UNEXPECTED',
    `A carga falhou: ${messageOf(error)}.`,
    'Os dados anteriores estão intactos. Repita; se voltar a falhar, comunique esta mensagem.',
    {
      cause: error,
    },
  );
}

function stopped(cause: unknown): ProdplanError {
  return new ProdplanError(
    'system',
    'STOPPED',
    'A carga foi interrompida a pedido.',
    'Os dados anteriores estão intactos; pode repetir quando quiser.',
    { cause },
  );
}

export function databaseLost(cause: unknown): ProdplanError {
  const remedy =
    'Os dados anteriores estão intactos. Verifique a base de dados («prodplan db status») e repita.';
  return new ProdplanError(
    'system',
    'DATABASE_LOST',
    `Perdeu-se a ligação à base de dados: ${messageOf(cause)}.`,
    remedy,
    { cause },
  );
}
