import { ProdplanError } from '../errors.js';

/** Who has the lock, as the refused one is told. */
export interface Known {
  readonly holder: string;
  readonly since: Date;
}

export function locked(other: Known | null): ProdplanError {
  const who = other === null ? 'outro processo' : `«${other.holder}», desde ${other.since.toISOString()}`;
  return new ProdplanError(
    'locked',
    'LOCKED',
    `Já está a decorrer outra carga: ${who}.`,
    'Espere que acabe e repita, ou use --wait para esperar por ela.',
  );
}
