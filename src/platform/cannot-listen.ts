import { ProdplanError } from './errors.js';

const reasons: Readonly<Record<string, string>> = {
  EADDRINUSE: 'já está a ser usada por outro programa',
  EACCES: 'não pode ser usada por este utilizador',
  EADDRNOTAVAIL: 'não existe nesta máquina',
  ENOTFOUND: 'não existe nesta máquina',
};

/** Why a port cannot be had, where that is why. */
export function cannotListen(error: unknown, host: string, port: number, remedy: string): unknown {
  const why = reasons[(error as NodeJS.ErrnoException).code ?? ''];
  if (why === undefined) return error;
  return new ProdplanError('usage', 'CANNOT_LISTEN', `A porta ${port} de ${host} ${why}.`, remedy, {
    cause: error,
  });
}
