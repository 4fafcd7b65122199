import { questionFailure } from '../../platform/errors/question.js';
import type { ProdplanError } from '../../platform/errors.js';

/** What was asked for by its id is not in the published dump. */
export function missing(thing: 'order' | 'product', id: number): ProdplanError {
  return questionFailure('NOT_FOUND', { thing, id });
}
