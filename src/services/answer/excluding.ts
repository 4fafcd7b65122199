import type { Support } from '../../evidence/index.js';

/** Rows left out, by reason; a reason that left none out is not named. */
export function excluding(rows: Readonly<Record<string, number>>): Support['rows_excluded'] {
  return Object.entries(rows)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({ reason, rows: count }));
}
