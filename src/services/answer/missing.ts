import { ProdplanError } from '../../platform/errors.js';

/** What was asked for by its id is not in the published dump: `a ordem 897069`. */
export function missing(what: string): ProdplanError {
  return new ProdplanError(
    'missing',
    'NOT_FOUND',
    `O ficheiro publicado não tem ${what}.`,
    'Confirme o número.',
  );
}
