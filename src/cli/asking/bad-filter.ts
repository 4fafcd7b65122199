import { type BadFilter, filterFailure } from '../../platform/errors/filter.js';
import type { ProdplanError } from '../../platform/errors.js';
import { dayForms } from './days.js';

export function badFilter(text: string, bad: BadFilter): ProdplanError {
  return filterFailure('BAD_FILTER', { text, bad, days: dayForms });
}
