import { currentPhase, dueDayShown } from '../cut.js';
import type { Factory } from '../history/factory.js';
import type { OrderHistory } from '../history/order.js';
import { isPlaced } from '../quirks.js';
import type { SampleRow } from '../row.js';

export function orderRows({ cut }: Factory, order: OrderHistory): SampleRow[] {
  if (isPlaced('unlisted', order.index)) return [];
  return [
    [
      order.id,
      order.createdAt,
      order.finishedAt <= cut ? order.finishTyped : 'NULL',
      order.productId,
      currentPhase(order, cut),
      dueDayShown(order, cut) ?? 'NULL',
    ],
  ];
}
