import { errorsOf } from '../history/errors.js';
import type { Factory } from '../history/factory.js';
import type { OrderHistory } from '../history/order.js';
import { hasFault } from '../quirks.js';
import type { SampleRow } from '../row.js';

/** At most; a boat with fewer errors has them all twice. */
const writtenTwice = 3;

export function errorRows(factory: Factory, order: OrderHistory): SampleRow[] {
  const rows = errorsOf(factory, order)
    .filter(({ foundAt }) => foundAt <= factory.cut)
    .map(
      ({ text, foundBy, severity, culpritId }): SampleRow => [
        text,
        order.id,
        foundBy.step.phaseId,
        severity,
        foundBy.id,
        culpritId ?? 'NULL',
      ],
    );
  const { orders } = factory.size;
  if (hasFault('errorWrittenTwice', order.index, orders)) rows.push(...rows.slice(0, writtenTwice));
  if (hasFault('errorWithoutOrder', order.index, orders))
    rows.push(['Barco bem lixado.', 'NULL', 8, 1, 'NULL', 'NULL']);
  return rows;
}
