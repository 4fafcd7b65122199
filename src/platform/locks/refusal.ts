import { runFailure } from '../errors/run.js';
import type { ProdplanError } from '../errors.js';

/** Who has the lock, as the refused one is told. */
export interface Known {
  readonly holder: string;
  readonly since: Date;
}

export function locked(other: Known | null): ProdplanError {
  return runFailure('LOCKED', { other });
}
